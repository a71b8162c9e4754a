/** Draws strips of what the sender of an ACK holds: solid, hatched, dashed with a cross, or empty. */
import { type Selection, select } from "d3-selection";
import type { PieceState } from "../../core/analysis/sack-blocks.ts";
import { type HeldStrip, STRIP_HEIGHT } from "../../core/ladder/held-strips.ts";
import { stripGround } from "../../core/ladder/pointed-strip.ts";
import { CLIENT_TO_SERVER, cell, type PacketTable } from "../../core/table/packet-table.ts";
import styles from "./beside.module.css";

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The hatching of what is held, in the hue of whose bytes these are, for the `<svg>` that it is drawn in. */
export function appendHeldPatterns(root: Selection<SVGSVGElement, unknown, null, undefined>): void {
  const patterns = root.append("defs");
  for (const [id, name] of [
    ["held-out", styles.hatchOut],
    ["held-back", styles.hatchBack],
  ] as const) {
    const made = patterns.append("pattern").attr("id", id).attr("patternUnits", "userSpaceOnUse");
    made.attr("width", 4).attr("height", 4);
    made.append("path").attr("class", name!).attr("d", "M-1 5l6 -6M-1 1l2 -2M3 5l2 -2");
  }
}

/** The look of a piece; hue tells whose bytes it is, which the sender of the ACK received. */
function cellClass(state: PieceState, isOfClient: boolean): string {
  const looks = {
    acknowledged: isOfClient ? styles.ackedOut : styles.ackedBack,
    held: isOfClient ? styles.heldOut : styles.heldBack,
    missing: styles.lost,
    sent: styles.sent,
  };
  return `${styles.cell} ${looks[state]}`;
}

/** Shows the strips of a scene. */
export function drawStrips(group: Group, strips: readonly HeldStrip[], packets: PacketTable): void {
  const cells = strips.flatMap(({ row, y, cells }) => {
    const isOfClient = cell(packets, "direction", row) !== CLIENT_TO_SERVER;
    return cells.map((one) => ({ ...one, y, name: cellClass(one.state, isOfClient) }));
  });
  group
    .selectAll<SVGRectElement, (typeof cells)[number]>("rect")
    .data(cells)
    .join("rect")
    .attr("class", ({ name }) => name)
    .attr("x", ({ x }) => x + 0.5)
    .attr("y", ({ y }) => y + 0.5)
    .attr("width", ({ width }) => Math.max(1, width - 1))
    .attr("height", STRIP_HEIGHT - 1);
  const marks = strips.flatMap(({ y, cells, twiceX }) => [
    ...cells.filter(({ state }) => state === "missing").map((one) => crossOf(one.x + one.width / 2, y)),
    ...(twiceX === null ? [] : [`M${twiceX - 2.5} ${y + STRIP_HEIGHT + 1.5}h5M${twiceX - 2.5} ${y - 1.5}h5`]),
  ]);
  group
    .selectAll<SVGPathElement, string>("path")
    .data(marks)
    .join("path")
    .attr("class", styles.cross!)
    .attr("d", (d) => d);
}

/** Shows the strip of the row that is pointed at, on a ground of its own over what it covers; none where there is none. */
export function drawPointedStrip(group: Group, strip: HeldStrip | null, packets: PacketTable): void {
  const parts = group
    .selectChildren<SVGGElement, HeldStrip>("g")
    .data(strip ? [strip] : [])
    .join((entered) => {
      const part = entered.append("g");
      part.append("rect").attr("class", styles.ground!).attr("rx", 2);
      part.append("g");
      return part;
    });
  parts.each(function (of) {
    const { x, y, width, height } = stripGround(of);
    const part = select(this);
    part.select("rect").attr("x", x).attr("y", y).attr("width", width).attr("height", height);
    drawStrips(part.select<SVGGElement>("g"), [of], packets);
  });
}

function crossOf(x: number, y: number): string {
  const half = STRIP_HEIGHT / 2 - 1.2;
  const middle = y + STRIP_HEIGHT / 2;
  return `M${x - half} ${middle - half}l${2 * half} ${2 * half}M${x + half} ${middle - half}l${-2 * half} ${2 * half}`;
}
