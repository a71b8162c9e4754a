/**
 * The list of TCP options (RFC 9293 §3.2): telling one from the next, their nodes, their words. What an option holds is
 * in tcp-option-kinds.ts.
 */
import type { FieldNode, Inspection } from "./inspection.ts";
import type { FieldInfo } from "./spec.ts";
import {
  ACCURATE_ECN_0,
  isAccurateEcn,
  listField,
  OPTION_END,
  OPTION_KINDS,
  OPTION_MULTIPATH,
  OPTION_NOP,
  OPTION_SACK,
  OPTION_WINDOW_SCALE,
  optionHeader,
  optionKindFields,
  unknownKind,
} from "./tcp-option-kinds.ts";

/** All fields that options may have. */
export const tcpOptionFields: readonly FieldInfo[] = [
  optionHeader.kind,
  optionHeader.length,
  listField,
  ...optionKindFields,
];

/**
 * Bytes that the option at `at` takes, `end` being where the options end; 0 where nothing more can be told apart: a
 * length that cannot be true or was not captured, or anything but zeros behind the end of the list. The byte at `at`
 * must be there.
 */
function lengthAt(view: DataView, at: number, end: number, captured: number, ended: boolean): number {
  const kind = view.getUint8(at);
  if (ended && kind !== OPTION_END) return 0;
  if (kind === OPTION_END || kind === OPTION_NOP) return 1;
  const length = at + 2 > captured ? 0 : view.getUint8(at + 1);
  return length < 2 || at + length > end ? 0 : length;
}

/**
 * Bytes of a SACK option that holds a block. At one without, Wireshark gives the segment up, unless a block was met
 * before.
 */
const LEAST_SACK = 10;

/**
 * Calls `visit` with the kind, the first byte and the length in bytes of each option between `from` and `end` that
 * begins before `captured`, which is at most `end`; the last may end beyond it.
 */
function eachOption(
  view: DataView,
  from: number,
  end: number,
  captured: number,
  visit: (kind: number, at: number, length: number) => void,
): void {
  let ended = false;
  let hasBlock = false;
  for (let at = from; at < captured; ) {
    const kind = view.getUint8(at);
    const length = lengthAt(view, at, end, captured, ended);
    if (length === 0) return;
    visit(kind, at, length);
    if (kind === OPTION_SACK && !hasBlock) {
      if (length < LEAST_SACK) return;
      hasBlock = true;
    }
    if (kind === OPTION_END) ended = true;
    at += length;
  }
}

/** Bits to shift by; larger counts than 14 mean 14 (RFC 7323 §2.3). */
const MAX_WINDOW_SHIFT = 14;
/** Two no-operations, then kind and length of the timestamps. */
const NOP_NOP_TIMESTAMPS = 0x0101_080a;

/** What a connection learns of a segment's options. */
export interface OptionFacts {
  /** The window scale option's count, at most 14; -1 without it. */
  windowShift: number;
  /** Bytes in the first three blocks of a SACK option, as far as those were captured. */
  sackedBytes: number;
  /** There is an option of Accurate ECN. */
  accurateEcn: boolean;
}

/**
 * Reads the options between `from` and `end`, those before `captured`, into `facts`. False where Wireshark
 * gives the segment up.
 */
export function readOptionFacts(
  view: DataView,
  from: number,
  end: number,
  captured: number,
  facts: OptionFacts,
): boolean {
  facts.windowShift = -1;
  facts.sackedBytes = 0;
  facts.accurateEcn = false;
  // Nearly all segments have these options and no others, or none.
  if (from >= captured || (captured - from === 12 && view.getUint32(from) === NOP_NOP_TIMESTAMPS)) return true;
  let hasBlock = false;
  // A loop of its own, since it runs for many segments: it must not allocate.
  for (let at = from; at < captured; ) {
    const length = lengthAt(view, at, end, captured, false);
    const kind = view.getUint8(at);
    if (length === 0 || kind === OPTION_END) return true;
    if (kind === OPTION_WINDOW_SCALE && length === 3 && at + 3 <= captured) {
      facts.windowShift = Math.min(view.getUint8(at + 2), MAX_WINDOW_SHIFT);
    } else if (kind === OPTION_SACK) {
      facts.sackedBytes = sackedBytes(view, at + 2, Math.min(at + length, captured));
      if (length < LEAST_SACK && !hasBlock) return false;
      hasBlock = true;
    } else if (kind >= ACCURATE_ECN_0 && at + length <= captured && isAccurateEcn(view, at, length))
      facts.accurateEcn = true;
    at += length;
  }
  return true;
}

/** Blocks of a SACK option whose bytes count as arrived (Wireshark's rule). */
const COUNTED_BLOCKS = 3;

/** Calls `visit` with the edges of each SACK block, captured whole, of the options between `from` and `end`. */
export function eachSackBlock(
  view: DataView,
  from: number,
  end: number,
  captured: number,
  visit: (left: number, right: number) => void,
): void {
  eachOption(view, from, end, captured, (kind, at, length) => {
    if (kind !== OPTION_SACK) return;
    for (let block = at + 2; block + 8 <= Math.min(at + length, captured); block += 8) {
      visit(view.getUint32(block), view.getUint32(block + 4));
    }
  });
}

function sackedBytes(view: DataView, from: number, end: number): number {
  let bytes = 0;
  for (let at = from; at + 8 <= Math.min(end, from + COUNTED_BLOCKS * 8); at += 8) {
    bytes += (view.getUint32(at + 4) - view.getUint32(at)) >>> 0;
  }
  return bytes;
}

/** Names of options in a list of all of them, where the title is longer. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  "tcp.options.nop": "NOP",
  "tcp.options.eol": "EOL",
  "tcp.options.mss": "MSS",
};

/**
 * One node that holds the whole list, options as children; none when the header has no options. `to` is where the
 * header says that they end; `ackBase` is what SACK blocks count from, -1 while unknown.
 */
export function tcpOptionNodes(p: Inspection, from: number, to: number, ackBase: number): FieldNode[] {
  if (from >= to) return [];
  const children: FieldNode[] = [];
  eachOption(p.view, from, to, p.headerEnd, (kind, at, length) => {
    children.push(optionNode(p, kind, at, length, ackBase));
  });
  const names = children.map(({ field }) => SHORT_NAMES[field.key] ?? field.title);
  const note = { kind: "name", name: names.join(", ") } as const;
  return [{ ...p.bytesNode(listField, from, to - from, children), note }];
}

function optionNode(p: Inspection, kind: number, at: number, length: number, ackBase: number): FieldNode {
  const { field, fits, values } = OPTION_KINDS[kind] ?? unknownKind;
  const head = [p.fieldNode(optionHeader.kind, at)];
  if (length > 1) head.push(p.fieldNode(optionHeader.length, at));
  return p.bytesNode(field, at, length, fits(length) ? [...head, ...values(p, at, length, ackBase)] : head);
}

/** Whether the options between `from` and `to` speak for Multipath TCP. */
export function isMultipath(p: Inspection, from: number, to: number): boolean {
  let found = false;
  eachOption(p.view, from, to, p.headerEnd, (kind) => {
    if (kind === OPTION_MULTIPATH) found = true;
  });
  return found;
}

/** Wireshark's words for the Info column, in option order, each with the blank that stands before it. */
export function tcpOptionWords(p: Inspection, from: number, to: number, ackBase: number): string {
  let words = "";
  eachOption(p.view, from, to, p.headerEnd, (kind, at, length) => {
    const known = OPTION_KINDS[kind];
    if (!known?.word || !known.fits(length)) return;
    if (known.tellsPart || p.covers(at, length)) words += known.word(p, at, length, ackBase);
  });
  return words;
}
