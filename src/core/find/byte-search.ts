/** Where bytes stand in a packet's. */
import { hexOfText } from "../filter/kinds.ts";

/** Bytes `from` .. `end` (exclusive), counted from the frame's first. */
export interface ByteRange {
  readonly from: number;
  readonly end: number;
}

/** What stands for each byte where the case of ASCII's letters does not count, and where it does. */
const FOLDED = Uint8Array.from({ length: 256 }, (_, byte) => (byte >= 0x41 && byte <= 0x5a ? byte | 0x20 : byte));
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) => byte);

/** Finds the first place of any of some rows of bytes; the earliest counts, of two at one place the longer. */
export class ByteSearch {
  private readonly wanted: readonly Uint8Array[];
  private readonly meaning: Uint8Array;

  constructor(wanted: readonly Uint8Array[], ignoresCase: boolean) {
    this.meaning = ignoresCase ? FOLDED : PLAIN;
    this.wanted = wanted
      .filter(({ length }) => length > 0)
      .map((bytes) => bytes.map((byte) => this.meaning[byte]!))
      .sort((a, b) => b.length - a.length);
  }

  /** In `length` bytes of a view from `at` on; null where they are not. */
  in(view: DataView, at: number, length: number): ByteRange | null {
    const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
    let best: ByteRange | null = null;
    for (const wanted of this.wanted) {
      const from = this.first(bytes, wanted);
      if (from >= 0 && (!best || from < best.from)) best = { from, end: from + wanted.length };
    }
    return best;
  }

  private first(bytes: Uint8Array, wanted: Uint8Array): number {
    const { meaning } = this;
    const last = bytes.length - wanted.length;
    const begin = wanted[0]!;
    for (let from = 0; from <= last; from++) {
      if (meaning[bytes[from]!] !== begin) continue;
      let at = 1;
      while (at < wanted.length && meaning[bytes[from + at]!] === wanted[at]) at++;
      if (at === wanted.length) return from;
    }
    return -1;
  }
}

/** A text as bytes: in UTF-8 and, as Wireshark's Find has it by default, in both orders of UTF-16. */
export function bytesOfText(text: string): readonly Uint8Array[] {
  const little = new Uint8Array(text.length * 2);
  const big = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    little.set([unit & 0xff, unit >> 8], at * 2);
    big.set([unit >> 8, unit & 0xff], at * 2);
  }
  return [utf8(text), little, big];
}

function utf8(text: string): Uint8Array {
  return Uint8Array.from(hexOfText(text).match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
