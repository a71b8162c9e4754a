/** The facts in words: on the sheet, and as text with packet numbers as evidence. */
import type { TFunction } from "i18next";
import type { ConversationFacts } from "../../core/facts/conversation-facts.ts";
import { type FactLine, seconds } from "../../core/facts/fact-lines.ts";
import type { RoundTrip } from "../../core/facts/round-trips.ts";

/** Slots of one of the sentences, for the type of all. */
type SocketSlots = { readonly address: string; readonly port: number };

/** The sentence of a line. */
export function lineWords({ key, slots, words }: FactLine, t: TFunction): string {
  const filled = Object.entries(words).map(([name, word]) => [name, t(word as "summary.client")] as const);
  const values = { ...slots, ...Object.fromEntries(filled) };
  // The sentences differ in their slots; a test asks for all of them.
  return t(`facts.lines.${key}` as "facts.lines.socket", values as unknown as SocketSlots);
}

/** "0.028500 s = 0.875 × 0.027460 + 0.125 × 0.035557". */
export function tripWords({ before, sample, estimated }: RoundTrip, t: TFunction): string {
  if (Number.isNaN(before)) return t("facts.trips.first", { estimated: seconds(estimated) });
  return t("facts.trips.next", {
    estimated: seconds(estimated),
    before: seconds(before),
    sample: seconds(sample),
  });
}

/** One of the first segments with data, cell by cell. */
export function segmentCells(facts: ConversationFacts, at: number, t: TFunction): readonly string[] {
  const { numbers, first, trips, sender } = facts;
  const { rows, seq } = numbers.segments;
  const { place, bytes, sentAt, ack, ackedAt } = first[at]!; // whoever asks counts them
  const base = Math.max((sender === 0 ? numbers.client : numbers.server).base, 0);
  const trip = trips.first.find(({ sent }) => sent === place);
  const none = t("facts.segments.none");
  return [
    String(rows[place]! + 1),
    String((seq[place]! - base) >>> 0),
    String(bytes),
    seconds(sentAt),
    ack < 0 ? none : String(rows[ack]! + 1),
    ack < 0 ? none : seconds(ackedAt),
    ack < 0 ? none : seconds(ackedAt - sentAt),
    trip ? seconds(trip.estimated) : none,
  ];
}

/** Heads of these cells. */
export const SEGMENT_HEADS = ["packet", "seq", "bytes", "sent", "ack", "acked", "sample", "estimated"] as const;

/** All of it as text, for an answer sheet; `title` is its first line. */
export function factsText(facts: ConversationFacts, lines: readonly FactLine[], title: string, t: TFunction): string {
  const { first, trips, numbers } = facts;
  const { rows } = numbers.segments;
  const said = lines.map((line) => {
    const words = t("facts.line", { term: t(`facts.terms.${line.term}`), words: lineWords(line, t) });
    return line.packets.length > 0 ? t("facts.shownBy", { line: words, evidence: evidenceWords(line, t) }) : words;
  });
  const heads = SEGMENT_HEADS.map((head) => t(`facts.segments.${head}`));
  const table = [heads, ...first.map((_, at) => segmentCells(facts, at, t))].map((cells) => cells.join("\t"));
  const sums = trips.first.map((trip) =>
    t("facts.trips.line", { sum: tripWords(trip, t), ack: rows[trip.ack]! + 1, sent: rows[trip.sent]! + 1 }),
  );
  return [
    title,
    ...said,
    ...(first.length > 0 ? ["", t("facts.segments.title"), ...table] : []),
    ...(sums.length > 0 ? ["", t("facts.trips.title"), t("facts.trips.rule"), ...sums] : []),
    "",
  ].join("\n");
}

/** "packets 2, 1". */
function evidenceWords({ packets }: FactLine, t: TFunction): string {
  return t("facts.evidence", { count: packets.length, packets: packets.join(t("list.items")) });
}
