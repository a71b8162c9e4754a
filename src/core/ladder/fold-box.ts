/** A folded run as the ladder shows it: strokes of its packets, a plate with words, the numbers of the first and the last. */
import { CLIENT_TO_SERVER, cell, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { type PacketComment, placeComment } from "./arrow.ts";
import { cutText, type TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { type FoldFacts, foldFacts } from "./fold-facts.ts";
import { FoldedLines } from "./fold-lines.ts";
import type { Folds } from "./fold-list.ts";
import { lifelinesOf, lifelineX } from "./lifelines.ts";
import { type RowWords, rowWords } from "./row-words.ts";

/** The runs of a ladder, which of them are folded, and what is said of those. */
export interface LadderFolds {
  /** The ladder's rows. */
  readonly rows: Uint32Array;
  readonly folds: Folds;
  readonly lines: FoldedLines;
  readonly wordsOf: (facts: FoldFacts) => FoldWords;
}

export interface FoldWords {
  readonly title: string;
  /** The title where there is less room. */
  readonly short: string;
  /** Smaller, below the title. */
  readonly detail: string;
}

export interface FoldBox {
  readonly facts: FoldFacts;
  /** Rows `first` .. `end` (exclusive) among the ladder's. */
  readonly first: number;
  readonly end: number;
  /** Top and height in px of the scene. */
  readonly y: number;
  readonly height: number;
  /** The packets of the run, or as many as have room, between `x1` and `x2`; none where neither end is in view. */
  readonly strokes: readonly FoldStroke[];
  readonly x1: number;
  readonly x2: number;
  readonly plate: FoldPlate;
  /** The first packet and the last. */
  readonly from: RunEnd;
  readonly to: RunEnd;
}

/** What is written of a packet at an end of a run. */
export interface RunEnd extends RowWords, PacketComment {}

/** A packet of a run. */
export interface FoldStroke {
  /** From the top of the run. */
  readonly y: number;
  readonly row: number;
  /** CLIENT_TO_SERVER or SERVER_TO_CLIENT; null for what is no segment. */
  readonly direction: number | null;
  readonly hasData: boolean;
}

/** The ground under the words; heights count from the top of the run. */
export interface FoldPlate {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** In full, even where they are cut to the room. */
  readonly words: FoldWords;
  readonly title: TextSpot;
  readonly detail: TextSpot;
  /** Baselines. */
  readonly titleAt: number;
  readonly detailAt: number;
}

/** Px above the first stroke and below the last one, and the least between two. */
const EDGE = 9;
const LEAST_PITCH = 2.3;
const PLATE_HEIGHT = 36;
/** Room in a plate at both sides of the words; the title has a mark before it. */
const PLATE_EDGE = 10;
export const FOLD_MARK_ROOM = 12;

/** The folds of a part `first` .. `end` (exclusive) of a ladder: runs that reach beyond it are not folded. */
export function foldsWithin({ rows, folds, lines, wordsOf }: LadderFolds, first: number, end: number): LadderFolds {
  const isFolded = (fold: number) => lines.foldOf(lines.lineOf(folds.first[fold]!)) === fold;
  const isWithin = (fold: number) => folds.first[fold]! >= first && folds.end[fold]! <= end;
  return {
    rows,
    folds,
    lines: new FoldedLines(rows.length, folds, (fold) => isWithin(fold) && isFolded(fold)),
    wordsOf,
  };
}

/** Lays out one run, given by its number, that stands at `y`. */
export function layoutFold(
  content: LadderContent,
  columns: LadderColumns,
  { left }: LadderWindow,
  { folds, wordsOf }: LadderFolds,
  fold: number,
  place: { readonly y: number; readonly height: number },
  measure: Measure,
): FoldBox {
  const first = folds.first[fold]!;
  const end = folds.end[fold]!;
  const facts = foldFacts(content, content.rows, folds, fold);
  const ends = lifelinesOf(content, content.rows[first]!);
  const [a, b] = [lifelineX(columns, ends.from, left), lifelineX(columns, ends.to, left)];
  const x1 = Math.max(Math.min(a, b), columns.middleLeft);
  const x2 = Math.min(Math.max(a, b), columns.middleRight);
  return {
    facts,
    first,
    end,
    ...place,
    strokes: x1 < x2 ? strokesIn(content, facts, first, end, place.height) : [],
    x1,
    x2,
    plate: placePlate(columns, { x1, x2 }, place.height, wordsOf(facts), measure),
    from: runEnd(content, first, columns, measure),
    to: runEnd(...lastOf(content, facts, end), columns, measure),
  };
}

/** The last packet of a run, by its place; of a connection, whose rows are not the ladder's, in a ladder of its own. */
function lastOf(content: LadderContent, { kind, lastRow }: FoldFacts, end: number): [LadderContent, number] {
  return kind === "stream" ? [{ ...content, rows: Uint32Array.of(lastRow) }, 0] : [content, end - 1];
}

function runEnd(content: LadderContent, index: number, columns: LadderColumns, measure: Measure): RunEnd {
  const said = rowWords(content, index);
  return { ...said, ...placeComment(columns, said, measure) };
}

/** The packets of a run; of a connection, whose packets are hidden, one stroke for each direction that carried any. */
function strokesIn(content: LadderContent, facts: FoldFacts, first: number, end: number, height: number) {
  if (facts.kind !== "stream") return strokesOf(content, first, end, height);
  const { firstRow: row, bytesOut, bytesIn } = facts;
  const above = { row, y: (height - PLATE_HEIGHT) / 2 - 4, direction: CLIENT_TO_SERVER, hasData: bytesOut > 0 };
  return [above, { row, y: height - above.y, direction: SERVER_TO_CLIENT, hasData: bytesIn > 0 }];
}

function strokesOf(
  { packets, rows }: LadderContent,
  first: number,
  end: number,
  height: number,
): readonly FoldStroke[] {
  const room = height - 2 * EDGE;
  const count = Math.min(end - first, Math.floor(room / LEAST_PITCH));
  const pitch = room / count;
  return Array.from({ length: count }, (_, at) => {
    const row = rows[first + at]!;
    const isSegment = cell(packets, "connection", row) >= 0;
    const direction = isSegment ? cell(packets, "direction", row) : null;
    return { row, y: EDGE + (at + 0.5) * pitch, direction, hasData: cell(packets, "payloadLength", row) > 0 };
  });
}

/**
 * In the middle of the run, and within the part where lifelines show. Words that do not fit between the run's ends are
 * cut only where that part is too small for them.
 */
function placePlate(
  { middleLeft, middleRight }: LadderColumns,
  { x1, x2 }: { readonly x1: number; readonly x2: number },
  height: number,
  words: FoldWords,
  measure: Measure,
): FoldPlate {
  const widest = middleRight - middleLeft - 2 * PLATE_EDGE;
  const between = x2 - x1 - 2 * PLATE_EDGE;
  const isWide = measure(words.title, "strong") + FOLD_MARK_ROOM > between;
  const title = cutText(isWide ? words.short : words.title, "strong", widest - FOLD_MARK_ROOM, measure);
  const detail = cutText(words.detail, "small", widest, measure);
  const titleWidth = measure(title, "strong");
  const detailWidth = measure(detail, "small");
  const width = Math.max(titleWidth + FOLD_MARK_ROOM, detailWidth) + 2 * PLATE_EDGE;
  const x = Math.min(Math.max((x1 + x2 - width) / 2, middleLeft), middleRight - width);
  const centre = x + width / 2;
  const y = (height - PLATE_HEIGHT) / 2;
  return {
    x,
    y,
    width,
    height: PLATE_HEIGHT,
    words,
    title: { text: title, x: centre - (titleWidth - FOLD_MARK_ROOM) / 2, width: titleWidth },
    detail: { text: detail, x: centre - detailWidth / 2, width: detailWidth },
    titleAt: y + 15,
    detailAt: y + 29,
  };
}
