/**
 * What becomes of a header's checksum: good, bad, or why it is not known. Each protocol says what its checksum covers;
 * the sums are in checksum.ts. Wireshark's fields for it are described here.
 */
import { complement, folded, pseudoHeaderSum, wordSum } from "./checksum.ts";
import type { ChecksumNote, Inspection } from "./inspection.ts";
import { type Field, type FieldInfo, generated } from "./spec.ts";

/** The fields beside a checksum: what became of it, and what it should be, where Wireshark has a name for that. */
export interface ChecksumFields {
  readonly status: FieldInfo;
  readonly calculated: FieldInfo | null;
}

const STATUS_NAMES = { 0: "Bad", 1: "Good", 2: "Unverified", 3: "Not present", 4: "Illegal" };
const STATUS = { bad: 0, good: 1, off: 2, cut: 2, fragment: 2, absent: 3, illegal: 4 } as const;

/** Describes the fields for the protocol `key`, whose checksum goes by `name`. */
export function checksumFields(key: string, { hasCalculated = false, name = "checksum" } = {}): ChecksumFields {
  const calculated = { digits: 4, source: "RFC 1071" };
  return {
    status: generated(`${key}.${name}.status`, "Checksum Status", "uint", { values: STATUS_NAMES }),
    calculated: hasCalculated
      ? generated(`${key}.${name}_calculated`, "Calculated Checksum", "uint", calculated)
      : null,
  };
}

/** The fields as a list, for a protocol's description. */
export function fieldsBeside({ status, calculated }: ChecksumFields): readonly FieldInfo[] {
  return calculated ? [status, calculated] : [status];
}

/** Adds a checksum with what `judge` says of it; nothing if it was not captured. */
export function addChecksum(
  p: Inspection,
  field: Field,
  fields: ChecksumFields,
  judge: (p: Inspection) => ChecksumNote,
): void {
  if (!p.covers(p.at, (field.bit + field.width) / 8)) return;
  const note = judge(p);
  const children = [p.node(fields.status, STATUS[note.verdict])];
  if (fields.calculated && note.expected >= 0) children.push(p.node(fields.calculated, note.expected));
  p.nodes.push({ ...p.fieldNode(field, p.at, note), children });
}

/** A verdict without a sum. */
export function notSummed(verdict: ChecksumNote["verdict"]): ChecksumNote {
  return { kind: "checksum", verdict, expected: -1, offload: null, isQuoted: false };
}

/** Why a checksum that covers the bytes up to `to` cannot be verified; null when it can. */
export function notVerified(p: Inspection, isWanted: boolean, to = p.wireEnd): ChecksumNote | null {
  if (!isWanted) return notSummed("off");
  if (p.isBeginning) return notSummed("fragment");
  return p.end < p.wireEnd || to > p.wireEnd ? notSummed("cut") : null;
}

/** Compares a checksum with what it should be. */
export function compared(
  { quotedBy }: Inspection,
  stored: number,
  expected: number,
  offload: ChecksumNote["offload"],
): ChecksumNote {
  const isGood = stored === expected;
  const verdict = isGood ? "good" : "bad";
  return { kind: "checksum", verdict, expected, offload: isGood ? null : offload, isQuoted: quotedBy !== null };
}

/** Judges a checksum over the bytes from `p.at` to `to` without a pseudo header; all of them must be there. */
export function ownVerdict(p: Inspection, field: Field, to: number): ChecksumNote {
  const stored = field(p.view, p.at);
  // An empty field is what a system leaves to the network card: of bytes that are not all 0 no sum is 0xffff.
  return compared(p, stored, complement(wordSum(p.view, p.at, to) - stored), stored === 0 ? "empty" : null);
}

/** What a transport header's checksum covers. */
export interface Covered {
  /** The protocol's number, and its length as the pseudo header has it. */
  readonly protocol: number;
  readonly length: number;
  /** First byte past those that count. */
  readonly to: number;
  /** What a checksum of 0 is written as, where 0 says that there is none. */
  readonly zero?: number;
}

/** Judges a checksum over a pseudo header and the bytes from `p.at` on; all of them must be there. */
export function transportVerdict(
  p: Inspection,
  field: Field,
  { protocol, length, to, zero = 0 }: Covered,
): ChecksumNote {
  if (!p.network || p.network.destinationAt < 0) return notSummed("off");
  const stored = field(p.view, p.at);
  const pseudo = pseudoHeaderSum(p.network, protocol, length);
  const expected = complement(pseudo + wordSum(p.view, p.at, to) - stored) || zero;
  // Segmentation offload leaves the length out: the card adds that of each segment.
  const isPartial = stored === folded(pseudo) || stored === folded(pseudo - length);
  return compared(p, stored, expected, isPartial ? "partial" : stored === 0 ? "empty" : null);
}
