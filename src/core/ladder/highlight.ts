/** Where the highlighter goes on an arrow's row when one of the packet's fields is lit in another panel. */
import type { Arrow } from "./arrow.ts";
import type { TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import { commentBaseline } from "./row-baselines.ts";
import type { Turn } from "./time/turned.ts";

/** What of a packet an arrow shows. */
export type ArrowPart = "seq" | "ack" | "flags" | "bytes" | "sourcePort" | "destinationPort";

/** A rectangle, in px from the scene's top left. */
export interface Highlight {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** How it is turned, about a point of the scene; absent where it is level. */
  readonly turn?: Turn;
}

const TEXT_HEIGHT = 14.5;
const TEXT_RISE = 11;
const TEXT_EDGE = 3;
const LINE_HEIGHT = 9;

/** The rectangles that lie under a part of the row of a chosen packet; none where the part is not shown. */
export function highlightsOf(
  arrow: Arrow,
  part: ArrowPart,
  columns: LadderColumns,
  measure: Measure,
): readonly Highlight[] {
  if (arrow.protocol !== null) return []; // the parts are a segment's
  const under = (spot: TextSpot | null): Highlight[] =>
    spot ? [along(arrow, columns, textBox(spot.x, spot.width, arrow.y + columns.textAt))] : [];
  const hasComment = arrow.room === null || (columns.isCommentBeside && arrow.room.note >= 0);
  const beside = (spot: TextSpot | null): Highlight[] =>
    spot && hasComment ? [textBox(spot.x, spot.width, arrow.y + commentBaseline(arrow, columns))] : [];
  switch (part) {
    case "seq":
      return beside(arrow.seqText);
    case "ack":
      return beside(arrow.ackText);
    case "sourcePort":
      return under(arrow.fromPort);
    case "destinationPort":
      return under(arrow.toPort);
    case "flags":
      return under(wordsOf(arrow, arrow.flags, measure));
    case "bytes":
      return arrow.hasData
        ? [...under(wordsOf(arrow, `Len: ${arrow.bytes}`, measure)), ...underLine(arrow, columns)]
        : [];
  }
}

/** The rectangles under a whole arrow: its line and the words on it. */
export function wholeHighlights(arrow: Arrow, columns: LadderColumns): readonly Highlight[] {
  const { labelSpot: spot, y } = arrow;
  const words = spot ? [along(arrow, columns, textBox(spot.x, spot.width, y + columns.textAt))] : [];
  return [...words, ...underLine(arrow, columns)];
}

/** Packets whose arrows belong together, as rows of the packet table; -1 for none. */
export interface RelatedArrows {
  readonly row: number;
  /** Segments that the row acknowledges. */
  readonly releases: readonly number[];
  /** Packet that acknowledges the row. */
  readonly releasedBy: number;
  /** The packet that the row quotes, or the errors that quote the row. */
  readonly quotations: readonly number[];
}

/**
 * The rectangles under what an acknowledgment and its segments have in common: the lines of the segments, the number
 * that covers them; and under the lines of an error and of what it quotes. Only of arrows in the scene.
 */
export function relationHighlights(
  arrows: readonly Arrow[],
  { row, releases, releasedBy, quotations }: RelatedArrows,
  columns: LadderColumns,
  measure: Measure,
): readonly Highlight[] {
  if (releases.length === 0 && releasedBy < 0 && quotations.length === 0) return [];
  const own = releasedBy < 0 && quotations.length === 0 ? [] : [row];
  const lines = new Set([...releases, ...quotations, ...own]);
  const numbers = new Set(releases.length > 0 ? [row, releasedBy] : [releasedBy]);
  return arrows.flatMap((arrow) => [
    ...(lines.has(arrow.row) ? underLine(arrow, columns) : []),
    ...(numbers.has(arrow.row) ? highlightsOf(arrow, "ack", columns, measure) : []),
  ]);
}

/** Part of a label, at its beginning or its end; null when the label is cut. */
function wordsOf({ label, labelSpot }: Arrow, words: string, measure: Measure): TextSpot | null {
  if (labelSpot?.text !== label) return null;
  const width = measure(words, "strong");
  return { text: words, width, x: label.startsWith(words) ? labelSpot.x : labelSpot.x + labelSpot.width - width };
}

function textBox(x: number, width: number, baseline: number): Highlight {
  return { x: x - TEXT_EDGE, y: baseline - TEXT_RISE, width: width + 2 * TEXT_EDGE, height: TEXT_HEIGHT };
}

/** What lies level along the line of an arrow, turned as that is. */
function along({ y, turn }: Arrow, { lineAt }: LadderColumns, level: Highlight): Highlight {
  if (!turn) return level;
  return { ...level, y: level.y + turn.y, turn: { ...turn, y: y + lineAt + turn.y } };
}

function underLine(arrow: Arrow, columns: LadderColumns): Highlight[] {
  const { line, loop, y } = arrow;
  if (!line || loop !== 0) return [];
  const x = Math.min(line.x1, line.x2);
  const width = Math.abs(line.x2 - line.x1);
  return [along(arrow, columns, { x, y: y + columns.lineAt - LINE_HEIGHT / 2, width, height: LINE_HEIGHT })];
}
