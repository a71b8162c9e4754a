/** What each kind of TCP option holds (IANA, TCP Option Kind Numbers). An option is kind and length, then values. */
import { hexDigits } from "../base/hex.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { bool, dec, type FieldInfo, generated, header } from "./spec.ts";
import { multipath, multipathFields, multipathParts } from "./tcp-multipath.ts";

const RFC = "RFC 9293 §3.2";

export const OPTION_END = 0;
export const OPTION_NOP = 1;
const MSS = 2;
export const OPTION_WINDOW_SCALE = 3;
const SACK_PERMITTED = 4;
export const OPTION_SACK = 5;
const ECHO = 6;
const ECHO_REPLY = 7;
const TIMESTAMPS = 8;
const CC = 11;
const CC_NEW = 12;
const CC_ECHO = 13;
const MD5 = 19;
const USER_TIMEOUT = 28;
const AUTHENTICATION = 29;
export const OPTION_MULTIPATH = 30;
const FAST_OPEN = 34;
/** The lowest kind that an option of Accurate ECN has. */
export const ACCURATE_ECN_0 = 172;
const ACCURATE_ECN_1 = 174;
const EXPERIMENT_1 = 253;
const EXPERIMENT_2 = 254;

/** Every option but the two of one byte begins so. */
export const optionHeader = header(
  "tcp",
  { source: RFC },
  {
    kind: dec(8, "Kind", {
      key: "tcp.option_kind",
      values: {
        [OPTION_END]: "End of Option List",
        [OPTION_NOP]: "No-Operation",
        [MSS]: "Maximum Segment Size",
        [OPTION_WINDOW_SCALE]: "Window Scale",
        [SACK_PERMITTED]: "SACK Permitted",
        [OPTION_SACK]: "SACK",
        [ECHO]: "Echo",
        [ECHO_REPLY]: "Echo Reply",
        [TIMESTAMPS]: "Time Stamp Option",
        [CC]: "CC",
        [CC_NEW]: "CC.NEW",
        [CC_ECHO]: "CC.ECHO",
        [MD5]: "MD5 Signature Option",
        20: "SCPS Capabilities",
        21: "SCPS SNACK",
        22: "SCPS Record Boundary",
        23: "SCPS Corruption Experienced",
        27: "Quick-Start Response",
        [USER_TIMEOUT]: "User Timeout Option",
        [AUTHENTICATION]: "The TCP Authentication Option",
        [OPTION_MULTIPATH]: "Multipath TCP",
        [FAST_OPEN]: "TCP Fast Open Cookie",
        69: "Encryption Negotiation",
        76: "Riverbed Probe",
        78: "Riverbed Transparency",
        [ACCURATE_ECN_0]: "Accurate ECN Order 0",
        [ACCURATE_ECN_1]: "Accurate ECN Order 1",
        [EXPERIMENT_1]: "RFC3692-style Experiment 1",
        [EXPERIMENT_2]: "RFC3692-style Experiment 2",
      },
    }),
    length: dec(8, "Length", { key: "tcp.option_len", unit: "bytes" }),
  },
);

const whole = (name: string, title: string, source = RFC) =>
  generated(`tcp.options.${name}`, title, "bytes", { source });
const number = (name: string, title: string, source: string) =>
  generated(`tcp.options.${name}`, title, "uint", { source });

/** The whole list. */
export const listField = generated("tcp.options", "TCP Options", "bytes", { source: RFC });

const fields = {
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
  echo: whole("echo", "Echo or its reply", "RFC 1072 §4"),
  echoValue: number("echo_value", "Echo value", "RFC 1072 §4"),
  timestamps: whole("timestamp", "Timestamps", "RFC 7323 §3.2"),
  tsval: number("timestamp.tsval", "Timestamp value", "RFC 7323 §3.2"),
  tsecr: number("timestamp.tsecr", "Timestamp echo reply", "RFC 7323 §3.2"),
  cc: whole("cc", "CC, CC.NEW or CC.ECHO", "RFC 1644 §2.1"),
  ccValue: number("cc_value", "Connection count", "RFC 1644 §2.1"),
  md5: whole("md5", "TCP MD5 signature", "RFC 2385 §3"),
  md5Digest: whole("md5.digest", "MD5 digest", "RFC 2385 §3"),
  userTimeout: whole("user_to", "User Timeout", "RFC 5482 §2"),
  authentication: whole("ao", "TCP AO", "RFC 5925 §2.2"),
  keyId: number("ao.keyid", "AO KeyID", "RFC 5925 §2.2"),
  nextKeyId: number("ao.rnextkeyid", "AO RNextKeyID", "RFC 5925 §2.2"),
  mac: whole("ao.mac", "AO MAC", "RFC 5925 §2.2"),
  fastOpen: whole("tfo", "TCP Fast Open", "RFC 7413 §4.1.1"),
  fastOpenRequest: generated("tcp.options.tfo.request", "Fast Open Cookie Request", "bool", {
    source: "RFC 7413 §4.1.1",
  }),
  fastOpenCookie: whole("tfo.cookie", "Fast Open Cookie", "RFC 7413 §4.1.1"),
  accurateEcn: whole("acc_ecn", "Accurate ECN", "RFC 9768 §3.2.3"),
  ect0Bytes: number("acc_ecn.ee0b", "Accurate ECN Echo ECT(0) Byte Counter", "RFC 9768 §3.2.3"),
  ceBytes: number("acc_ecn.eceb", "Accurate ECN Echo CE Byte Counter", "RFC 9768 §3.2.3"),
  ect1Bytes: number("acc_ecn.ee1b", "Accurate ECN Echo ECT(1) Byte Counter", "RFC 9768 §3.2.3"),
  experimental: whole("experimental", "Experimental", "RFC 6994 §3"),
  experimentId: generated("tcp.options.experimental.exid", "Experiment Identifier", "uint", {
    source: "RFC 6994 §3",
    digits: 4,
  }),
  experimentData: whole("experimental.data", "Data", "RFC 6994 §3"),
  other: generated("tcp.options.other", "Further option", "bytes", { source: "IANA", ours: true }),
  unknown: whole("unknown", "Unknown"),
  unknownPayload: whole("unknown.payload", "Payload"),
} satisfies Record<string, FieldInfo>;

const timeout = header(
  "tcp.options",
  { source: "RFC 5482 §2" },
  {
    granularity: bool("Granularity", { filter: "user_to_granularity" }),
    value: dec(15, "User Timeout", { filter: "user_to_val" }),
  },
);

/** Fields of all kinds. */
export const optionKindFields: readonly FieldInfo[] = [
  ...Object.values(fields),
  ...Object.values(timeout),
  multipath,
  ...multipathFields,
];

/** How one kind of option is taken apart. */
export interface OptionKind {
  /** Stands for the option as a whole. */
  readonly field: FieldInfo;
  /** Whether the length is one that the kind allows; values of other lengths are not read. */
  readonly fits: (length: number) => boolean;
  /** Its values, behind kind and length: those that were captured whole. */
  readonly values: (p: Inspection, at: number, length: number, ackBase: number) => FieldNode[];
  /** Wireshark's word for the Info column, the blank before it included. */
  readonly word?: (p: Inspection, at: number, length: number, ackBase: number) => string;
  /** The word comes also where only a part of the option was captured. */
  readonly tellsPart?: true;
}

const any = () => true;
const exactly = (expected: number) => (length: number) => length === expected;
const atLeast = (least: number) => (length: number) => length >= least;
const nothing = () => [];

/** The `length` bytes at `at` as `read` reads them; nothing where they were not all captured. */
function value(p: Inspection, field: FieldInfo, at: number, length: number, read: () => number): FieldNode[] {
  return p.covers(at, length) ? [p.node(field, read(), { at, length })] : [];
}
const uint8 = (p: Inspection, field: FieldInfo, at: number) => value(p, field, at, 1, () => p.view.getUint8(at));
const uint16 = (p: Inspection, field: FieldInfo, at: number) => value(p, field, at, 2, () => p.view.getUint16(at));
const uint32 = (p: Inspection, field: FieldInfo, at: number) => value(p, field, at, 4, () => p.view.getUint32(at));
/** What lies between `from` and the option's end; nothing when nothing does. */
const rest = (p: Inspection, field: FieldInfo, from: number, end: number) =>
  end > from && p.covers(from, end - from) ? [p.bytesNode(field, from, end - from)] : [];

/** A number of four bytes, and nothing else. */
function single(field: FieldInfo, number: FieldInfo, word: string): OptionKind {
  return {
    field,
    fits: exactly(6),
    values: (p, at) => uint32(p, number, at + 2),
    word: (p, at) => ` ${word}=${p.view.getUint32(at + 2)}`,
  };
}

/** An edge of a SACK block counts from the other direction's first sequence number, as the acknowledgment does. */
function sackEdge(p: Inspection, at: number, ackBase: number): number {
  const edge = p.view.getUint32(at);
  return ackBase < 0 ? edge : (edge - ackBase) >>> 0;
}

/** First bytes of the edges in a SACK option, left and right in turn; a last block may have only a left one. */
function sackEdges(at: number, length: number): number[] {
  return Array.from({ length: Math.floor((length - 2) / 4) }, (_, edge) => at + 2 + edge * 4);
}

/** First bytes of the whole SACK blocks of an option. */
function sackBlocks(at: number, length: number): number[] {
  return Array.from({ length: Math.floor((length - 2) / 8) }, (_, block) => at + 2 + block * 8);
}

const multiplierOf = (shift: number): number => 2 ** Math.min(shift, 14);

const cookieWord = (length: number): string => (length > 0 ? " TFO=C" : " TFO=R");

/** A Fast Open cookie of `length` bytes, or the request for one. */
function cookieParts(p: Inspection, at: number, length: number): FieldNode[] {
  return length > 0 ? rest(p, fields.fastOpenCookie, at, at + length) : [p.node(fields.fastOpenRequest, 1)];
}

/** The three byte counters of Accurate ECN, in either order; of the last, or the last two, there may be no room. */
class EcnCounters {
  private readonly order: readonly (readonly [field: FieldInfo, word: string])[];

  constructor(...order: readonly (readonly [FieldInfo, string])[]) {
    this.order = order;
  }

  /** How many of `length` bytes there are; none where they do not fill them, or overflow. */
  private present(length: number) {
    return this.order.slice(0, holdsCounters(length) ? length / COUNTER : 0);
  }

  nodes(p: Inspection, from: number, length: number): FieldNode[] {
    return this.present(length).flatMap(([field], index) => {
      const at = from + index * COUNTER;
      return value(p, field, at, COUNTER, () => counterAt(p.view, at));
    });
  }

  words(p: Inspection, from: number, length: number): string {
    const words = this.present(length).map(([, word], index) => {
      const at = from + index * COUNTER;
      return p.covers(at, COUNTER) ? ` ${word}=${counterAt(p.view, at)}` : "";
    });
    return words.join("");
  }

  /** The option of RFC 9768, which came after the experiments. */
  option(): OptionKind {
    return {
      field: fields.accurateEcn,
      fits: any,
      values: (p, at, length) => this.nodes(p, at + 2, length - 2),
      word: (p, at, length) => (length === 2 ? " AccECN" : this.words(p, at + 2, length - 2)),
      tellsPart: true,
    };
  }
}

/** Bytes of one counter. */
const COUNTER = 3;
const counterAt = (view: DataView, at: number): number => view.getUint16(at) * 256 + view.getUint8(at + 2);

const ecnOrder0 = new EcnCounters([fields.ect0Bytes, "EE0B"], [fields.ceBytes, "ECEB"], [fields.ect1Bytes, "EE1B"]);
const ecnOrder1 = new EcnCounters([fields.ect1Bytes, "EE1B"], [fields.ceBytes, "ECEB"], [fields.ect0Bytes, "EE0B"]);

/** Experiments that Wireshark knows by their identifier (IANA, TCP Experimental Option Experiment Identifiers). */
const EXPERIMENT_FAST_OPEN = 0xf989;
const ECN_EXPERIMENTS: Readonly<Record<number, EcnCounters>> = { 44224: ecnOrder0, 44225: ecnOrder1 };

/** Whether the option at `at` holds the counters of Accurate ECN, or leaves them all out, in so many bytes. */
export function isAccurateEcn(view: DataView, at: number, length: number): boolean {
  const kind = view.getUint8(at);
  if (kind === ACCURATE_ECN_0 || kind === ACCURATE_ECN_1) return holdsCounters(length - 2);
  if (kind !== EXPERIMENT_1 && kind !== EXPERIMENT_2) return false;
  return length >= 4 && view.getUint16(at + 2) in ECN_EXPERIMENTS && holdsCounters(length - 4);
}

const holdsCounters = (length: number): boolean => length % COUNTER === 0 && length <= 3 * COUNTER;

const experiment: OptionKind = {
  field: fields.experimental,
  fits: atLeast(4),
  values: (p, at, length) => {
    if (!p.covers(at + 2, 2)) return [];
    const id = p.view.getUint16(at + 2);
    const head = uint16(p, fields.experimentId, at + 2);
    const from = at + 4;
    if (id === EXPERIMENT_FAST_OPEN) return [...head, ...cookieParts(p, from, length - 4)];
    const counters = ECN_EXPERIMENTS[id];
    if (counters) return [...head, ...counters.nodes(p, from, length - 4)];
    return [...head, ...rest(p, fields.experimentData, from, at + length)];
  },
  word: (p, at, length) => {
    if (!p.covers(at + 2, 2)) return "";
    const id = p.view.getUint16(at + 2);
    const counters = ECN_EXPERIMENTS[id];
    if (counters) return counters.words(p, at + 4, length - 4);
    if (!p.covers(at, length)) return "";
    return id === EXPERIMENT_FAST_OPEN ? cookieWord(length - 4) : ` ExID=${hexDigits(id, 1).toUpperCase()}`;
  },
  tellsPart: true,
};

/** Kinds that have a name, and no more here: SCPS and SNACK, Quick-Start, Riverbed's. */
const NAMED_ONLY = [20, 21, 22, 23, 27, 76, 78] as const;
const namedOnly: OptionKind = { field: fields.other, fits: any, values: nothing };

export const OPTION_KINDS: Readonly<Record<number, OptionKind>> = {
  ...Object.fromEntries(NAMED_ONLY.map((kind) => [kind, namedOnly])),
  [OPTION_END]: { field: fields.eol, fits: any, values: nothing },
  [OPTION_NOP]: { field: fields.nop, fits: any, values: nothing },
  [MSS]: {
    field: fields.mss,
    fits: exactly(4),
    values: (p, at) => uint16(p, fields.mssValue, at + 2),
    word: (p, at) => ` MSS=${p.view.getUint16(at + 2)}`,
  },
  [OPTION_WINDOW_SCALE]: {
    field: fields.windowScale,
    fits: exactly(3),
    values: (p, at) => [
      ...uint8(p, fields.shift, at + 2),
      ...(p.covers(at + 2, 1) ? [p.node(fields.multiplier, multiplierOf(p.view.getUint8(at + 2)))] : []),
    ],
    word: (p, at) => ` WS=${multiplierOf(p.view.getUint8(at + 2))}`,
  },
  [SACK_PERMITTED]: { field: fields.sackPermitted, fits: any, values: nothing, word: () => " SACK_PERM" },
  [OPTION_SACK]: {
    field: fields.sack,
    fits: any,
    values: (p, at, length, ackBase) => {
      const edge = (field: FieldInfo, from: number) => value(p, field, from, 4, () => sackEdge(p, from, ackBase));
      const edges = sackEdges(at, length).flatMap((from, index) =>
        edge(index % 2 === 0 ? fields.sackLeft : fields.sackRight, from),
      );
      const count = p.node(fields.sackCount, sackBlocks(at, length).length);
      return p.covers(at, length) ? [...edges, count] : edges;
    },
    word: (p, at, length, ackBase) =>
      sackBlocks(at, length)
        .filter((block) => p.covers(block, 8))
        .map((block) => ` SLE=${sackEdge(p, block, ackBase)} SRE=${sackEdge(p, block + 4, ackBase)}`)
        .join(""),
    tellsPart: true,
  },
  [ECHO]: single(fields.echo, fields.echoValue, "ECHO"),
  [ECHO_REPLY]: single(fields.echo, fields.echoValue, "ECHO"),
  [TIMESTAMPS]: {
    field: fields.timestamps,
    fits: exactly(10),
    values: (p, at) => [...uint32(p, fields.tsval, at + 2), ...uint32(p, fields.tsecr, at + 6)],
    word: (p, at) => ` TSval=${p.view.getUint32(at + 2)} TSecr=${p.view.getUint32(at + 6)}`,
  },
  [CC]: single(fields.cc, fields.ccValue, "CC"),
  [CC_NEW]: single(fields.cc, fields.ccValue, "CC"),
  [CC_ECHO]: single(fields.cc, fields.ccValue, "CC"),
  [MD5]: {
    field: fields.md5,
    fits: any,
    values: (p, at, length) => (length === 18 ? rest(p, fields.md5Digest, at + 2, at + length) : []),
    word: () => " MD5",
    tellsPart: true,
  },
  [USER_TIMEOUT]: {
    field: fields.userTimeout,
    fits: exactly(4),
    values: (p, at) => (p.covers(at + 2, 2) ? p.fixedNodes(timeout, at + 2) : []),
    word: (p, at) => ` USER_TO=${timeout.value(p.view, at + 2)}`,
  },
  [AUTHENTICATION]: {
    field: fields.authentication,
    fits: any,
    values: (p, at, length) =>
      length < 4
        ? []
        : [
            ...uint8(p, fields.keyId, at + 2),
            ...uint8(p, fields.nextKeyId, at + 3),
            ...rest(p, fields.mac, at + 4, at + length),
          ],
    word: () => "TCP AO", // without a blank, as Wireshark writes it
    tellsPart: true,
  },
  [OPTION_MULTIPATH]: { field: multipath, fits: any, values: multipathParts },
  [FAST_OPEN]: {
    field: fields.fastOpen,
    fits: any,
    values: (p, at, length) => cookieParts(p, at + 2, length - 2),
    word: (_p, _at, length) => cookieWord(length - 2),
  },
  [ACCURATE_ECN_0]: ecnOrder0.option(),
  [ACCURATE_ECN_1]: ecnOrder1.option(),
  [EXPERIMENT_1]: experiment,
  [EXPERIMENT_2]: experiment,
};

/** What no kind is known for. */
export const unknownKind: OptionKind = {
  field: fields.unknown,
  fits: any,
  values: (p, at, length) => rest(p, fields.unknownPayload, at + 2, at + length),
};
