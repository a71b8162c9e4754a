/**
 * The shapes of a column of amounts as SVG path data: the axis, a bar to each amount that ends in a disc when the client
 * sent and in a square when the server did, dashed and hollow when it was sent again; steps from bar to bar where the
 * column is wide.
 */
import type { GaugeMark, GaugeMarks } from "../../core/ladder/gauge-marks.ts";
import { CLIENT_TO_SERVER } from "../../core/table/packet-table.ts";

/** All shapes of one look: names of classes, and path data. */
export interface GaugePath {
  readonly names: readonly string[];
  readonly d: string;
}

const RADIUS = 2.6;

/** The shapes of one column in a scene of a height. */
export function gaugePaths({ column, marks, lines }: GaugeMarks, height: number): readonly GaugePath[] {
  const looks = new Map<string, GaugePath & { d: string }>();
  const add = (names: readonly string[], d: string) => {
    const key = names.join(" ");
    const known = looks.get(key);
    if (known) known.d += d;
    else looks.set(key, { names, d });
  };
  add(["axis"], `M${column.left} 0V${height}`);
  for (const { direction, corners } of lines) {
    const isOut = direction === CLIENT_TO_SERVER;
    add(["steps", isOut ? "out" : "back", isOut ? "" : "stepsBack"], stepsOf(corners));
  }
  for (const mark of marks) {
    if (mark.isUnknown) continue;
    const isOut = mark.direction === CLIENT_TO_SERVER;
    const bar = `M${mark.axis} ${mark.y}H${mark.x}`;
    add([column.isWide ? "barWide" : "bar", isOut ? "out" : "back", mark.isAgain ? "again" : ""], bar);
    add([mark.isAgain ? "endAgain" : isOut ? "endOut" : "endBack"], endOf(mark, isOut));
  }
  return [...looks.values()];
}

function endOf({ x, y }: GaugeMark, isOut: boolean): string {
  if (!isOut) return `M${x - RADIUS} ${y - RADIUS}h${2 * RADIUS}v${2 * RADIUS}h${-2 * RADIUS}z`;
  const half = `a${RADIUS} ${RADIUS} 0 0 1`;
  return `M${x - RADIUS} ${y}${half} ${2 * RADIUS} 0${half} ${-2 * RADIUS} 0z`;
}

function stepsOf(corners: readonly number[]): string {
  let path = "";
  for (let at = 0; at < corners.length; at += 2) path += `${at === 0 ? "M" : "L"}${corners[at]} ${corners[at + 1]}`;
  return path;
}
