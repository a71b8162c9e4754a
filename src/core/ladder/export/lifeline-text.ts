/**
 * Lifelines and arrows in characters, one line a packet: as wide as the longest label, port and name need, so that
 * nothing is ever cut or pushed on.
 *
 *     │ 54841 ─── PSH, ACK - Len: 725 ──▶ 80 │
 */
import type { PartRow } from "./part.ts";
import { padEnd, textWidth } from "./text-width.ts";

/** Where the lifelines stand, in columns of text. */
export interface LifelineGrid {
  readonly first: number;
  readonly pitch: number;
  readonly lifelines: number;
  readonly width: number;
}

/** Around a label and two ports: spaces, two strokes at the left, a stroke and the head at the right. */
const ARROW_SIGNS = 10;
const NAME_GAP = 2;

/** The grid that all rows fit. */
export function lifelineGrid(hosts: readonly string[], rows: Iterable<PartRow>): LifelineGrid {
  const names = hosts.map(textWidth);
  let pitch = Math.max(0, ...names) + NAME_GAP;
  let beyond = (names.at(-1) ?? 0) >> 1;
  for (const row of rows) {
    const span = Math.abs(row.to - row.from);
    if (span > 0) pitch = Math.max(pitch, Math.ceil((arrowNeed(row) + 1) / span));
    else if (row.from === hosts.length - 1) beyond = Math.max(beyond, loopText(row).length);
    else pitch = Math.max(pitch, loopText(row).length + NAME_GAP);
  }
  const first = (names[0] ?? 0) >> 1;
  return { first, pitch, lifelines: hosts.length, width: first + (hosts.length - 1) * pitch + 1 + beyond };
}

/** The names, each about the middle of its lifeline. */
export function namesText(hosts: readonly string[], { first, pitch, width }: LifelineGrid): string {
  let line = "";
  for (const [place, name] of hosts.entries())
    line = padEnd(line, first + place * pitch - (textWidth(name) >> 1)) + name;
  return padEnd(line, width);
}

/** A packet among the lifelines. */
export function arrowText(row: PartRow, grid: LifelineGrid): string {
  const { first, pitch, lifelines, width } = grid;
  const line = " ".repeat(width).split("");
  for (let place = 0; place < lifelines; place++) line[first + place * pitch] = "│";
  const low = Math.min(row.from, row.to);
  const span = Math.abs(row.to - row.from) * pitch - 1;
  const text = span < 0 ? loopText(row) : arrowBetween(row, span);
  line.splice(first + low * pitch + 1, text.length, ...text);
  return line.join("");
}

function arrowNeed({ label, fromPort, toPort }: PartRow): number {
  return label.length + String(fromPort ?? "").length + String(toPort ?? "").length + ARROW_SIGNS;
}

function arrowBetween({ label, from, to, fromPort, toPort }: PartRow, width: number): string {
  const goesRight = from < to;
  const [low, high] = goesRight ? [fromPort, toPort] : [toPort, fromPort];
  const left = low === null ? " " : ` ${low} `;
  const right = high === null ? " " : ` ${high} `;
  const room = width - left.length - right.length - label.length - 2;
  const before = room >> 1;
  const strokes = (count: number) => "─".repeat(count);
  const shaft = goesRight
    ? [strokes(before), `${strokes(room - before - 1)}▶`]
    : [`◀${strokes(before - 1)}`, strokes(room - before)];
  return `${left}${shaft[0]} ${label} ${shaft[1]}${right}`;
}

/** A packet to its own host, at the right of its lifeline. */
const loopText = ({ label, fromPort, toPort }: PartRow) =>
  fromPort === null ? `↺ ${label}` : `↺ ${fromPort} → ${toPort} ${label}`;
