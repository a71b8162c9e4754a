/**
 * What a reason is: a value of a packet, and the numbers that it comes of, each with the packet that it stands in. Every
 * kind of reason is described once, by its form and by the section of the document that it rests on.
 */
import { WIRESHARK } from "../analysis/findings.ts";

/** What of a packet is explained, in the order in which it is told. */
export const EXPLAINED_FIELDS = [
  "seq",
  "length",
  "nextSeq",
  "ack",
  "flags",
  "window",
  "option",
  "finding",
  "time",
  "checksum",
  "state",
] as const;
export type ExplainedField = (typeof EXPLAINED_FIELDS)[number];

/** One number that a value comes of. */
export interface Operand {
  /** Sequence and acknowledgment numbers are relative where the value is. Negative where it is taken away. */
  readonly value: number;
  /** The packet that it stands in, from 1; 0 where it stands in none. */
  readonly packet: number;
  /** What it is, and the name of its slot in the sentence. */
  readonly what: string;
}

/** Why a value is what it is. */
export interface Reason {
  readonly field: ExplainedField;
  readonly value: number;
  readonly kind: ReasonKind;
  readonly operands: readonly Operand[];
  /** Section of the RFC that says so, or "Wireshark's rule". */
  readonly source: string;
  /** The capture does not show all that it rests on. */
  readonly isInferred: boolean;
}

/**
 * "sum": the operands add up to the value modulo 2^32 (RFC 9293 §3.4); "product": multiplied they are it; "fact": they
 * only go with it.
 */
export type Form = "sum" | "product" | "fact";

const SEQUENCE = "RFC 9293 §3.4";
const OPENING = "RFC 9293 §3.5";
const RESET = "RFC 9293 §3.5.2";
const HEADER = "RFC 9293 §3.1";
const CHECKSUM = "RFC 9293 §3.1";
/** No RFC knows of it: the kernel's own documentation does. */
const OFFLOAD = "Linux, Checksum Offloads";
const RECEIVED = "RFC 9293 §3.10.7.4";
const sum = (source: string) => ({ form: "sum", source }) as const;
const product = (source: string) => ({ form: "product", source }) as const;
const fact = (source: string) => ({ form: "fact", source }) as const;

/** All kinds but those of findings, whose sources findings.ts has. */
export const KINDS = {
  seqOfSyn: fact("RFC 9293 §3.4.1"),
  seqAfterSyn: sum(SEQUENCE),
  seqAfterSynAndData: sum(SEQUENCE),
  seqAfterData: sum(SEQUENCE),
  seqAfterDataAndFin: sum(SEQUENCE),
  seqAfterFin: sum(SEQUENCE),
  seqAfterAck: sum(SEQUENCE),
  seqAgain: sum("RFC 9293 §3.8.1"),
  seqAgainSyn: sum("RFC 9293 §3.8.1"),
  seqAgainBehindSyn: sum("RFC 9293 §3.8.1"),
  seqAgainFin: sum("RFC 9293 §3.8.1"),
  seqAgainWithin: sum("RFC 9293 §3.8.1"),
  seqAgainFinWithin: sum("RFC 9293 §3.8.1"),
  seqOfKeepAlive: sum("RFC 9293 §3.8.4"),
  seqAfterGap: sum(SEQUENCE),
  seqBeforeFirst: sum(SEQUENCE),
  seqOfReset: sum("RFC 9293 §3.10.7.1"),
  seqOfRefusal: fact("RFC 9293 §3.10.7.1"),
  seqFirstSeen: fact(WIRESHARK),
  seqRaw: sum(WIRESHARK),
  seqRawGuessed: sum(WIRESHARK),

  lengthOverIpv4: sum("RFC 791 §3.1"),
  lengthOverIpv6: sum("RFC 8200 §3"),

  nextAfterSyn: sum(SEQUENCE),
  nextAfterSynAndData: sum(SEQUENCE),
  nextAfterData: sum(SEQUENCE),
  nextAfterDataAndFin: sum(SEQUENCE),
  nextAfterFin: sum(SEQUENCE),
  nextSame: sum(SEQUENCE),
  nextOfKeepAlive: sum("RFC 9293 §3.8.4"),
  nextOfReset: sum(SEQUENCE),

  ackOfSyn: sum(OPENING),
  ackOfSynAndData: sum("RFC 7413 §4.2"),
  ackOfData: sum(SEQUENCE),
  ackOfDataAndFin: sum("RFC 9293 §3.6"),
  ackOfFin: sum("RFC 9293 §3.6"),
  ackOfAck: sum(SEQUENCE),
  ackWithin: sum(SEQUENCE),
  ackOfUnseen: sum(SEQUENCE),
  ackOfExpected: sum(SEQUENCE),
  ackOfHole: sum(SEQUENCE),
  ackBeforeFirst: sum(SEQUENCE),
  ackOfNothingSeen: fact(SEQUENCE),
  ackUnused: fact(HEADER),
  ackStays: sum("RFC 9293 §3.8.6.3"),
  ackAdvances: sum(SEQUENCE),
  ackRaw: sum(WIRESHARK),
  ackRawGuessed: sum(WIRESHARK),

  flagSyn: fact(OPENING),
  flagSynAck: fact(OPENING),
  flagAck: fact(HEADER),
  flagPsh: fact("RFC 9293 §3.9.1.2"),
  flagFin: fact("RFC 9293 §3.6"),
  flagRst: fact(RESET),
  flagRstRefuses: fact("RFC 9293 §3.5.2"),
  flagUrg: fact("RFC 9293 §3.8.5"),
  flagEce: fact("RFC 3168 §6.1.3"),
  flagEceOfSyn: fact("RFC 3168 §6.1.1"),
  flagCwr: fact("RFC 3168 §6.1.2"),
  flagCwrOfSyn: fact("RFC 3168 §6.1.1"),
  flagCwrOfAnswer: fact("RFC 3168 §6.1.1"),
  flagAe: fact("RFC 9768 §3.1"),
  flagAce: fact("RFC 9768 §3.2.2"),
  flagAceOfSyn: fact("RFC 9768 §3.1.1"),
  flagAceOfAnswer: fact("RFC 9768 §3.1.1"),
  flagAceOfHandshake: fact("RFC 9768 §3.2.2.1"),
  flagNone: fact(HEADER),

  windowOfSyn: fact("RFC 7323 §2.2"),
  windowScaled: product("RFC 7323 §2.3"),
  windowPlain: fact("RFC 7323 §1.3"),
  windowZero: fact("RFC 9293 §3.8.6.1"),
  windowUnknown: fact("RFC 7323 §2.2"),
  windowEdge: sum("RFC 9293 §3.8.6"),

  optionMss: fact("RFC 9293 §3.7.1"),
  optionWindowScale: fact("RFC 7323 §2.2"),
  optionSackPermitted: fact("RFC 2018 §2"),
  optionSackBlock: sum("RFC 2018 §3"),
  optionDuplicateSack: sum("RFC 2883 §4"),
  optionTimestamps: fact("RFC 7323 §3.2"),
  optionTimestampsFirst: fact("RFC 7323 §3.2"),
  optionFastOpenRequest: fact("RFC 7413 §4.1.1"),
  optionFastOpenCookie: fact("RFC 7413 §4.1.1"),
  optionFastOpenData: fact("RFC 7413 §4.2"),
  optionFastOpenGiven: fact("RFC 7413 §4.1.1"),
  optionNop: fact("RFC 9293 §3.2"),
  optionEnd: fact("RFC 9293 §3.2"),
  optionUserTimeout: fact("RFC 5482 §2"),
  optionMd5: fact("RFC 2385 §3"),
  optionAuthentication: fact("RFC 5925 §2.2"),
  optionMultipath: fact("RFC 8684 §3"),
  optionAccurateEcn: fact("RFC 9768 §3.2.3"),
  optionOther: fact("RFC 9293 §3.2"),

  timeRoundTrip: sum("RFC 6298 §3"),
  timeRoundTripAmbiguous: sum("RFC 6298 §3"),

  checksumGood: fact(CHECKSUM),
  checksumBad: fact(CHECKSUM),
  checksumOff: fact(CHECKSUM),
  checksumCut: fact(CHECKSUM),
  checksumFragment: fact(CHECKSUM),
  checksumOffloadEmpty: fact(OFFLOAD),
  checksumOffloadPartial: fact(OFFLOAD),

  stateOfClient: fact("RFC 9293 §3.3.2"),
  stateOfServer: fact("RFC 9293 §3.3.2"),
  stateStays: fact(RECEIVED),
} as const satisfies Record<string, { readonly form: Form; readonly source: string }>;

/** Kinds of findings are the last part of Wireshark's names: "fast_retransmission". */
export type FindingKind = `finding_${string}`;
export type ReasonKind = keyof typeof KINDS | FindingKind;

/** A reason of a kind that KINDS describes. */
export function reason(
  field: ExplainedField,
  kind: keyof typeof KINDS,
  value: number,
  operands: readonly Operand[] = [],
  isInferred = false,
): Reason {
  return { field, value, kind, operands, source: KINDS[kind].source, isInferred };
}

/** What a kind's operands are to its value; those of findings only go with it. */
export function formOf(kind: ReasonKind): Form {
  return isDescribed(kind) ? KINDS[kind].form : "fact";
}

const isDescribed = (kind: ReasonKind): kind is keyof typeof KINDS => Object.hasOwn(KINDS, kind);

const WRAP = 2 ** 32;

/** Whether what a reason says of its value holds: the sum modulo 2^32, the product; facts say nothing to check. */
export function holds({ kind, value, operands }: Reason): boolean {
  const values = operands.map((operand) => operand.value);
  switch (formOf(kind)) {
    case "sum":
      return (values.reduce((all, one) => all + one, 0) - value) % WRAP === 0;
    case "product":
      return values.reduce((all, one) => all * one, 1) === value;
    default:
      return true;
  }
}
