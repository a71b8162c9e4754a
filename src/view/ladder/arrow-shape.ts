/**
 * The shapes of an arrow as SVG path data. A line with data has the larger head. The sender's end is a disc when the
 * client sent, a square when the server did, so that the directions differ without their colours.
 */

import type { Arrow } from "../../core/ladder/arrow.ts";
import { LOOP_WIDTH } from "../../core/ladder/arrow-place.ts";
import type { Link } from "../../core/ladder/links.ts";
import { CLIENT_TO_SERVER } from "../../core/table/packet-table.ts";

const WITH_DATA = { head: 9, half: 4.2, tail: 2.8 };
const WITHOUT = { head: 7.5, half: 3.6, tail: 2.3 };
/** The head's tip stays this far from the lifeline's middle; the line ends within the head. */
const TIP = 0.8;
const LINE_END = 5;
const LOOP_RADIUS = 5.5;

/** The line, at `y` px; empty when nothing of it is in view. */
export function linePath({ line, loop, hasHead }: Arrow, y: number): string {
  if (!line) return "";
  const { x1, x2 } = line;
  if (loop !== 0) {
    const out = loop * (LOOP_WIDTH - LOOP_RADIUS);
    const turn = `a${LOOP_RADIUS} ${LOOP_RADIUS} 0 0 ${loop === 1 ? 1 : 0} 0 ${2 * LOOP_RADIUS}`;
    return `M${x1} ${y - 2 * LOOP_RADIUS}h${out}${turn}H${x2 + loop * LINE_END}`;
  }
  return `M${x1} ${y}H${hasHead ? x2 - Math.sign(x2 - x1) * LINE_END : x2}`;
}

/** How far a link bends from its lifeline: less than ports stand from it. */
const BEND = 13;
const LINK_DOT = 2.2;

/** From the end of one arrow to that of another at the same lifeline, with a dot at the first. */
export function linkPath({ x, side, from, to }: Link): string {
  const out = x + side * BEND;
  const round = Math.min(8, (to - from) / 2);
  const dot = `M${x + side * 4 - LINK_DOT} ${from}a${LINK_DOT} ${LINK_DOT} 0 1 0 ${2 * LINK_DOT} 0a${LINK_DOT} ${LINK_DOT} 0 1 0 ${-2 * LINK_DOT} 0`;
  return `${dot}M${x + side * 4} ${from}Q${out} ${from} ${out} ${from + round}V${to - round}Q${out} ${to} ${x + side * 4} ${to}`;
}

/** Head and sender's end, as far as they are in view. */
export function endsPath(arrow: Arrow, y: number): string {
  const { line, loop, hasHead, hasTail, direction } = arrow;
  if (!line) return "";
  const size = arrow.hasData ? WITH_DATA : WITHOUT;
  const to = loop === 0 ? Math.sign(line.x2 - line.x1) : -loop;
  const tip = line.x2 - to * TIP;
  const back = tip - to * size.head;
  const head = hasHead ? `M${tip} ${y}L${back} ${y + size.half}V${y - size.half}z` : "";
  const tailAt = loop === 0 ? y : y - 2 * LOOP_RADIUS;
  const shape = direction === CLIENT_TO_SERVER ? disc : square;
  return hasTail ? head + shape(line.x1, tailAt, size.tail) : head;
}

function disc(x: number, y: number, radius: number): string {
  const half = `a${radius} ${radius} 0 0 1`;
  return `M${x - radius} ${y}${half} ${2 * radius} 0${half} ${-2 * radius} 0z`;
}

function square(x: number, y: number, half: number): string {
  return `M${x - half} ${y - half}h${2 * half}v${2 * half}h${-2 * half}z`;
}
