/**
 * How a protocol's header is described: once, in wire order, with the widths of its RFC.
 *
 * A described field is callable: `tcp.seq(view, at)` reads it from the header that starts at `at`, `tcp.seq.title`
 * says what it is. Decoder, packet tree, header diagram, command line and field reference all read this description.
 */

/** How a field's value is written; names follow Wireshark's field types. */
export type FieldType =
  | "uint" // decimal, or hexadecimal when `digits` > 0
  | "bool"
  | "mac"
  | "ipv4"
  | "ipv6"
  | "bytes" // hexadecimal pairs
  | "text"
  | "time" // seconds since the epoch or a duration in seconds, nine decimals
  | "label" // no value but that it is there; printed as 1
  | "protocol";

/** What a number stands for: `{ 6: "TCP" }`. */
export type ValueNames = Readonly<Record<number, string>>;

/** What a number counts, and in what; empty for what is no amount, or says so itself. */
export type Unit =
  | ""
  | "1024 microseconds"
  | "32-bit words"
  | "32-bit words beyond the second"
  | "4 bytes"
  | "500 kb/s"
  | "64-bit words"
  | "8 bytes"
  | "8-byte units beyond the first"
  | "MHz"
  | "bits"
  | "bytes"
  | "bytes, unscaled"
  | "dBm"
  | "log2 s"
  | "log2 s, two's complement"
  | "microseconds"
  | "ms"
  | "ms since midnight UTC"
  | "s"
  | "s / 65536"
  | "tenths of a second";

/** What is known of a field without reading it. */
export interface FieldInfo {
  /** Wireshark's display-filter name, `tcp.srcport`. */
  readonly key: string;
  /** True when Wireshark has no name for it: the key is the project's own, and no script can ask for it. */
  readonly ours: boolean;
  readonly title: string;
  readonly type: FieldType;
  /** Hexadecimal digits to write a "uint" with; 0 for decimal. */
  readonly digits: number;
  readonly values: ValueNames | null;
  readonly unit: Unit;
  /** Section of the defining document, `RFC 9293 §3.1`, or "Wireshark" for what it computes. */
  readonly source: string;
  /** Further names under which Wireshark knows the same value, `ip.addr` for `ip.src`. */
  readonly aliases: readonly string[];
}

/**
 * A field of a fixed header. Calling it reads the value: an unsigned number, multiplied by `times`; of a field wider
 * than 32 bits, the position of its first byte. Throws a RangeError past the view's end: check the length first.
 */
export interface Field extends FieldInfo {
  (view: DataView, headerAt: number): number;
  /** First bit, counted from the header's start. */
  readonly bit: number;
  /** Bits. */
  readonly width: number;
  /** The value is the wire's number times this: 4 for a length in 32-bit words. */
  readonly times: number;
  /** The bits of a bit set, each with its own name. */
  readonly parts: readonly Field[];
}

/** What a description may say beyond width and title; each with a default. */
interface Details {
  /** Name below the protocol's, when it differs from the property's; `key` instead when it lies elsewhere. */
  readonly filter?: string;
  readonly key?: string;
  readonly ours?: boolean;
  readonly values?: ValueNames;
  readonly unit?: Unit;
  readonly source?: string;
  readonly times?: number;
  readonly digits?: number;
  readonly aliases?: readonly string[];
  readonly parts?: Drafts;
}

interface Draft extends Details {
  readonly width: number;
  readonly title: string;
  readonly type: FieldType;
}
type Drafts = Readonly<Record<string, Draft>>;

/** A decimal number of `width` bits. */
export const dec = (width: number, title: string, details: Details = {}): Draft => {
  return { ...details, width, title, type: "uint" };
};
/** A hexadecimal number of `width` bits, written with the digits that its bytes need. */
export const hex = (width: number, title: string, details: Details = {}): Draft => {
  return { digits: Math.ceil(width / 8) * 2, ...details, width, title, type: "uint" };
};
/** One bit, or several that count as set when any is. */
export const bool = (title: string, details: Details = {}, width = 1): Draft => {
  return { ...details, width, title, type: "bool" };
};
/** An Ethernet address. */
export const mac = (title: string, details: Details = {}): Draft => ({ ...details, width: 48, title, type: "mac" });
/** An IPv4 address. */
export const ipv4Address = (title: string, details: Details = {}): Draft => {
  return { ...details, width: 32, title, type: "ipv4" };
};
/** An IPv6 address. */
export const ipv6Address = (title: string, details: Details = {}): Draft => {
  return { ...details, width: 128, title, type: "ipv6" };
};
/** `length` bytes without a further meaning. */
export const bytes = (length: number, title: string, details: Details = {}): Draft => {
  return { ...details, width: length * 8, title, type: "bytes" };
};

/** Defaults for all fields of one header. */
interface HeaderDetails {
  readonly source: string;
}

/** The fields of a header by name, in wire order. */
export type Header<Names extends string> = { readonly [Name in Names]: Field };

/**
 * Describes a header. Positions follow from the order and the widths, so neither a gap nor an overlap can be written.
 * `key` is the protocol's filter name; a field's is `key.filter`.
 */
export function header<const Names extends string>(
  key: string,
  { source }: HeaderDetails,
  drafts: Readonly<Record<Names, Draft>>,
): Header<Names> {
  return layOut(key, source, 0, drafts);
}

function layOut<Names extends string>(
  key: string,
  source: string,
  from: number,
  drafts: Readonly<Record<Names, Draft>>,
) {
  const fields: Partial<Record<Names, Field>> = {};
  let bit = from;
  for (const name in drafts) {
    const draft = drafts[name];
    fields[name] = place(key, name, source, bit, draft);
    bit += draft.width;
  }
  return Object.freeze(fields) as Header<Names>; // complete: every name of the drafts was placed
}

function place(protocol: string, name: string, source: string, bit: number, draft: Draft): Field {
  const times = draft.times ?? 1;
  const info = {
    key: draft.key ?? `${protocol}.${draft.filter ?? name}`,
    ours: draft.ours ?? false,
    title: draft.title,
    type: draft.type,
    digits: draft.digits ?? 0,
    values: draft.values ?? null,
    unit: draft.unit ?? "",
    source: draft.source ?? source,
    aliases: draft.aliases ?? [],
    bit,
    width: draft.width,
    times,
    parts: Object.values(layOut(protocol, draft.source ?? source, bit, draft.parts ?? {})),
  };
  return Object.freeze(Object.assign(reader(bit, draft.width, times), info));
}

type Reader = (view: DataView, headerAt: number) => number;

/** One closure for each shape of read, made when the module loads, so that call sites stay monomorphic. */
function reader(bit: number, width: number, times: number): Reader {
  const byte = bit >> 3;
  if (width > 32) return (_view, at) => at + byte;
  const aligned = bit % 8 === 0 && times === 1;
  if (aligned && width === 8) return (view, at) => view.getUint8(at + byte);
  if (aligned && width === 16) return (view, at) => view.getUint16(at + byte);
  if (aligned && width === 32) return (view, at) => view.getUint32(at + byte);
  const bits = (bit % 8) + width;
  const mask = 2 ** width - 1;
  if (bits <= 8) return (view, at) => ((view.getUint8(at + byte) >>> (8 - bits)) & mask) * times;
  if (bits <= 16) return (view, at) => ((view.getUint16(at + byte) >>> (16 - bits)) & mask) * times;
  if (bits <= 24) {
    return (view, at) =>
      ((((view.getUint16(at + byte) << 8) | view.getUint8(at + byte + 2)) >>> (24 - bits)) & mask) * times;
  }
  if (bits <= 32) return (view, at) => ((view.getUint32(at + byte) >>> (32 - bits)) & mask) * times;
  throw new RangeError(`a field of ${width} bits at bit ${bit} lies in more than four bytes`);
}

/** The fields of a header in wire order. */
export function fieldsOf(of: Header<string>): readonly Field[] {
  return Object.values(of);
}

/** Bytes that the fixed header takes. */
export function headerLength(of: Header<string>): number {
  const last = fieldsOf(of).at(-1);
  return last ? (last.bit + last.width) / 8 : 0;
}

/** Describes a value that is computed, or that stands at no fixed place: a TCP option's, the relative sequence number. */
export function generated(key: string, title: string, type: FieldType, details: Details = {}): FieldInfo {
  return Object.freeze({
    key,
    ours: details.ours ?? false,
    title,
    type,
    digits: details.digits ?? 0,
    values: details.values ?? null,
    unit: details.unit ?? "",
    source: details.source ?? "Wireshark",
    aliases: details.aliases ?? [],
  });
}
