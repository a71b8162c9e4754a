/** Names in DNS messages: labels, and pointers to labels that stand earlier in the message (RFC 1035 §4.1.4). */
import { utf8Text } from "../base/text.ts";

/** A name as it stands in a message. */
export interface DnsName {
  /** Labels between dots; `<Root>` for the empty name. */
  readonly text: string;
  readonly labels: number;
  /** First byte behind it, where it stands. */
  readonly end: number;
}

const ROOT = "<Root>";
const POINTER = 0xc0;
/** Bytes that a name has at most (RFC 1035 §2.3.4): what follows pointers for longer goes in circles. */
const MOST_BYTES = 255;

/** Reads the name at `at` of a message that begins at `from` and ends at `to`; null when it is not all there. */
export function readName(view: DataView, from: number, at: number, to: number): DnsName | null {
  const labels: string[] = [];
  let end = 0;
  let bytes = 0;
  for (let next = at; next < to && bytes <= MOST_BYTES; bytes++) {
    const length = view.getUint8(next);
    if (length === 0) {
      const text = labels.length === 0 ? ROOT : labels.join(".");
      return { text, labels: Math.max(1, labels.length), end: end || next + 1 };
    }
    if (length >= POINTER) {
      if (next + 2 > to) return null;
      end ||= next + 2;
      next = from + (view.getUint16(next) & 0x3fff);
      if (next < from) return null;
    } else {
      if (length > 63 || next + 1 + length > to) return null;
      labels.push(utf8Text(view, next + 1, next + 1 + length));
      next += 1 + length;
      bytes += length;
    }
  }
  return null;
}
