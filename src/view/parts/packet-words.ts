/** What a packet's row says when no protocol speaks for it: what the unknown is, or what kept a header from being read. */
import type { TFunction } from "i18next";
import type { HeaderProblem, PacketDetails } from "../../core/inspect/packet.ts";
import { ETHER_TYPE_NAMES, isEtherType } from "../../core/protocols/ethernet.ts";
import { IP_PROTOCOL_NAMES } from "../../core/protocols/ip-protocols.ts";
import { PPP_PROTOCOL_NAMES } from "../../core/protocols/ppp.ts";
import { PROTOCOLS } from "../../core/protocols/registry.ts";
import type { FieldInfo } from "../../core/protocols/spec.ts";
import {
  CUT_SHORT,
  ENDS_EARLY,
  isBroken,
  MALFORMED,
  QUOTE_ENDS,
  TOO_DEEP,
  WRONG_VALUE,
} from "../../core/protocols/walk.ts";
import { fieldTitle } from "./core-words.ts";

/** The Info column. What is wrong comes first, for the column shows no more than its beginning. */
export function infoWords({ info, unknown, problem }: PacketDetails, t: TFunction): string {
  if (problem && isBroken(problem.kind)) return [problemWords(problem, t), info].filter(Boolean).join("; ");
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

/** "malformed: TCP needs 20 bytes, Total Length (ip.len) leaves 12". */
export function problemWords({ kind, layer, needed, had, limit }: HeaderProblem, t: TFunction): string {
  const facts = { layer: shortName(layer), count: needed, had, field: limit ? fieldName(limit, t) : "" };
  switch (kind) {
    case CUT_SHORT:
      return t("packet.problem.cut", facts);
    case MALFORMED:
      return t("packet.problem.wrongLength", facts);
    case ENDS_EARLY:
      return limit ? t("packet.problem.endedBy", facts) : t("packet.problem.ends", facts);
    case WRONG_VALUE:
      return t("packet.problem.wrongValue", { ...facts, needed });
    case QUOTE_ENDS:
      return t("packet.problem.quoteEnds", facts);
    case TOO_DEEP:
      return t("packet.problem.tooDeep");
  }
}

/** "Total Length (ip.len)", as scripts and filters name it; the title alone where they have no name. */
function fieldName(field: FieldInfo, t: TFunction): string {
  const { key, ours } = field;
  const title = fieldTitle(field, t);
  return ours ? title : t("packet.problem.field", { title, key });
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
