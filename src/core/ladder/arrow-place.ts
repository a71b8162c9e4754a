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
}

/** Both ends as lifelines stand, in view or not; NaN for a host without one. */
export interface ArrowEnds {
  readonly x1: number;
  readonly x2: number;
  readonly fromPort: number;
  readonly toPort: number;
}

/** How far a loop goes out. */
export const LOOP_WIDTH = 28;

const PORT_AT = 20;
const PORT_GAP = 8;
const LABEL_GAP = 10;
const LOOP_GAP = 10;
/** Less room than this shows no label. */
const LEAST_LABEL = 24;

const NOTHING: ArrowPlace = {
  line: null,
  hasTail: false,
  hasHead: false,
  loop: 0,
  fromPort: null,
  toPort: null,
  labelSpot: null,
};

/** Places an arrow. */
export function placeArrow(columns: LadderColumns, ends: ArrowEnds, label: string, measure: Measure): ArrowPlace {
  const { x1, x2 } = ends;
  if (Number.isNaN(x1 + x2)) return NOTHING;
  if (x1 === x2) return placeLoop(columns, ends, label, measure);
  const { middleLeft, middleRight } = columns;
  const left = Math.max(Math.min(x1, x2), middleLeft);
  const right = Math.min(Math.max(x1, x2), middleRight);
  if (left >= right) return NOTHING;
  const isVisible = (x: number) => x >= middleLeft && x <= middleRight;
  const goesRight = x1 < x2;
  const line = goesRight ? { x1: left, x2: right } : { x1: right, x2: left };
  const placed = { ...NOTHING, line, hasTail: isVisible(x1), hasHead: isVisible(x2) };
  const spots = placePorts(columns, ends, measure);
  const withPorts = placeLabel(left, right, spots.leftEnd, spots.rightEnd, label, measure);
  // A label that ports would cut short is worth more than they are.
  if (withPorts?.text === label) return { ...placed, ...spots.ports, labelSpot: withPorts };
  return { ...placed, labelSpot: placeLabel(left, right, left, right, label, measure) };
}

/** The ports that are in view, and where they leave room for the label. */
function placePorts(columns: LadderColumns, { x1, x2, fromPort, toPort }: ArrowEnds, measure: Measure) {
  const { middleLeft, middleRight, showsPorts } = columns;
  const low = Math.min(x1, x2);
  const high = Math.max(x1, x2);
  const [lowPort, highPort] = x1 < x2 ? [fromPort, toPort] : [toPort, fromPort];
  const lowSpot = spotOf(String(lowPort), low + PORT_AT, 0, measure);
  const highSpot = spotOf(String(highPort), high - PORT_AT, 1, measure);
  const isInView = ({ x, width }: TextSpot) => showsPorts && x >= middleLeft && x + width <= middleRight;
  const shownLow = isInView(lowSpot) ? lowSpot : null;
  const shownHigh = isInView(highSpot) ? highSpot : null;
  const [from, to] = x1 < x2 ? [shownLow, shownHigh] : [shownHigh, shownLow];
  return {
    ports: { fromPort: from, toPort: to },
    leftEnd: shownLow ? shownLow.x + shownLow.width + PORT_GAP : Math.max(low, middleLeft) + LABEL_GAP,
    rightEnd: shownHigh ? shownHigh.x - PORT_GAP : Math.min(high, middleRight) - LABEL_GAP,
  };
}

/** In the middle of the arrow's visible part `left` .. `right`, or as near to it as the room between the ends lets it. */
function placeLabel(left: number, right: number, leftEnd: number, rightEnd: number, label: string, measure: Measure) {
  const room = rightEnd - leftEnd;
  if (room < LEAST_LABEL) return null;
  const text = cutText(label, "strong", room, measure);
  const width = measure(text, "strong");
  const x = Math.min(Math.max((left + right - width) / 2, leftEnd), rightEnd - width);
  return { text, x, width };
}

function placeLoop(columns: LadderColumns, { x1, fromPort, toPort }: ArrowEnds, label: string, measure: Measure) {
  const { middleLeft, middleRight } = columns;
  if (x1 < middleLeft || x1 > middleRight) return NOTHING;
  const ports = `${fromPort} → ${toPort}`;
  const portsWidth = measure(ports, "small");
  const away = LOOP_WIDTH + LOOP_GAP;
  const length = away + portsWidth + PORT_GAP + measure(label, "strong");
  const fits = { right: x1 + length <= middleRight, left: x1 - length >= middleLeft };
  const side = fits.right || !fits.left ? 1 : -1;
  const start = side === 1 ? x1 + away : x1 - length;
  const labelX = start + portsWidth + PORT_GAP;
  const room = middleRight - labelX;
  const text = cutText(label, "strong", room, measure);
  return {
    line: { x1, x2: x1 },
    hasTail: true,
    hasHead: true,
    loop: side,
    fromPort: start + portsWidth <= middleRight ? { text: ports, x: start, width: portsWidth } : null,
    toPort: null,
    labelSpot: room < LEAST_LABEL ? null : { text, x: labelX, width: measure(text, "strong") },
  } as const;
}

/** A small text whose left edge (`anchor` 0) or right edge (1) stands at `x`. */
function spotOf(text: string, x: number, anchor: 0 | 1, measure: Measure): TextSpot {
  const width = measure(text, "small");
  return { text, x: x - anchor * width, width };
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
