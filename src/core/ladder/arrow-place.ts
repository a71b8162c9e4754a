/**
 * Where an arrow, its ports and its label stand in a row. Only what is in the visible middle is placed; a label stands
 * in the visible part of its arrow, however long the arrow is.
 */
import type { LadderColumns, Measure, TextStyle } from "./columns.ts";

/** A text within a row, by its left edge in px. */
export interface TextSpot {
  readonly text: string;
  readonly x: number;
  /** As it would be drawn, in px. */
  readonly width: number;
}

export interface ArrowPlace {
  /** The sender's end and the receiver's, cut to the visible middle; equal for a loop. Null: nothing is in view. */
  readonly line: { readonly x1: number; readonly x2: number } | null;
  /** Whether these ends are in view, and not only where the line is cut. */
  readonly hasTail: boolean;
  readonly hasHead: boolean;
  /** A packet to its own host: 1 loops to the lifeline's right, -1 to its left, 0 is no loop. */
  readonly loop: -1 | 0 | 1;
  /** The sender's port and the receiver's; a loop's stand in one text. Null where there is no room. */
  readonly fromPort: TextSpot | null;
  readonly toPort: TextSpot | null;
  /** Cut with an ellipsis where the arrow is shorter; null where there is no room at all. */
  readonly labelSpot: TextSpot | null;
  /** The middle of a finding's mark, before its words and the label; null without a finding, and where there is no room. */
  readonly markX: number | null;
  readonly findingSpot: TextSpot | null;
}

/** One end of an arrow. */
export interface ArrowEnd {
  /** Where its lifeline stands, in view or not; NaN for a host without one. */
  readonly x: number;
  /** Null for none. */
  readonly port: number | null;
  /** The end's own name, the port included; asked for only when the lifeline is out of view. */
  readonly name: () => string;
}

/** How far a loop goes out. */
export const LOOP_WIDTH = 28;

const PORT_AT = 20;
const PORT_GAP = 8;
const LABEL_GAP = 10;
const LOOP_GAP = 10;
/** Less room than this shows no label. */
const LEAST_LABEL = 24;
/** Room that a mark takes before words, and the room between a finding's words and the label. */
const MARK_ROOM = 17;
const WORDS_GAP = 8;
/** Fewer px of a finding's words are left out. */
const LEAST_WORDS = 44;

const NOTHING: ArrowPlace = {
  line: null,
  hasTail: false,
  hasHead: false,
  loop: 0,
  fromPort: null,
  toPort: null,
  labelSpot: null,
  markX: null,
  findingSpot: null,
};

/** What stands at an arrow: its label, and before that a finding's words behind a mark; null without a finding. */
export interface ArrowWords {
  readonly label: string;
  readonly finding: string | null;
}

/** Places an arrow. */
export function placeArrow(
  columns: LadderColumns,
  from: ArrowEnd,
  to: ArrowEnd,
  words: ArrowWords,
  measure: Measure,
): ArrowPlace {
  if (Number.isNaN(from.x + to.x)) return NOTHING;
  if (from.x === to.x) return placeLoop(columns, from, to, words, measure);
  const goesRight = from.x < to.x;
  const [low, high] = goesRight ? [from, to] : [to, from];
  const left = Math.max(low.x, columns.middleLeft);
  const right = Math.min(high.x, columns.middleRight);
  if (left >= right) return NOTHING;
  const [x1, x2] = goesRight ? [left, right] : [right, left];
  const placed = { ...NOTHING, line: { x1, x2 }, hasTail: x1 === from.x, hasHead: x2 === to.x };
  const lowSpot = placeLowPort(columns, low, left, measure);
  const highSpot = placeHighPort(columns, high, right, measure);
  const leftEnd = lowSpot ? lowSpot.x + lowSpot.width + PORT_GAP : left + LABEL_GAP;
  const rightEnd = highSpot ? highSpot.x - PORT_GAP : right - LABEL_GAP;
  const beside = placeWords(left, right, leftEnd, rightEnd, words, measure);
  // Words that ports would cut short are worth more than they are.
  if (!isWhole(beside, words)) return { ...placed, ...placeWords(left, right, left, right, words, measure) };
  const [fromPort, toPort] = goesRight ? [lowSpot, highSpot] : [highSpot, lowSpot];
  return { ...placed, fromPort, toPort, ...beside };
}

/** The port at an arrow's left end; with its host where the lifeline is out of view. */
function placeLowPort({ showsPorts }: LadderColumns, end: ArrowEnd, left: number, measure: Measure): TextSpot | null {
  const isOut = end.x < left;
  if (!showsPorts || (end.port === null && !isOut)) return null;
  const text = isOut ? `‹ ${end.name()}` : String(end.port);
  return { text, x: left + (isOut ? 0 : PORT_AT), width: measure(text, "small") };
}

/** The same at the right end. */
function placeHighPort({ showsPorts }: LadderColumns, end: ArrowEnd, right: number, measure: Measure): TextSpot | null {
  const isOut = end.x > right;
  if (!showsPorts || (end.port === null && !isOut)) return null;
  const text = isOut ? `${end.name()} ›` : String(end.port);
  const width = measure(text, "small");
  return { text, x: right - (isOut ? 0 : PORT_AT) - width, width };
}

type WordsPlace = Pick<ArrowPlace, "labelSpot" | "markX" | "findingSpot">;

const NO_WORDS: WordsPlace = { labelSpot: null, markX: null, findingSpot: null };

const isWhole = ({ labelSpot, findingSpot }: WordsPlace, { label, finding }: ArrowWords) =>
  labelSpot?.text === label && (!finding || findingSpot?.text === finding);

/** In the middle of the arrow's visible part `left` .. `right`, or as near to it as the room between the ends lets it. */
function placeWords(
  left: number,
  right: number,
  leftEnd: number,
  rightEnd: number,
  words: ArrowWords,
  measure: Measure,
): WordsPlace {
  const run = wordsIn(rightEnd - leftEnd, words, measure);
  if (!run) return NO_WORDS;
  const x = Math.min(Math.max((left + right - run.width) / 2, leftEnd), rightEnd - run.width);
  return run.at(x);
}

/** Mark, finding and label as one run of words, cut to the room; null when not even a beginning of the label fits. */
function wordsIn(room: number, { label, finding }: ArrowWords, measure: Measure) {
  const markRoom = finding !== null && room >= MARK_ROOM + LEAST_LABEL ? MARK_ROOM : 0;
  if (room - markRoom < LEAST_LABEL) return null;
  const text = cutText(label, "strong", room - markRoom, measure);
  const width = measure(text, "strong");
  const wordsRoom = room - markRoom - width - WORDS_GAP;
  const found =
    markRoom > 0 && finding && wordsRoom >= LEAST_WORDS ? cutText(finding, "strong", wordsRoom, measure) : "";
  const foundWidth = found ? measure(found, "strong") : 0;
  const lead = markRoom + (found ? foundWidth + WORDS_GAP : 0);
  return {
    width: lead + width,
    at: (x: number): WordsPlace => ({
      markX: markRoom > 0 ? x + MARK_ROOM / 2 - 2 : null,
      findingSpot: found ? { text: found, x: x + markRoom, width: foundWidth } : null,
      labelSpot: { text, x: x + lead, width },
    }),
  };
}

function placeLoop(
  columns: LadderColumns,
  from: ArrowEnd,
  to: ArrowEnd,
  words: ArrowWords,
  measure: Measure,
): ArrowPlace {
  const { middleLeft, middleRight } = columns;
  const x1 = from.x;
  if (x1 < middleLeft || x1 > middleRight) return NOTHING;
  const ports = from.port === null || to.port === null ? "" : `${from.port} → ${to.port}`;
  const portsWidth = measure(ports, "small");
  const portsRoom = ports ? portsWidth + PORT_GAP : 0;
  const away = LOOP_WIDTH + LOOP_GAP;
  const length = away + portsRoom + (wordsIn(Number.POSITIVE_INFINITY, words, measure)?.width ?? 0);
  const fits = { right: x1 + length <= middleRight, left: x1 - length >= middleLeft };
  const side = fits.right || !fits.left ? 1 : -1;
  const start = side === 1 ? x1 + away : x1 - length;
  const labelX = start + portsRoom;
  return {
    ...NOTHING,
    line: { x1, x2: x1 },
    hasTail: true,
    hasHead: true,
    loop: side,
    fromPort: ports && start + portsWidth <= middleRight ? { text: ports, x: start, width: portsWidth } : null,
    ...(wordsIn(middleRight - labelX, words, measure)?.at(labelX) ?? NO_WORDS),
  };
}

/** The text, or as much of its beginning as fits with an ellipsis. */
export function cutText(text: string, style: TextStyle, room: number, measure: Measure): string {
  if (measure(text, style) <= room) return text;
  let fits = 0;
  let tooLong = text.length;
  while (tooLong - fits > 1) {
    const length = (fits + tooLong) >> 1;
    if (measure(`${text.slice(0, length)}…`, style) <= room) fits = length;
    else tooLong = length;
  }
  return `${text.slice(0, fits).trimEnd()}…`;
}
