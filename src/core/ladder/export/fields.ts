/** What CSV and JSON say of a packet, in this order and by these names, which stay the same in every language. */
import type { PartRow } from "./part.ts";

/** A field of an exported packet; null where the packet has none. */
export interface PacketField {
  readonly key: string;
  readonly value: (row: PartRow) => string | number | null;
}

/**
 * Times and findings are texts as the ladder writes them; `sender` is "client" or "server"; `info` is what Info
 * says of what is no TCP segment; `findings` says too which packet an ICMP error quotes; `note` is what was noted on it, in lines.
 */
export const PACKET_FIELDS: readonly PacketField[] = [
  { key: "number", value: ({ row }) => row + 1 },
  { key: "time", value: ({ time }) => time },
  { key: "stream", value: ({ connection }) => (connection < 0 ? null : connection) },
  {
    key: "sender",
    value: ({ protocol, isFromClient }) => (protocol === null ? (isFromClient ? "client" : "server") : null),
  },
  { key: "source", value: ({ source }) => source },
  { key: "sourcePort", value: ({ fromPort }) => fromPort },
  { key: "destination", value: ({ destination }) => destination },
  { key: "destinationPort", value: ({ toPort }) => toPort },
  { key: "flags", value: ({ flags }) => flags || null },
  { key: "length", value: ({ bytes }) => bytes },
  { key: "seq", value: ({ seq, protocol }) => (protocol === null ? seq : null) },
  { key: "ack", value: ({ ack }) => (ack < 0 ? null : ack) },
  { key: "protocol", value: ({ protocol }) => protocol ?? "TCP" },
  { key: "info", value: ({ protocol, label }) => (protocol === null ? null : label) },
  { key: "findings", value: ({ finding, quotes }) => finding?.words || quotes || null },
  { key: "note", value: ({ note }) => note || null },
];
