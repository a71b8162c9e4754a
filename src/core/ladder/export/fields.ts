/** What CSV and JSON say of a packet, in this order and by these names, which stay the same in every language. */
import type { PartRow } from "./part.ts";

/** A field of an exported packet; null where the packet has none. */
export interface PacketField {
  readonly key: string;
  readonly value: (row: PartRow) => string | number | null;
}

/** Times and findings are texts as the ladder writes them; `sender` is "client" or "server". */
export const PACKET_FIELDS: readonly PacketField[] = [
  { key: "number", value: ({ row }) => row + 1 },
  { key: "time", value: ({ time }) => time },
  { key: "stream", value: ({ connection }) => connection },
  { key: "sender", value: ({ isFromClient }) => (isFromClient ? "client" : "server") },
  { key: "source", value: ({ fromName }) => fromName },
  { key: "sourcePort", value: ({ fromPort }) => fromPort },
  { key: "destination", value: ({ toName }) => toName },
  { key: "destinationPort", value: ({ toPort }) => toPort },
  { key: "flags", value: ({ flags }) => flags },
  { key: "length", value: ({ bytes }) => bytes },
  { key: "seq", value: ({ seq }) => seq },
  { key: "ack", value: ({ ack }) => (ack < 0 ? null : ack) },
  { key: "findings", value: ({ finding }) => finding?.words || null },
];
