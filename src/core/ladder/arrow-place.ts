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

/** One end of an arrow. */
export interface ArrowEnd {
  /** Where its lifeline stands, in view or not; NaN for a host without one. */
  readonly x: number;
  readonly port: number;
  /** The host's name, asked for only when the lifeline is out of view. */
  readonly host: () => string;
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
export function placeArrow(
  columns: LadderColumns,
  from: ArrowEnd,
  to: ArrowEnd,
  label: string,
  measure: Measure,
): ArrowPlace {
  if (Number.isNaN(from.x + to.x)) return NOTHING;
  if (from.x === to.x) return placeLoop(columns, from, to, label, measure);
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
  const labelSpot = placeLabel(left, right, leftEnd, rightEnd, label, measure);
  // A label that ports would cut short is worth more than they are.
  if (labelSpot?.text !== label) return { ...placed, labelSpot: placeLabel(left, right, left, right, label, measure) };
  const [fromPort, toPort] = goesRight ? [lowSpot, highSpot] : [highSpot, lowSpot];
  return { ...placed, fromPort, toPort, labelSpot };
}

/** The port at an arrow's left end; with its host where the lifeline is out of view. */
function placeLowPort({ showsPorts }: LadderColumns, end: ArrowEnd, left: number, measure: Measure): TextSpot | null {
  if (!showsPorts) return null;
  const isOut = end.x < left;
  const text = isOut ? `‹ ${endpointText(end)}` : String(end.port);
  return { text, x: left + (isOut ? 0 : PORT_AT), width: measure(text, "small") };
}

/** The same at the right end. */
function placeHighPort({ showsPorts }: LadderColumns, end: ArrowEnd, right: number, measure: Measure): TextSpot | null {
  if (!showsPorts) return null;
  const isOut = end.x > right;
  const text = isOut ? `${endpointText(end)} ›` : String(end.port);
  const width = measure(text, "small");
  return { text, x: right - (isOut ? 0 : PORT_AT) - width, width };
}

/** Host and port as in addresses of the web; IPv6 in brackets (RFC 3986 §3.2.2). */
function endpointText({ host, port }: ArrowEnd): string {
  const name = host();
  return name.includes(":") ? `[${name}]:${port}` : `${name}:${port}`;
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

function placeLoop(columns: LadderColumns, from: ArrowEnd, to: ArrowEnd, label: string, measure: Measure) {
  const { middleLeft, middleRight } = columns;
  const x1 = from.x;
  if (x1 < middleLeft || x1 > middleRight) return NOTHING;
  const ports = `${from.port} → ${to.port}`;
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
