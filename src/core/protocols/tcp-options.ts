/**
 * TCP options (RFC 9293 §3.2): the list, and those that the registry names. An option is a little header of its own,
 * kind and length, then values.
 */
import type { FieldNode, Inspection } from "./inspection.ts";
import { dec, type FieldInfo, generated, header } from "./spec.ts";

const RFC = "RFC 9293 §3.2";

export const OPTION_END = 0;
export const OPTION_NOP = 1;
export const OPTION_MSS = 2;
export const OPTION_WINDOW_SCALE = 3;
export const OPTION_SACK_PERMITTED = 4;
export const OPTION_SACK = 5;
export const OPTION_TIMESTAMPS = 8;
const OPTION_MD5 = 19;
const OPTION_USER_TIMEOUT = 28;
const OPTION_AO = 29;
const OPTION_FAST_OPEN = 34;
const OPTION_EXPERIMENT_1 = 253;
const OPTION_EXPERIMENT_2 = 254;

const KIND_NAMES = {
  [OPTION_END]: "End of Option List",
  [OPTION_NOP]: "No-Operation",
  [OPTION_MSS]: "Maximum Segment Size",
  [OPTION_WINDOW_SCALE]: "Window Scale",
  [OPTION_SACK_PERMITTED]: "SACK Permitted",
  [OPTION_SACK]: "SACK",
  [OPTION_TIMESTAMPS]: "Timestamps",
  [OPTION_MD5]: "TCP MD5 Signature",
  [OPTION_USER_TIMEOUT]: "User Timeout",
  [OPTION_AO]: "TCP Authentication Option",
  30: "Multipath TCP",
  [OPTION_FAST_OPEN]: "TCP Fast Open Cookie",
  69: "Encryption Negotiation",
  172: "Accurate ECN Order 0",
  174: "Accurate ECN Order 1",
  [OPTION_EXPERIMENT_1]: "RFC 3692-style Experiment 1",
  [OPTION_EXPERIMENT_2]: "RFC 3692-style Experiment 2",
} as const;

/** Every option but the two of one byte begins so. */
const optionHeader = header(
  "tcp",
  { source: RFC },
  {
    kind: dec(8, "Kind", { key: "tcp.option_kind", values: KIND_NAMES }),
    length: dec(8, "Length", { key: "tcp.option_len" }),
  },
);

const whole = (name: string, title: string, source = RFC) =>
  generated(`tcp.options.${name}`, title, "bytes", { source });
const number = (name: string, title: string, source: string) =>
  generated(`tcp.options.${name}`, title, "uint", { source });

const fields = {
  options: generated("tcp.options", "TCP Options", "bytes", { source: RFC }),
  eol: whole("eol", "End of Option List (EOL)"),
  nop: whole("nop", "No-Operation (NOP)"),
  mss: whole("mss", "Maximum segment size", "RFC 9293 §3.7.1"),
  mssValue: number("mss_val", "MSS Value", "RFC 9293 §3.7.1"),
  windowScale: whole("wscale", "Window scale", "RFC 7323 §2.2"),
  shift: number("wscale.shift", "Shift count", "RFC 7323 §2.2"),
  multiplier: number("wscale.multiplier", "Multiplier", "RFC 7323 §2.2"),
  sackPermitted: whole("sack_perm", "SACK permitted", "RFC 2018 §2"),
  sack: whole("sack", "SACK", "RFC 2018 §3"),
  sackLeft: number("sack_le", "SACK Left Edge", "RFC 2018 §3"),
  sackRight: number("sack_re", "SACK Right Edge", "RFC 2018 §3"),
  sackCount: number("sack.count", "SACK Count", "RFC 2018 §3"),
  timestamps: whole("timestamp", "Timestamps", "RFC 7323 §3.2"),
  tsval: number("timestamp.tsval", "Timestamp value", "RFC 7323 §3.2"),
  tsecr: number("timestamp.tsecr", "Timestamp echo reply", "RFC 7323 §3.2"),
  md5: whole("md5", "TCP MD5 Signature", "RFC 2385 §3"),
  md5Digest: whole("md5.digest", "MD5 digest", "RFC 2385 §3"),
  userTimeout: whole("user_to", "User Timeout", "RFC 5482 §2"),
  userTimeoutValue: number("user_to_val", "User Timeout", "RFC 5482 §2"),
  ao: whole("ao", "Authentication Option", "RFC 5925 §2.2"),
  aoKeyId: number("ao.keyid", "AO KeyID", "RFC 5925 §2.2"),
  aoNextKeyId: number("ao.rnextkeyid", "AO RNextKeyID", "RFC 5925 §2.2"),
  aoMac: whole("ao.mac", "AO MAC", "RFC 5925 §2.2"),
  fastOpen: whole("tfo", "Fast Open", "RFC 7413 §4.1.1"),
  fastOpenCookie: whole("tfo.cookie", "Fast Open Cookie", "RFC 7413 §4.1.1"),
  experimental: whole("experimental", "Experimental", "RFC 6994 §3"),
  experimentId: generated("tcp.options.experimental.exid", "Experiment Identifier", "uint", {
    source: "RFC 6994 §3",
    digits: 4,
  }),
  experimentData: whole("experimental.data", "Data", "RFC 6994 §3"),
  unknown: whole("unknown", "Unknown"),
  unknownPayload: whole("unknown.payload", "Payload"),
} satisfies Record<string, FieldInfo>;

export const tcpOptionFields: readonly FieldInfo[] = [optionHeader.kind, optionHeader.length, ...Object.values(fields)];

/**
 * Calls `visit` with the kind, the first byte and the length in bytes of each option from `from` to `end`. Stops at
 * the end-of-list option, which it still visits, and at a length that cannot be true.
 */
export function eachTcpOption(
  view: DataView,
  from: number,
  end: number,
  visit: (kind: number, at: number, length: number) => void,
): void {
  for (let at = from; at < end; ) {
    const kind = view.getUint8(at);
    const single = kind === OPTION_END || kind === OPTION_NOP;
    if (!single && at + 2 > end) return;
    const length = single ? 1 : view.getUint8(at + 1);
    if ((!single && length < 2) || at + length > end) return;
    visit(kind, at, length);
    if (kind === OPTION_END) return;
    at += length;
  }
}

/** How one kind of option is taken apart. */
interface OptionKind {
  readonly field: FieldInfo;
  /** Its values, behind kind and length; called only when the length is one that the kind allows. */
  values(p: Inspection, at: number, length: number, ackBase: number): FieldNode[];
  /** Wireshark's word for the Info column. */
  word?(p: Inspection, at: number, length: number, ackBase: number): string;
  /** Whether the length is one that the kind allows. */
  fits(length: number): boolean;
}

const uint16 = (p: Inspection, field: FieldInfo, at: number) => p.node(field, p.view.getUint16(at), { at, length: 2 });
const uint32 = (p: Inspection, field: FieldInfo, at: number) => p.node(field, p.view.getUint32(at), { at, length: 4 });
const exactly = (expected: number) => (length: number) => length === expected;
const atLeast = (least: number) => (length: number) => length >= least;

/** An edge of a SACK block counts from the other direction's first sequence number, as the acknowledgment does. */
function sackEdge(p: Inspection, at: number, ackBase: number): number {
  const edge = p.view.getUint32(at);
  return ackBase < 0 ? edge : (edge - ackBase) >>> 0;
}

/** Bits to shift by; larger counts than 14 mean 14 (RFC 7323 §2.3). */
export const MAX_WINDOW_SHIFT = 14;

const KINDS: Readonly<Record<number, OptionKind>> = {
  [OPTION_MSS]: {
    field: fields.mss,
    fits: exactly(4),
    values: (p, at) => [uint16(p, fields.mssValue, at + 2)],
    word: (p, at) => `MSS=${p.view.getUint16(at + 2)}`,
  },
  [OPTION_WINDOW_SCALE]: {
    field: fields.windowScale,
    fits: exactly(3),
    values: (p, at) => {
      const shift = p.view.getUint8(at + 2);
      return [
        p.node(fields.shift, shift, { at: at + 2, length: 1 }),
        p.node(fields.multiplier, 2 ** Math.min(shift, MAX_WINDOW_SHIFT)),
      ];
    },
    word: (p, at) => `WS=${2 ** Math.min(p.view.getUint8(at + 2), MAX_WINDOW_SHIFT)}`,
  },
  [OPTION_SACK_PERMITTED]: { field: fields.sackPermitted, fits: exactly(2), values: () => [], word: () => "SACK_PERM" },
  [OPTION_SACK]: {
    field: fields.sack,
    fits: (length) => length >= 10 && (length - 2) % 8 === 0,
    values: (p, at, length, ackBase) => {
      const nodes: FieldNode[] = [];
      for (let block = at + 2; block < at + length; block += 8) {
        nodes.push(p.node(fields.sackLeft, sackEdge(p, block, ackBase), { at: block, length: 4 }));
        nodes.push(p.node(fields.sackRight, sackEdge(p, block + 4, ackBase), { at: block + 4, length: 4 }));
      }
      nodes.push(p.node(fields.sackCount, (length - 2) / 8));
      return nodes;
    },
    word: (p, at, length, ackBase) => {
      const words: string[] = [];
      for (let block = at + 2; block < at + length; block += 8) {
        words.push(`SLE=${sackEdge(p, block, ackBase)} SRE=${sackEdge(p, block + 4, ackBase)}`);
      }
      return words.join(" ");
    },
  },
  [OPTION_TIMESTAMPS]: {
    field: fields.timestamps,
    fits: exactly(10),
    values: (p, at) => [uint32(p, fields.tsval, at + 2), uint32(p, fields.tsecr, at + 6)],
    word: (p, at) => `TSval=${p.view.getUint32(at + 2)} TSecr=${p.view.getUint32(at + 6)}`,
  },
  [OPTION_MD5]: {
    field: fields.md5,
    fits: exactly(18),
    values: (p, at) => [p.bytesNode(fields.md5Digest, at + 2, 16)],
    word: () => "MD5",
  },
  [OPTION_USER_TIMEOUT]: {
    field: fields.userTimeout,
    fits: exactly(4),
    values: (p, at) => [p.node(fields.userTimeoutValue, p.view.getUint16(at + 2) & 0x7fff, { at: at + 2, length: 2 })],
  },
  [OPTION_AO]: {
    field: fields.ao,
    fits: atLeast(4),
    values: (p, at, length) => [
      p.node(fields.aoKeyId, p.view.getUint8(at + 2), { at: at + 2, length: 1 }),
      p.node(fields.aoNextKeyId, p.view.getUint8(at + 3), { at: at + 3, length: 1 }),
      p.bytesNode(fields.aoMac, at + 4, length - 4),
    ],
    word: () => "AO",
  },
  [OPTION_FAST_OPEN]: {
    field: fields.fastOpen,
    fits: atLeast(2),
    values: (p, at, length) => (length > 2 ? [p.bytesNode(fields.fastOpenCookie, at + 2, length - 2)] : []),
    word: (_p, _at, length) => (length > 2 ? "TFO=C" : "TFO=R"),
  },
  [OPTION_EXPERIMENT_1]: experiment(),
  [OPTION_EXPERIMENT_2]: experiment(),
};

function experiment(): OptionKind {
  return {
    field: fields.experimental,
    fits: atLeast(4),
    values: (p, at, length) => [
      uint16(p, fields.experimentId, at + 2),
      ...(length > 4 ? [p.bytesNode(fields.experimentData, at + 4, length - 4)] : []),
    ],
  };
}

/** The window scale option's count, at most 14, of the options between `from` and `end`; -1 when there is none. */
export function windowShiftOption(view: DataView, from: number, end: number): number {
  // Nearly all segments have these options and no others, or none.
  if (end - from === 12 && view.getUint32(from) === NOP_NOP_TIMESTAMPS) return -1;
  let shift = -1;
  // The loop of eachTcpOption again: this one runs for every segment, and must not call or allocate.
  for (let at = from; at < end; ) {
    const kind = view.getUint8(at);
    if (kind === OPTION_END) return shift;
    if (kind === OPTION_NOP) {
      at++;
      continue;
    }
    const length = at + 2 > end ? 0 : view.getUint8(at + 1);
    if (length < 2 || at + length > end) return shift;
    if (kind === OPTION_WINDOW_SCALE && length === 3) shift = Math.min(view.getUint8(at + 2), MAX_WINDOW_SHIFT);
    at += length;
  }
  return shift;
}

/** Two no-operations, then kind and length of the timestamps. */
const NOP_NOP_TIMESTAMPS = 0x0101_080a;

/**
 * One node that holds the whole list, options as children; none when the header has no options. `to` is where the
 * header says that they end.
 */
export function tcpOptionNodes(p: Inspection, from: number, to: number, ackBase: number): FieldNode[] {
  if (from >= to) return [];
  const children: FieldNode[] = [];
  eachTcpOption(p.view, from, p.headerEnd, (kind, at, length) => {
    children.push(optionNode(p, kind, at, length, ackBase));
  });
  return [p.bytesNode(fields.options, from, to - from, children)];
}

function optionNode(p: Inspection, kind: number, at: number, length: number, ackBase: number): FieldNode {
  const kindNode = p.fieldNode(optionHeader.kind, at);
  if (kind === OPTION_END) return p.bytesNode(fields.eol, at, length, [kindNode]);
  if (kind === OPTION_NOP) return p.bytesNode(fields.nop, at, length, [kindNode]);
  const head = [kindNode, p.fieldNode(optionHeader.length, at)];
  const known = KINDS[kind];
  if (!known?.fits(length)) {
    const rest = length > 2 ? [p.bytesNode(fields.unknownPayload, at + 2, length - 2)] : [];
    return p.bytesNode(known?.field ?? fields.unknown, at, length, [...head, ...rest]);
  }
  return p.bytesNode(known.field, at, length, [...head, ...known.values(p, at, length, ackBase)]);
}

/** Wireshark's words for the Info column, in option order: `MSS=1460 SACK_PERM WS=128`. */
export function tcpOptionWords(p: Inspection, from: number, ackBase: number): string[] {
  const words: string[] = [];
  eachTcpOption(p.view, from, p.headerEnd, (kind, at, length) => {
    const known = KINDS[kind];
    if (known?.word && known.fits(length)) words.push(known.word(p, at, length, ackBase));
  });
  return words;
}
