/** Which part of an arrow shows the same bytes as a field of the packet, or as a number of an explanation. */
import type { ArrowPart } from "../../core/ladder/highlight.ts";

/** Fields by their paths in the packet's tree; a field's own parts count as the field. */
const PARTS: readonly (readonly [path: string, part: ArrowPart])[] = [
  ["tcp/tcp.srcport", "sourcePort"],
  ["tcp/tcp.dstport", "destinationPort"],
  ["tcp/tcp.seq", "seq"],
  ["tcp/tcp.ack", "ack"],
  ["tcp/tcp.flags", "flags"],
  ["tcp/tcp.len", "bytes"],
  ["tcp/tcp.payload", "bytes"],
];

/** The part for a field's path; null for a field that an arrow does not show, and for none. */
export function linkedPart(path: string | null): ArrowPart | null {
  const found = PARTS.find(([field]) => path === field || path?.startsWith(`${field}/`));
  return found ? found[1] : null;
}

/** What an operand of an explanation is on an arrow; of what it does not show, its flags. */
const OPERAND_PARTS: Readonly<Record<string, ArrowPart>> = {
  seq: "seq",
  first: "seq",
  expected: "seq",
  initial: "seq",
  payload: "bytes",
  segment: "bytes",
  part: "bytes",
  offset: "bytes",
  before: "ack",
  acknowledged: "ack",
  ack: "ack",
};

/** The part of an arrow that shows an operand of an explanation. */
export function operandPart(what: string): ArrowPart {
  return OPERAND_PARTS[what] ?? "flags";
}
