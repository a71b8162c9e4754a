/** What the ladder says in words: names of arrows, of lifelines and of the whole. */
import type { TFunction } from "i18next";
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { LadderContent } from "../../core/ladder/content.ts";
import { endText, portsOf } from "../../core/ladder/end-text.ts";
import type { LifelineWords } from "../../core/ladder/head.ts";
import { isGroup, prefixOf, sideOf } from "../../core/ladder/hosts/ends.ts";
import { endName, type NamedHosts } from "../../core/ladder/hosts/lifeline-names.ts";
import { AS_CLIENT } from "../../core/ladder/hosts/packet-pairs.ts";
import type { Quotations } from "../../core/ladder/quotations.ts";
import { timeText } from "../../core/ladder/times.ts";
import type { ConnectionTable } from "../../core/table/connection-table.ts";
import type { NamedAddresses } from "../../core/table/named-addresses.ts";
import { CLIENT_TO_SERVER, cell } from "../../core/table/packet-table.ts";
import { besideNamer } from "./beside-words.ts";

type NamedContent = Pick<LadderContent, "packets" | "hosts" | "addresses" | "timeStyle" | "beside">;

/** Names an arrow in a sentence; where many hosts share the ladder, with the packet's two ends. */
export function arrowNamer(t: TFunction, { packets, hosts, addresses, timeStyle, beside }: NamedContent) {
  const besideOf = besideNamer(t, beside);
  const isClock = timeStyle === "utc" || timeStyle === "local";
  const ends = (row: number) => {
    const from = addresses.text(cell(packets, "source", row));
    const to = addresses.text(cell(packets, "destination", row));
    const { fromPort, toPort } = portsOf(packets, row);
    return fromPort !== null
      ? t("ladder.hostToHost", { from, fromPort, to, toPort })
      : t("ladder.oneToOther", { from, to });
  };
  const way = (direction: number) =>
    t(direction === CLIENT_TO_SERVER ? "ladder.clientToServer" : "ladder.serverToClient");
  return (arrow: Arrow): string => {
    const { row, number, direction, flags, bytes, seq, ack, finding, protocol, label, quotes } = arrow;
    const time = isClock ? arrow.time : t("ladder.seconds", { time: arrow.time });
    if (protocol !== null) {
      const said = [protocol, label === protocol ? "" : label, quotes].filter(Boolean).join(t("list.facts"));
      return t("ladder.otherPacket", { number, time, ends: ends(row), said });
    }
    const words = t("ladder.packet", {
      number,
      time,
      direction: hosts ? ends(row) : way(direction),
      flags,
      count: bytes,
      numbers: ack < 0 ? t("ladder.seq", { seq }) : t("ladder.seqAndAck", { seq, ack }),
    });
    const found = finding?.words ? t("ladder.packetFound", { words, finding: finding.words }) : words;
    return besideOf(row).reduce((all, more) => t("ladder.packetFound", { words: all, finding: more }), found);
  };
}

/**
 * The words over a lifeline: a connection's ends with their roles, and how those are known; a host's name alone. Where
 * the capture's name stands for an address, the address stands below.
 */
export function lifelineNamer(
  t: TFunction,
  hosts: NamedHosts | null,
  connections: ConnectionTable,
  addresses: NamedAddresses,
  connection: number | null,
) {
  const words = (row: number, role: string, shortRole: string): LifelineWords => {
    const behind = addresses.behind(row);
    const both = behind && role ? t("ladder.addressAndRole", { address: behind, role }) : behind || role;
    return { name: addresses.text(row), role: both, shortRole };
  };
  return (lifeline: number): LifelineWords => {
    if (hosts) return hostWords(t, hosts, hosts.shown[lifeline] ?? -1);
    if (connection === null) return { name: "", role: "" };
    const { client, server, clientPort, serverPort, rolesSeen } = connections.columns;
    const isSeen = rolesSeen[connection] === 1;
    const [row, port] = lifeline === 0 ? [client, clientPort] : [server, serverPort];
    const of =
      lifeline === 0
        ? t(isSeen ? "ladder.clientOpens" : "ladder.clientByPort")
        : t(isSeen ? "ladder.serverListens" : "ladder.serverByPort");
    const said = words(row[connection]!, of, t(lifeline === 0 ? "summary.client" : "summary.server"));
    // Of one address, only the ports tell which end is which.
    const isOneHost = client[connection] === server[connection];
    return isOneHost ? { ...said, name: endText(said.name, port[connection]!) } : said;
  };
}

/** The words over one of many lifelines, by the place of its end; empty for -1. */
export function hostWords(t: TFunction, { ends, addresses }: Pick<NamedHosts, "ends" | "addresses">, place: number) {
  if (place < 0) return { name: "", role: "" };
  const end = ends.at(place);
  const behind = prefixOf(end) < 0 && !isGroup(end) ? addresses.texts.behind(end.address) : "";
  const side = sideOf(end);
  const role = side === null ? "" : t(side === AS_CLIENT ? "lifelines.ownClients" : "lifelines.ownServers");
  const both = behind && role ? t("ladder.addressAndRole", { address: behind, role }) : behind || role;
  return { name: endName(end, addresses), role: both };
}

/** What is said of an idle time, in ns, that a ladder to scale does not draw. */
export function idleNamer(t: TFunction, decimals: 6 | 9) {
  return (idle: bigint): string => t("scale.idle", { time: timeText(idle, decimals) });
}

/** The accessible name of the whole. */
export function figureName(
  t: TFunction,
  { connections, addresses, hosts }: Pick<LadderContent, "connections" | "addresses" | "hosts">,
  connection: number | null,
): string {
  if (connection === null) return t(`ladder.figureFlows.${hosts?.flow ?? "tcp"}`);
  const { client, server, clientPort, serverPort } = connections.columns;
  return t("ladder.figureConnection", {
    client: addresses.text(client[connection]!),
    clientPort: clientPort[connection],
    server: addresses.text(server[connection]!),
    serverPort: serverPort[connection],
  });
}

/** What is said of an ICMP error, by the row that it quotes. */
export function quotedWords(t: TFunction): Quotations["words"] {
  return (quoted) => (quoted < 0 ? t("quotations.notCaptured") : t("quotations.quotes", { number: quoted + 1 }));
}
