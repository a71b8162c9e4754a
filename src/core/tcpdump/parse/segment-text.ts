/** A TCP segment's text, as facts. */
import type { ChecksumText, SegmentText } from "./facts.ts";
import { readOptions } from "./options-text.ts";
import type { Scanner } from "./scanner.ts";

/** By their bits from the lowest up. */
const FLAG_LETTERS = "FSRP.UEW";
const ACK = 0x10;

const FLAGS = /Flags \[([A-Z.]+|none)\]/y;
const CHECKSUM = /, cksum 0x([0-9a-f]{1,4}) \((?:correct|incorrect \(?-> 0x([0-9a-f]{1,4})\)?)\)/y;
const SEQ = /, seq (\d+)(?::(\d+))?/y;
const OPTIONS = /, options \[/y;

/** Reads from `Flags` to the length. */
export function readSegment(scanner: Scanner): SegmentText {
  const letters = scanner.need(FLAGS)[1]!;
  const flags = letters === "none" ? 0 : [...letters].reduce((bits, letter) => bits | bitOf(letter, scanner), 0);
  const checksum = readChecksum(scanner);
  const seq = scanner.match(SEQ);
  const ack = flags & ACK ? scanner.need(/, ack (\d+)/y) : null;
  const window = scanner.need(/, win (\d+)/y);
  const urgent = scanner.match(/, urg (\d+)/y);
  const options = scanner.match(OPTIONS) ? readOptions(scanner) : { bytes: [], sackEdges: [] };
  const length = scanner.need(/, length (\d+)/y);
  return {
    kind: "tcp",
    flags,
    checksum,
    seq: seq ? Number(seq[1]) : -1,
    ack: ack ? Number(ack[1]) : -1,
    window: Number(window[1]),
    urgent: Number(urgent?.[1] ?? 0),
    options: Uint8Array.from(options.bytes),
    sackEdges: options.sackEdges,
    length: Number(length[1]),
  };
}

function bitOf(letter: string, scanner: Scanner): number {
  const bit = FLAG_LETTERS.indexOf(letter);
  return bit < 0 ? scanner.fail("syntax") : 1 << bit;
}

function readChecksum(scanner: Scanner): ChecksumText | null {
  const found = scanner.match(CHECKSUM);
  if (!found) return null;
  const [, stored, expected] = found;
  return { stored: Number.parseInt(stored!, 16), expected: expected ? Number.parseInt(expected, 16) : -1 };
}
