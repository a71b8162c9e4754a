/** What a ladder says of packets that are no TCP segments: words that stand in the file, and are there once it was read. */
import { KIND_ARP, KIND_ICMP, KIND_ICMPV6, KIND_UDP } from "../table/packet-table.ts";

/** The Protocol and Info columns of one packet. */
export interface PacketWords {
  readonly protocol: string;
  readonly info: string;
}

/** By row of the packet table; packets that were not read yet are missing. */
export type WordsByRow = ReadonlyMap<number, PacketWords>;

export const NO_WORDS: WordsByRow = new Map();

/** Names of protocols, the same in every language. */
const KINDS: Readonly<Record<number, string>> = {
  [KIND_UDP]: "UDP",
  [KIND_ICMP]: "ICMP",
  [KIND_ICMPV6]: "ICMPv6",
  [KIND_ARP]: "ARP",
};

/** What is known of a packet before it is read: the protocol's name, or nothing. */
export function wordsOfKind(kind: number): PacketWords {
  const protocol = KINDS[kind] ?? "";
  return { protocol, info: protocol };
}
