/** Draws the marks of notes at the ladder's left edge with D3; who points at one reads the note. */
import type { Selection } from "d3-selection";
import type { LadderColumns } from "../../core/ladder/columns.ts";
import type { NoteMark } from "../../core/ladder/note-marks.ts";
import styles from "./drawing.module.css";

/** From the edge to the marks, and from one bracket to the next. */
const LEFT = 4;
const LANE = 3;

/** Shows the notes of a scene. They are read in the arrows' names, so that these marks say nothing themselves. */
export function drawNotes(
  group: Selection<SVGGElement, unknown, null, undefined>,
  marks: readonly NoteMark[],
  { numberRight, lineAt }: LadderColumns,
): void {
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
    .attr("width", ({ isRange, lane }) => (isRange ? LEFT + (lane + 1) * LANE : numberRight))
    .attr("height", ({ top, bottom }) => bottom - top);
  all.select("path:nth-of-type(1)").attr("d", (mark) => (mark.isRange ? bracket(mark) : null));
  all
    .select("path:nth-of-type(2)")
    .attr("d", ({ isRange, hasTop }) => (!isRange && hasTop ? "M0 0h7v5.5h-3.5l-2 2.2v-2.2h-1.5z" : null))
    .attr("transform", ({ top, lane }) => `translate(${LEFT - 1 + lane * LANE} ${top + lineAt - 13})`);
}

/** Open where the range goes on beyond what is in view. */
function bracket({ top, bottom, hasTop, hasBottom, lane }: NoteMark): string {
  const x = LEFT + lane * LANE + 0.75;
  const from = top + (hasTop ? 3 : 0);
  const to = bottom - (hasBottom ? 3 : 0);
  return `M${x + (hasTop ? 4 : 0)} ${from}H${x}V${to}${hasBottom ? "h4" : ""}`;
}
