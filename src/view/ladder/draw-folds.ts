/** Draws the folded runs of a scene with D3: each is an option of the list, as an arrow is. */
import type { BaseType, Selection } from "d3-selection";
import type { LadderColumns } from "../../core/ladder/columns.ts";
import { FOLD_MARK_ROOM, type FoldBox, type FoldStroke, type RunEnd } from "../../core/ladder/fold-box.ts";
import { CLIENT_TO_SERVER } from "../../core/table/packet-table.ts";
import styles from "./drawing.module.css";
import folds from "./fold.module.css";

type Boxes = Selection<SVGGElement, FoldBox, BaseType, unknown>;

/** Baselines of what is said of a run's first packet and of its last, from the middle. */
const FROM_AT = -4;
const TO_AT = 11;

/** The texts at one end of a run; null for what has no room. */
const END_TEXTS: readonly {
  readonly name: string;
  readonly spot: (end: RunEnd, columns: LadderColumns) => { readonly text: string; readonly x: number } | null;
}[] = [
  { name: styles.number, spot: ({ number }, { numberRight }) => ({ text: number, x: numberRight }) },
  { name: styles.time, spot: ({ time }, { timeRight }) => ({ text: time, x: timeRight }) },
  { name: styles.seq, spot: ({ seqText }, { isCommentBeside }) => (isCommentBeside ? seqText : null) },
  { name: styles.ack, spot: ({ ackText }, { isCommentBeside }) => (isCommentBeside ? ackText : null) },
];

/** Shows the runs in a group of their own, whose options it gives. */
export function drawFolds(
  group: Selection<SVGGElement, unknown, null, undefined>,
  boxes: readonly FoldBox[],
  columns: LadderColumns,
  nameOf: (box: FoldBox) => string,
): Boxes {
  const all = group
    .selectAll<SVGGElement, FoldBox>("[role=option]")
    .data(boxes, ({ from }) => from.row)
    .join((entered) => entered.append("g").call(appendParts))
    .order();
  all
    .attr("transform", ({ y }) => `translate(0 ${y})`)
    .attr("data-frame", ({ from }) => from.row + 1)
    .attr("data-last-frame", ({ to }) => to.row + 1)
    .attr("aria-label", nameOf);
  const part = (name: string) => all.select<SVGElement>(`.${name}`);
  part(styles.hit)
    .attr("width", columns.width)
    .attr("height", ({ height }) => height);
  part(folds.plate)
    .attr("x", ({ plate }) => plate.x)
    .attr("y", ({ plate }) => plate.y)
    .attr("width", ({ plate }) => plate.width)
    .attr("height", ({ plate }) => plate.height);
  part(folds.mark).attr("d", ({ plate }) => markPath(plate.title.x - FOLD_MARK_ROOM, plate.titleAt - 8));
  placeText(all, folds.title, ({ plate }) => ({ ...plate.title, y: plate.titleAt }));
  placeText(all, folds.detail, ({ plate }) => ({ ...plate.detail, y: plate.detailAt }));
  for (const { name, spot } of END_TEXTS) {
    const at = (box: FoldBox, end: RunEnd, y: number) => ({
      text: "",
      x: 0,
      ...spot(end, columns),
      y: box.height / 2 + y,
    });
    placeText(all, `${name}.${folds.from}`, (box) => at(box, box.from, FROM_AT));
    placeText(all, `${name}.${folds.to}`, (box) => at(box, box.to, TO_AT));
  }
  drawStrokes(all);
  return all;
}

function placeText(
  boxes: Boxes,
  name: string,
  place: (box: FoldBox) => { readonly text: string; readonly x: number; readonly y: number },
): void {
  boxes
    .select(`.${name}`)
    .attr("x", (box) => place(box).x)
    .attr("y", (box) => place(box).y)
    .text((box) => place(box).text);
}

/** The packets, at the hues of their directions. */
function drawStrokes(boxes: Boxes): void {
  boxes
    .select(`.${folds.strokes}`)
    .selectAll<SVGPathElement, { readonly stroke: FoldStroke; readonly path: string }>("path")
    .data(({ strokes, x1, x2 }) => strokes.map((stroke) => ({ stroke, path: `M${x1} ${stroke.y}H${x2}` })))
    .join("path")
    .attr("class", ({ stroke }) => `${sideOf(stroke)} ${stroke.hasData ? folds.data : folds.bare}`)
    .attr("d", ({ path }) => path);
}

function sideOf({ direction }: FoldStroke): string {
  if (direction === null) return folds.plain ?? "";
  return (direction === CLIENT_TO_SERVER ? folds.out : folds.in) ?? "";
}

/** Points at what is behind it. */
const markPath = (x: number, y: number) => `M${x} ${y}l6 4l-6 4z`;

function appendParts(groups: Selection<SVGGElement, FoldBox, BaseType, unknown>): void {
  groups.attr("role", "option").attr("class", folds.fold ?? "");
  groups.append("rect").attr("class", styles.hit);
  groups.append("g").attr("class", folds.strokes);
  groups.append("rect").attr("class", folds.plate).attr("rx", 3);
  groups.append("path").attr("class", folds.mark);
  groups.append("text").attr("class", folds.title);
  groups.append("text").attr("class", folds.detail);
  for (const end of [folds.from, folds.to]) {
    for (const { name } of END_TEXTS) groups.append("text").attr("class", `${name} ${end}`);
  }
  groups.each(function () {
    for (const text of this.querySelectorAll("text")) text.after(" ");
  });
}
