/**
 * The names that a filter may use: every field by its key and its further names, every protocol by its key; and what
 * was meant by a name that is none of them.
 */
import { furtherFields } from "../inspect/analysis.ts";
import { COMMENTS, frameFields } from "../inspect/frame.ts";
import { PROTOCOLS } from "../protocols/registry.ts";
import { type Field, type FieldInfo, type FieldType, fieldsOf, type ValueNames } from "../protocols/spec.ts";
import type { Kind } from "./kinds.ts";
import { stateFields } from "./own-fields.ts";

/** What a name stands for. */
export interface NamedField {
  readonly name: string;
  /** As Wireshark's details call it. */
  readonly title: string;
  readonly kind: Kind;
  /** Greatest number that the field can hold; infinite where that is not known. */
  readonly greatest: number;
  /** Bytes of a number. */
  readonly size: number;
  /** Hexadecimal digits that a number is written with; 0 for decimal. */
  readonly digits: number;
  /** What its numbers are called. */
  readonly values: ValueNames | null;
  /** Keys of the fields that answer to the name. */
  readonly keys: ReadonlySet<string>;
}

const EPOCH = frameFields.timeEpoch.key;
/** Names that Wireshark has for a value beside those of its field. */
const FURTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  [EPOCH]: ["frame.time"],
};

let table: ReadonlyMap<string, NamedField> | null = null;

/** All names; made when they are first asked for. */
export function namedFields(): ReadonlyMap<string, NamedField> {
  table ??= made();
  return table;
}

/** The names that a field answers to. */
export const namesOf = (info: FieldInfo): readonly string[] => [
  info.key,
  ...info.aliases,
  ...(FURTHER_NAMES[info.key] ?? []),
];

function made(): ReadonlyMap<string, NamedField> {
  const names = new Map<string, NamedField>();
  for (const info of described()) {
    for (const name of namesOf(info)) {
      const known = names.get(name);
      const merged = known ? { ...known, keys: new Set([...known.keys, info.key]) } : namedField(name, info);
      names.set(name, merged);
    }
  }
  const unlisted = [
    { key: "frame", title: "Frame" },
    { key: COMMENTS, title: "Packet comments" },
  ];
  for (const { key, title } of [...unlisted, ...PROTOCOLS]) {
    const keys = new Set([key]);
    names.set(key, { name: key, title, kind: "protocol", greatest: Infinity, size: 0, digits: 0, values: null, keys });
  }
  return names;
}

function namedField(name: string, info: FieldInfo | Field): NamedField {
  const width = "width" in info ? info.width : 0;
  const isNumber = info.type === "uint" && width > 0 && width <= 32;
  // Wireshark keeps a number in the next larger of 8, 16, 24 and 32 bits, and takes what fits in there.
  const size = isNumber ? Math.ceil(width / 8) : 4;
  const isCounted = width === 0 && info.type === "uint"; // what is no part of a header is counted in 32 bits
  const greatest = isNumber || isCounted ? 2 ** (size * 8) - 1 : Infinity;
  return {
    name,
    title: info.title,
    kind: kindNamed(name, info),
    greatest,
    size,
    digits: info.digits,
    values: info.values,
    keys: new Set([info.key]),
  };
}

const KINDS: Readonly<Record<FieldType, Kind>> = {
  uint: "number",
  bool: "flag",
  mac: "mac",
  ipv4: "ipv4",
  ipv6: "ipv6",
  bytes: "bytes",
  text: "text",
  time: "duration",
  label: "label",
  protocol: "protocol",
};
const MOMENTS: ReadonlySet<string> = new Set([EPOCH, "nflog.timestamp"]);

/** The kind of a field's values by one of its names: seconds since 1970 are no date, and a host's name is a text. */
export function kindNamed(name: string, { key, type }: FieldInfo): Kind {
  if (/^ip(v6)?\.(src_|dst_)?host$/.test(name)) return "text";
  return MOMENTS.has(key) && name !== EPOCH ? "moment" : KINDS[type];
}

/** The kind of a field's values. */
export const kindOf = (info: FieldInfo): Kind => kindNamed(info.key, info);

function* described(): Generator<FieldInfo | Field> {
  yield* Object.values(frameFields);
  yield* Object.values(stateFields);
  for (const protocol of PROTOCOLS) {
    if (protocol.header) for (const field of fieldsOf(protocol.header)) yield* withParts(field);
    yield* furtherFields(protocol);
  }
}

function* withParts(field: Field): Generator<Field> {
  yield field;
  for (const part of field.parts) yield* withParts(part);
}

/** The name that is nearest to a misspelt one; empty when none is near. */
export function nearest(name: string, names: Iterable<string>): string {
  const wanted = name.toLowerCase();
  let best = "";
  let least = Math.min(3, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of names) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = steps(wanted, candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Characters to put in, take out, change or swap to make `b` of `a`; `most` or more where that is not fewer. */
function steps(a: string, b: string, most: number): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same);
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwapped) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    if (Math.min(...next) >= most) return most;
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
