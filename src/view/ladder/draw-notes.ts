/** Draws the marks of notes at the ladder's left edge with D3; who points at one reads the note. */
import type { Selection } from "d3-selection";
import { type LadderColumns, PHASE_WIDTH } from "../../core/ladder/columns.ts";
import type { NoteMark } from "../../core/ladder/note-marks.ts";
import styles from "./drawing.module.css";

/** From what stands at the left to the marks, and from one mark to the next. */
const GAP = 4;
const LANE = 3;

/** Shows the notes of a scene. They are read in the arrows' names, so that these marks say nothing themselves. */
export function drawNotes(
  group: Selection<SVGGElement, unknown, null, undefined>,
  marks: readonly NoteMark[],
  { numberRight, lineAt, showsPhases }: LadderColumns,
): void {
  const left = GAP + (showsPhases ? PHASE_WIDTH + 2 : 0);
  const all = group
    .selectAll<SVGGElement, NoteMark>("g")
    .data(marks, ({ id }) => id)
    .join((entered) => {
      const made = entered.append("g").attr("class", styles.note);
      made.append("title");
      made.append("rect").attr("class", styles.noteRoom).attr("x", 0);
      made.append("path").attr("class", styles.noteBracket);
      made.append("path").attr("class", styles.noteMark);
      return made;
    });
  all.select("title").text(({ text }) => text);
  all
    .select("rect")
    .attr("y", ({ top }) => top)
    .attr("width", ({ isRange, lane }) => (isRange ? left + (lane + 1) * LANE : numberRight))
    .attr("height", ({ top, bottom }) => bottom - top);
  all.select("path:nth-of-type(1)").attr("d", (mark) => (mark.isRange ? bracket(mark, left) : null));
  all
    .select("path:nth-of-type(2)")
    .attr("d", ({ isRange, hasTop }) => (!isRange && hasTop ? "M0 0h7v5.5h-3.5l-2 2.2v-2.2h-1.5z" : null))
    .attr("transform", ({ top, lane }) => `translate(${left - 1 + lane * LANE} ${top + lineAt - 13})`);
}

/** Open where the range goes on beyond what is in view. */
function bracket({ top, bottom, hasTop, hasBottom, lane }: NoteMark, left: number): string {
  const x = left + lane * LANE + 0.75;
  const from = top + (hasTop ? 3 : 0);
  const to = bottom - (hasBottom ? 3 : 0);
  return `M${x + (hasTop ? 4 : 0)} ${from}H${x}V${to}${hasBottom ? "h4" : ""}`;
}
