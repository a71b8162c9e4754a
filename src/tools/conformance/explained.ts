/**
 * The sums that explain a segment's numbers, beside what tshark prints: each operand must be the number that stands in
 * the packet that it names, and together they must come to the number that is explained, modulo 2^32.
 */

import { acknowledgmentReasons } from "../../core/explain/acknowledgment.ts";
import type { ExplainedPacket } from "../../core/explain/connection-numbers.ts";
import { Explainer } from "../../core/explain/explainer.ts";
import { nextReasons } from "../../core/explain/length.ts";
import { type ExplainedField, formOf, type Operand, type Reason } from "../../core/explain/reason.ts";
import { sequenceReasons } from "../../core/explain/sequence.ts";
import { windowReasons } from "../../core/explain/window.ts";
import { FIN, SYN } from "../../core/protocols/tcp.ts";
import type { FirstPass } from "../../core/second-pass/first-pass.ts";
import type { Expected } from "./expected.ts";
import { PeerNumbers } from "./peer-numbers.ts";
import { Counter } from "./tally.ts";

/** Fields that tshark has a number for, relative and raw. */
const EXPLAINED = {
  seq: ["tcp.seq", "tcp.seq_raw"],
  nextSeq: ["tcp.nxtseq", ""],
  ack: ["tcp.ack", "tcp.ack_raw"],
  window: ["tcp.window_size", ""],
} as const satisfies Partial<Record<ExplainedField, readonly [string, string]>>;
type Summed = keyof typeof EXPLAINED;

/** What of tshark an operand is; what is not here stands in no packet. */
const OPERANDS: Readonly<Record<string, string>> = {
  seq: "tcp.seq",
  first: "tcp.seq",
  expected: "tcp.seq",
  next: "tcp.nxtseq",
  captured: "tcp.nxtseq",
  before: "tcp.ack",
  acknowledged: "tcp.ack",
  ack: "tcp.ack",
  payload: "tcp.len",
  initial: "tcp.seq_raw",
  raw: "tcp.window_size_value",
  window: "tcp.window_size",
};

const FLAGS: Readonly<Record<string, number>> = { syn: SYN, fin: FIN };
const WRAP = 2 ** 32;

/** Counts the sums of a capture, a counter a field; none where tshark says nothing of its packets. */
export function compareExplained(
  name: string,
  { fields, rows }: Expected,
  { decoder }: FirstPass,
  kept: number,
): Map<string, Counter> {
  if (!rows || !fields.includes("tcp.seq_raw")) return new Map();
  const { length, chunks } = decoder;
  const explainer = new Explainer({ length, chunks }, decoder.connections.snapshot());
  const peer = new PeerNumbers(fields, rows);
  const counters = new Map<Summed, Counter>();
  for (let row = 0; row < Math.min(length, rows.length); row++) {
    const packet = explainer.packetIn(row);
    if (!packet || peer.number(row + 1, "tcp.seq") === null) continue; // one of several headers
    for (const one of reasonsOf(packet)) {
      const field = one.field as Summed; // of others there is no counter
      if (formOf(one.kind) === "fact") continue;
      if (!counters.has(field)) counters.set(field, new Counter(name, `explain.${field}`, kept));
      counters.get(field)!.count(row + 1, expectedEquation(peer, packet, one, field), equation(one)); // made above
    }
  }
  return new Map([...counters].map(([field, counter]) => [`explain.${field}`, counter]));
}

const reasonsOf = (packet: ExplainedPacket): readonly Reason[] => [
  ...sequenceReasons(packet),
  ...nextReasons(packet),
  ...acknowledgmentReasons(packet),
  ...windowReasons(packet).filter(({ kind }) => kind !== "windowEdge"), // no field of tshark's
];

/** "726 = 1 + 725", the left side being what the right one comes to. */
function equation({ kind, operands }: Reason): string {
  if (formOf(kind) === "product") {
    const product = operands.reduce((all, { value }) => all * value, 1);
    return `${kind}: ${product} = ${operands.map(({ value }) => value).join(" + ")}`;
  }
  const sum = operands.reduce((all, { value }) => all + value, 0);
  return `${kind}: ${((sum % WRAP) + WRAP) % WRAP} = ${operands.map(({ value }) => value).join(" + ")}`;
}

/** The equation as it must be by what tshark prints. */
function expectedEquation(
  peer: PeerNumbers,
  packet: ExplainedPacket,
  { kind, operands }: Reason,
  field: Summed,
): string {
  const isRaw = kind.endsWith("Raw") || kind.endsWith("RawGuessed");
  const value = peer.number(packet.frameAt(packet.place), EXPLAINED[field][isRaw ? 1 : 0]);
  return `${kind}: ${value} = ${operands.map((operand) => expectedOperand(peer, operand, field)).join(" + ")}`;
}

function expectedOperand(peer: PeerNumbers, { what, packet, value }: Operand, field: Summed): number | null {
  const flag = FLAGS[what];
  if (flag !== undefined) return (peer.number(packet, "tcp.flags") ?? 0) & flag ? 1 : 0;
  const column = what === "relative" ? EXPLAINED[field][0] : OPERANDS[what];
  return packet === 0 || column === undefined ? value : peer.number(packet, column);
}
