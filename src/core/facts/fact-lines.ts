/**
 * The facts of a conversation as lines to read, in the order in which laboratory sheets ask for them: a term, the key of
 * its sentence in the language files, what stands in its slots, and the packets that show it.
 */
import { NO_PLACE } from "../analysis/acknowledgements.ts";
import type { ConnectionSummary } from "../analysis/connection-summary.ts";
import type { AdvertisedWindow } from "../analysis/side-summary.ts";
import type { Agreement } from "../analysis/syn-options.ts";
import { SHIFT_UNKNOWN } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import type { ConversationFacts } from "./conversation-facts.ts";

/** What a line answers, in order. */
const FACT_TERMS = [
  "client",
  "server",
  "clientSeq",
  "serverSeq",
  "answer",
  "mss",
  "beyondMss",
  "windowScale",
  "sack",
  "timestamps",
  "handshake",
  "bytes",
  "segments",
  "throughput",
  "roundTrip",
  "acks",
  "underWay",
  "again",
  "clientWindow",
  "serverWindow",
  "throttled",
  "closed",
] as const;
export type FactTerm = (typeof FACT_TERMS)[number];

export interface FactLine {
  readonly term: FactTerm;
  /** The sentence, in the language files' `facts.lines`. */
  readonly key: string;
  readonly slots: Readonly<Record<string, string | number>>;
  /** Slots whose value is a key of the language files. */
  readonly words: Readonly<Record<string, string>>;
  /** Numbers of the packets that show it, from 1. */
  readonly packets: readonly number[];
}

/** Who the two are. */
export interface Sockets {
  readonly client: { readonly address: string; readonly port: number };
  readonly server: { readonly address: string; readonly port: number };
}

/** The lines; what the capture does not tell is left out, or says so. */
export function factLines(facts: ConversationFacts, sockets: Sockets): readonly FactLine[] {
  const { summary, numbers } = facts;
  const first = numbers.segments.rows[0] ?? -1;
  return [
    line("client", "socket", sockets.client, [first]),
    line("server", "socket", sockets.server, [first]),
    ...openingLines(facts),
    ...optionLines(facts),
    ...handshakeLines(summary),
    ...dataLines(facts),
    ...troubleLines(facts),
    closedLine(summary),
  ];
}

/** Rows of the packet table, -1 for none, become numbers of packets. */
function line(
  term: FactTerm,
  key: string,
  slots: FactLine["slots"] = {},
  rows: readonly number[] = [],
  words: FactLine["words"] = {},
): FactLine {
  return { term, key, slots, words, packets: rows.filter((row) => row >= 0).map((row) => row + 1) };
}

function openingLines({ summary, answer }: ConversationFacts): readonly FactLine[] {
  const { client, server, opening } = summary;
  const lines = (["client", "server"] as const).map((side) => {
    const { initialSeq } = side === "client" ? client : server;
    if (!initialSeq) return line(`${side}Seq`, "seqNotCaptured");
    return line(`${side}Seq`, `${side}Seq`, { raw: String(initialSeq.raw) }, [initialSeq.row]);
  });
  if (!answer) return lines;
  const sum = answer.operands.map(({ value }) => value).join(" + ");
  const slots = { ack: String(answer.value), sum };
  const key = answer.kind === "ackOfSyn" ? "answerToSyn" : sum === "" ? "answerToUnseen" : "answer";
  return [...lines, line("answer", key, slots, [opening.synAck, opening.syn])];
}

function optionLines({ summary, numbers, beyondMss }: ConversationFacts): readonly FactLine[] {
  const { offers, agreement, client, server } = summary;
  const rows = [client.initialSeq?.row ?? -1, server.initialSeq?.row ?? -1];
  if (!offers.client || !offers.server || !agreement) return [];
  const slots = { client: offers.client.mss ?? 0, server: offers.server.mss ?? 0 };
  const known = Number(slots.client > 0) + Number(slots.server > 0);
  const mss = known === 2 ? "mssOfBoth" : known === 1 ? "mssOfOne" : "mssOfNone";
  const shifts = { client: 2 ** (offers.client.windowShift ?? 0), server: 2 ** (offers.server.windowShift ?? 0) };
  const { count, bytes, place } = beyondMss;
  const beyond = count > 0 ? [line("beyondMss", "beyondMss", { count, bytes }, [numbers.segments.rows[place]!])] : [];
  const agreed = (term: FactTerm, of: keyof Agreement) => line(term, agreement[of] ? "agreed" : "notAgreed", {}, rows);
  return [
    line("mss", mss, { ...slots, least: Math.min(slots.client || slots.server, slots.server || slots.client) }, rows),
    ...beyond,
    agreement.windowScaling ? line("windowScale", "scaled", shifts, rows) : line("windowScale", "notAgreed", {}, rows),
    agreed("sack", "sack"),
    agreed("timestamps", "timestamps"),
  ];
}

function handshakeLines({ opening, capturePoint }: ConnectionSummary): readonly FactLine[] {
  const { times, syn, synAck, ack } = opening;
  if (!times) return [line("handshake", "handshakeNotCaptured")];
  const slots = {
    total: seconds(times.total),
    toServer: seconds(times.toServer),
    toClient: seconds(times.toClient),
  };
  const rows = [syn, synAck, ack];
  if (capturePoint === "unclear") return [line("handshake", "handshakeUnclear", slots, rows)];
  return [line("handshake", "handshake", slots, rows, { where: `summary.captured.${capturePoint}` })];
}

function dataLines(facts: ConversationFacts): readonly FactLine[] {
  const { summary, numbers, sender, first, count, trips, acks, underWay } = facts;
  const { rows } = numbers.segments;
  const side = sender === CLIENT_TO_SERVER ? "client" : "server";
  const words = { side: `summary.${side}` };
  const lines = [
    line("bytes", "bytes", {
      client: summary.client.throughput.bytes,
      server: summary.server.throughput.bytes,
      again: summary.client.sentAgain.count + summary.server.sentAgain.count,
    }),
  ];
  const { bytes, nanoseconds, bytesPerSecond } = summary[side].throughput;
  const [one] = first;
  if (!one) return lines;
  lines.push(line("segments", "segments", { segments: count, count: one.bytes }, [rows[one.place]!], words));
  if (bytesPerSecond !== null) {
    const slots = { rate: Math.round(bytesPerSecond), count: bytes, time: seconds(nanoseconds) };
    lines.push(line("throughput", "throughput", slots, [rows[0]!, rows.at(-1)!], words));
  }
  const { last } = trips;
  if (last) {
    const slots = { count: trips.count, estimated: seconds(last.estimated), timeout: seconds(last.timeout) };
    lines.push(line("roundTrip", "roundTrip", slots, [rows[last.sent]!, rows[last.ack]!]));
  }
  if (acks.count > 0) lines.push(ackLine(facts));
  if (underWay.bytes > 0) lines.push(line("underWay", "underWay", { count: underWay.bytes }, [rows[underWay.place]!]));
  return lines;
}

function ackLine({ numbers, acks }: ConversationFacts): FactLine {
  const { count, least, most, usual } = acks;
  const slots = { acks: count, one: acks.one.count, two: acks.two.count, more: acks.more.count };
  const shown = [acks.one, acks.two, acks.more].map((of) => numbers.segments.rows[of.first] ?? -1);
  if (!usual) return line("acks", "acksVary", { ...slots, least, most }, shown);
  if (count === 1) return line("acks", "onlyAck", { count: usual.bytes }, shown);
  return line("acks", "acks", { ...slots, count: usual.bytes, usual: usual.count }, shown);
}

/** Packets named of those that were sent again. */
const NAMED = 20;

function troubleLines(facts: ConversationFacts): readonly FactLine[] {
  const { summary } = facts;
  return [
    againLine(facts),
    ...windowLines("clientWindow", summary.client.window?.min),
    ...windowLines("serverWindow", summary.server.window?.min),
    throttledLine(facts),
  ];
}

/** Bytes that the capture has only once are data in `dataLines`, also where the packet that has them is a repetition. */
function againLine({ numbers, again }: ConversationFacts): FactLine {
  if (again.length === 0) return line("again", "noneAgain");
  const named = again.slice(0, NAMED).map(({ place }) => numbers.segments.rows[place]!);
  const slots = { count: again.length, fast: again.filter(({ kind }) => kind === "fast").length };
  const unseen = again.filter(({ first }) => first === NO_PLACE).length;
  return unseen === 0
    ? line("again", "again", slots, named)
    : line("again", "againUnseen", { ...slots, unseen }, named);
}

/** A window of unknown scale says when it is 0, and not when it is full. */
function throttledLine({ summary, numbers, full, sender, count }: ConversationFacts): FactLine {
  const isOut = sender === CLIENT_TO_SERVER;
  const { zeroWindow } = isOut ? summary.server : summary.client;
  const closed = { count: zeroWindow.count };
  if (count > 0 && (isOut ? numbers.server : numbers.client).shift === SHIFT_UNKNOWN) {
    return line("throttled", closed.count > 0 ? "closedUnknown" : "throttledUnknown", closed, [zeroWindow.first]);
  }
  const isThrottled = full.count + closed.count > 0;
  const rows = [numbers.segments.rows[full.first] ?? -1, zeroWindow.first];
  return line("throttled", isThrottled ? "throttled" : "notThrottled", { ...closed, full: full.count }, rows);
}

function windowLines(term: FactTerm, least: AdvertisedWindow | undefined): readonly FactLine[] {
  if (!least) return [];
  const { raw, bytes, isScaleKnown, row } = least;
  if (!isScaleKnown) return [line(term, "windowUnknown", { raw }, [row])];
  if (raw === bytes) return [line(term, "windowPlain", { count: bytes }, [row])];
  return [line(term, "windowScaled", { raw, bytes, factor: bytes / raw }, [row])];
}

function closedLine({ ending }: ConnectionSummary): FactLine {
  const { state, fins, isSimultaneous, reset } = ending;
  const [first, second] = fins;
  const side = (of: { readonly side: number } | null | undefined) => `summary.${of?.side === 0 ? "client" : "server"}`;
  const rows = [first?.row ?? -1, second?.row ?? -1, reset?.row ?? -1];
  const words = { first: side(first ?? reset), second: side(second) };
  if (second) return line("closed", isSimultaneous ? "closedAtOnce" : "closedByFins", {}, rows, words);
  if (reset && first) return line("closed", "closedByFinAndReset", {}, rows, { ...words, second: side(reset) });
  if (reset) return line("closed", state === "refused" ? "refused" : "closedByReset", {}, rows, words);
  return first ? line("closed", "closedByOne", {}, rows, words) : line("closed", "notClosed");
}

/** Seconds with six decimals, as tools print them. */
export const seconds = (nanoseconds: number): string => (nanoseconds / 1e9).toFixed(6);
