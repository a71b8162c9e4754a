/** What a packet's row says when no protocol speaks for it: what the unknown is, or what kept a header from being read. */
import type { TFunction } from "i18next";
import type { HeaderProblem, PacketDetails } from "../../core/inspect/packet.ts";
import { ETHER_TYPE_NAMES, isEtherType } from "../../core/protocols/ethernet.ts";
import { IP_PROTOCOL_NAMES } from "../../core/protocols/ip-protocols.ts";
import { PPP_PROTOCOL_NAMES } from "../../core/protocols/ppp.ts";
import { PROTOCOLS } from "../../core/protocols/registry.ts";
import { CUT_SHORT, TOO_DEEP, WRONG_VALUE } from "../../core/protocols/walk.ts";

/** The Info column. */
export function infoWords({ info, unknown, problem }: PacketDetails, t: TFunction): string {
  if (problem) return [info, problemWords(problem, t)].filter(Boolean).join("; ");
  return info || (unknown ? unknownWords(unknown, t) : "");
}

/** "Ethernet type 0x88cc, LLDP". */
export function unknownWords({ table, number }: NonNullable<PacketDetails["unknown"]>, t: TFunction): string {
  switch (table) {
    case "linkType":
      return t("packet.unknown.linkType", { number });
    case "etherType": {
      if (!isEtherType(number)) return t("packet.unknown.etherLength", { number });
      const type = `0x${number.toString(16).padStart(4, "0")}`;
      return named(t("packet.unknown.etherType", { number: type }), nameIn(ETHER_TYPE_NAMES, number), t);
    }
    case "ipProtocol":
      return named(t("packet.unknown.ipProtocol", { number }), nameIn(IP_PROTOCOL_NAMES, number), t);
    case "bsdFamily":
      return t("packet.unknown.bsdFamily", { number });
    case "pppProtocol": {
      const hex = `0x${number.toString(16).padStart(4, "0")}`;
      return named(t("packet.unknown.pppProtocol", { number: hex }), nameIn(PPP_PROTOCOL_NAMES, number), t);
    }
  }
}

/** "cut short: TCP needs 20 bytes, 12 there". */
export function problemWords({ kind, layer, needed, had, limit }: HeaderProblem, t: TFunction): string {
  if (kind === TOO_DEEP) return t("packet.problem.tooDeep");
  if (layer === "") return t("packet.problem.cutSomewhere", { needed, had });
  const facts = { layer: shortName(layer), needed, had, limit };
  if (kind === WRONG_VALUE) return t("packet.problem.wrongValue", facts);
  if (kind === CUT_SHORT) return t("packet.problem.cut", facts);
  return limit ? t("packet.problem.limited", facts) : t("packet.problem.malformed", facts);
}

/** A protocol's short name, by its title or key; the title itself for what is none of ours. */
export function shortName(titleOrKey: string): string {
  return PROTOCOLS.find(({ key, title }) => key === titleOrKey || title === titleOrKey)?.short ?? titleOrKey;
}

function named(what: string, name: string | undefined, t: TFunction): string {
  return name === undefined ? what : t("packet.unknown.named", { what, name });
}

function nameIn(names: Readonly<Record<number, string>>, number: number): string | undefined {
  return names[number];
}
