/**
 * What the pieces of a printed line are, for those who explain them: each piece has a kind, and a place in the text. What
 * a kind means is said by the words of the interface.
 */

/** Kinds of pieces that are explained. */
const LINE_PARTS = [
  "time",
  "link",
  "protocol",
  "tos",
  "ttl",
  "id",
  "offset",
  "ipFlags",
  "carries",
  "ipLength",
  "ipOptions",
  "ipChecksum",
  "trafficClass",
  "flowLabel",
  "hopLimit",
  "fragment",
  "source",
  "sourcePort",
  "destination",
  "destinationPort",
  "flags",
  "checksum",
  "seq",
  "ack",
  "window",
  "urgent",
  "mss",
  "nop",
  "eol",
  "windowScale",
  "sackOk",
  "sack",
  "timestamps",
  "option",
  "length",
  "application",
  "udp",
  "icmp",
  "arp",
  "missing",
  "cut",
  "dump",
] as const;

export type PartKind = (typeof LINE_PARTS)[number];

/** A piece of a line: the characters `from` .. `to` (exclusive) of its text. */
export interface LinePart {
  readonly kind: PartKind;
  readonly from: number;
  readonly to: number;
}

/** What stands around a piece and is none of it. */
const AROUND = " ,:\n";

/** The piece that `text` is, printed at `at`: without the blanks and commas around it. */
export function partAt(kind: PartKind, text: string, at: number): LinePart {
  let from = 0;
  let to = text.length;
  while (from < to && AROUND.includes(text[from]!)) from++;
  while (to > from && AROUND.includes(text[to - 1]!)) to--;
  return { kind, from: at + from, to: at + to };
}
