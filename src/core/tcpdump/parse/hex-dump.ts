/** Lines of bytes in hexadecimal: tcpdump's -x and -X, `hexdump -C`, Wireshark's "Copy as hex dump". */
import { bytesOfHex } from "./hex-bytes.ts";

export interface DumpLine {
  /** Of its first byte. */
  readonly offset: number;
  readonly bytes: readonly number[];
}

/** Groups of two bytes, up to eight; two blanks end them. What is indented further is an application's. */
const TCPDUMP = /^(?:\t| *)0x([0-9a-f]{4,}): {1,2}((?:[0-9a-f]{4} ?|[0-9a-f]{2} ?){1,8})/i;
/** Pairs, up to sixteen, with one blank more in the middle perhaps. */
const PAIRS = /^\s*([0-9a-f]{4,8})(?::| ) {0,3}((?:[0-9a-f]{2}(?: {1,2}|$)){1,16})/i;

/** The bytes of a line; null for a line of something else. */
export function dumpLine(text: string): DumpLine | null {
  const found = TCPDUMP.exec(text) ?? PAIRS.exec(text);
  if (!found) return null;
  return { offset: Number.parseInt(found[1]!, 16), bytes: bytesOfHex(found[2]!) };
}
