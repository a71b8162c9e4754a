/** Draws the graph on a canvas: axes by D3's scales, segments as strokes, lines of what was acknowledged and allowed. */
import { scaleLinear } from "d3-scale";
import type { StreamSeries } from "../../core/stream-graph/series.ts";
import { type GraphView, markStrokes, stepLine, xOf, yOf } from "../../core/stream-graph/strokes.ts";
import { CLIENT_TO_SERVER } from "../../core/table/packet-table.ts";

/** Room around the plot, px. */
export const MARGIN = { left: 76, right: 14, top: 10, bottom: 30 } as const;

/** Names of the colours that the style sheet gives. */
export const COLOURS = ["out", "back", "again", "ack", "edge", "grid", "ink", "chosen", "pointed"] as const;
export type GraphColours = Readonly<Record<(typeof COLOURS)[number], string>>;

/** A moment that is marked across the plot, in ns, and a segment's numbers. */
export interface Cursor {
  readonly time: number;
  readonly from: number;
  readonly to: number;
}

export interface GraphPicture {
  readonly series: readonly StreamSeries[];
  readonly view: GraphView;
  readonly colours: GraphColours;
  readonly font: string;
  readonly chosen: Cursor | null;
  readonly pointed: Cursor | null;
  /** A number as it is written at the axis, and the unit of times. */
  readonly numberText: (number: number) => string;
  readonly seconds: string;
}

const LINE = 1.25;
const AGAIN = 3;
const FONT_DROP = 4;

/** Draws all of it, into a context whose unit is a px of the page. */
export function drawGraph(context: CanvasRenderingContext2D, picture: GraphPicture): void {
  const { series, view, colours } = picture;
  context.clearRect(0, 0, view.width + MARGIN.left + MARGIN.right, view.height + MARGIN.top + MARGIN.bottom);
  context.save();
  context.translate(MARGIN.left, MARGIN.top);
  drawAxes(context, picture);
  context.beginPath();
  context.rect(0, 0, view.width, view.height);
  context.clip();
  drawCursor(context, picture.pointed, colours.pointed, view);
  drawCursor(context, picture.chosen, colours.chosen, view);
  for (const { acks } of series) {
    line(context, stepLine(acks, acks.edge, view), colours.edge, [5, 3]);
    line(context, stepLine(acks, acks.number, view), colours.ack, []);
  }
  for (const { marks, direction } of series) {
    const { once, again } = markStrokes(marks, view);
    strokes(context, once, direction === CLIENT_TO_SERVER ? colours.out : colours.back, LINE);
    strokes(context, again, colours.again, AGAIN);
  }
  ring(context, picture.chosen, colours.chosen, view);
  context.restore();
}

function drawAxes(context: CanvasRenderingContext2D, { view, colours, font, numberText, seconds }: GraphPicture): void {
  const time = scaleLinear([view.fromTime / 1e9, view.toTime / 1e9], [0, view.width]);
  const number = scaleLinear([view.fromNumber, view.toNumber], [view.height, 0]);
  const times = time.ticks(Math.max(2, Math.floor(view.width / 110)));
  const numbers = number.ticks(Math.max(2, Math.floor(view.height / 48))).filter(Number.isInteger);
  const timeText = time.tickFormat(times.length);
  context.lineWidth = 1;
  context.strokeStyle = colours.grid;
  context.fillStyle = colours.ink;
  context.font = font;
  context.beginPath();
  for (const at of times) upright(context, time(at), 0, view.height);
  for (const at of numbers) level(context, number(at), view.width);
  context.stroke();
  context.textAlign = "center";
  for (const at of times) context.fillText(`${timeText(at)} ${seconds}`, time(at), view.height + 18);
  context.textAlign = "right";
  for (const at of numbers) context.fillText(numberText(at), -8, number(at) + FONT_DROP);
}

/** Thin lines are sharp at the middle of a px. */
const sharp = (at: number) => Math.round(at) + 0.5;

function upright(context: CanvasRenderingContext2D, x: number, from: number, to: number): void {
  context.moveTo(sharp(x), from);
  context.lineTo(sharp(x), to);
}

function level(context: CanvasRenderingContext2D, y: number, width: number): void {
  context.moveTo(0, sharp(y));
  context.lineTo(width, sharp(y));
}

function line(context: CanvasRenderingContext2D, points: readonly number[], colour: string, dash: number[]): void {
  context.strokeStyle = colour;
  context.lineWidth = LINE;
  context.setLineDash(dash);
  context.beginPath();
  for (let at = 0; at < points.length; at += 2) context.lineTo(points[at]!, points[at + 1]!);
  context.stroke();
  context.setLineDash([]);
}

/** No stroke is shorter than two px, however few bytes it stands for. */
function strokes(context: CanvasRenderingContext2D, ends: readonly number[], colour: string, width: number): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (let at = 0; at < ends.length; at += 3) {
    const [x, top, bottom] = [ends[at]!, ends[at + 1]!, ends[at + 2]!];
    upright(context, x, top, Math.max(bottom, top + 2));
  }
  context.stroke();
}

function drawCursor(context: CanvasRenderingContext2D, cursor: Cursor | null, colour: string, view: GraphView): void {
  if (!cursor) return;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.beginPath();
  upright(context, xOf(view, cursor.time), 0, view.height);
  context.stroke();
}

function ring(context: CanvasRenderingContext2D, cursor: Cursor | null, colour: string, view: GraphView): void {
  if (!cursor) return;
  const [top, bottom] = [yOf(view, cursor.to), yOf(view, cursor.from)];
  context.strokeStyle = colour;
  context.lineWidth = 1.5;
  context.strokeRect(xOf(view, cursor.time) - 4, top - 4, 9, bottom - top + 8);
}
