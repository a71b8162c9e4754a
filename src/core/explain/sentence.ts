/**
 * What a reason is worded by: the key of its sentence in the language files, the values of its slots, the packets that it
 * names. The page and the command line fill the sentence in; no word stands here.
 */
import { TCP_STATES } from "../analysis/tcp-states.ts";
import { formOf, type Operand, type Reason } from "./reason.ts";

export interface Sentence {
  /** In the language files. */
  readonly key: string;
  /** By the slot's name; `count` picks the plural. */
  readonly slots: Readonly<Record<string, string | number>>;
  /** Slots whose value is itself a key of the language files. */
  readonly words: Readonly<Record<string, string>>;
  /** Numbers of packets, from 1, by the tag that stands for them: `<syn/>`. */
  readonly packets: Readonly<Record<string, number>>;
}

/** The sentence of a reason. */
export function sentenceOf(reason: Reason): Sentence {
  const { field, kind, operands } = reason;
  const packets = Object.fromEntries(operands.map(({ what, packet }) => [what, packet]));
  const counted = countOf(reason);
  const slots = {
    ...Object.fromEntries(operands.map(({ what }) => [what, slotText(reason, sumOf(operands, what))])),
    value: slotText(reason, reason.value),
    ...(counted !== null && { count: counted }),
  };
  if (field === "finding") {
    const name = kind.slice("finding_".length);
    return { key: `findings.numbers.${name}`, slots: findingSlots(reason), words: {}, packets };
  }
  const words: Record<string, string> = {};
  if (kind === "stateOfClient" || kind === "stateOfServer") {
    const [event] = operands;
    words.event = `summary.states.events.${event?.what === "close" && reason.value === 0 ? "giveUp" : event?.what}`;
    return { key: `explain.reasons.${kind}`, slots: { ...slots, from: stateName(event?.value) }, words, packets };
  }
  return { key: `explain.reasons.${kind}`, slots, words, packets };
}

/** The equation of a reason: how each operand goes in; null for a fact, and where the value is the only operand. */
export function equationOf(reason: Reason): readonly { readonly sign: string; readonly operand: Operand }[] | null {
  const form = formOf(reason.kind);
  const { operands } = reason;
  if (form === "fact" || operands.length < 2) return null;
  return operands.map((operand, at) => {
    const plain = at === 0 ? "" : form === "sum" ? "+" : "×";
    return { sign: operand.value < 0 ? "−" : plain, operand };
  });
}

/** A number of a reason as it is written: states by name, checksums in hex, times in ms. */
export function slotText({ field }: Reason, value: number): string {
  switch (field) {
    case "state":
      return stateName(value);
    case "checksum":
      return `0x${value.toString(16).padStart(4, "0")}`;
    case "time":
      return (Math.abs(value) / 1e6).toFixed(3);
    default:
      return String(Math.abs(value));
  }
}

const stateName = (state: number | undefined): string => TCP_STATES[state ?? 0] ?? "";

const sumOf = (operands: readonly Operand[], wanted: string): number =>
  operands.reduce((sum, { what, value }) => (what === wanted ? sum + value : sum), 0);

/** Whose number of bytes a sentence counts. */
const COUNTED = ["payload", "part", "missing", "unseen", "bytes", "offset"];

/** What picks the plural; null where nothing is counted. */
function countOf({ kind, operands, value }: Reason): number | null {
  if (kind === "ackAdvances") return operands.filter(({ what }) => what === "segment").length;
  if (kind.startsWith("window") || kind === "optionMss") return value;
  const counted = operands.find(({ what }) => COUNTED.includes(what));
  return counted ? counted.value : null;
}

/** Findings tell times in ms, and know which of their numbers are times. */
function findingSlots({ operands }: Reason): Record<string, string | number> {
  const isTime = (what: string) => what === "since" || what === "within";
  const texts = operands.map(({ what, value }) => [what, isTime(what) ? (value / 1e6).toFixed(3) : String(value)]);
  const missing = operands.find(({ what }) => what === "missing");
  return { ...Object.fromEntries(texts), ...(missing && { count: missing.value }) };
}
