/** Draws the lanes of states beside a connection's lifelines with D3: a pattern for each phase, never hue. */
import type { Selection } from "d3-selection";
import { CLOSED, ESTABLISHED, LISTEN, SYN_RECEIVED, SYN_SENT, TCP_STATES } from "../../core/analysis/tcp-states.ts";
import type { LadderColumns } from "../../core/ladder/columns.ts";
import { LANE_NAME_GAP, LANE_WIDTH } from "../../core/ladder/lane-states.ts";
import type { LaneRun } from "../../core/ladder/lanes.ts";
import styles from "./drawing.module.css";

type Group = Selection<SVGGElement, unknown, null, undefined>;

/** The patterns of lanes that are neither empty nor solid, for the `<svg>` that they are drawn in. */
export function appendLanePatterns(root: Selection<SVGSVGElement, unknown, null, undefined>): void {
  const patterns = root.append("defs");
  const pattern = (id: string, size: number, lines: string) => {
    const made = patterns.append("pattern").attr("id", id).attr("patternUnits", "userSpaceOnUse");
    made.attr("width", size).attr("height", size);
    made.append("path").attr("class", styles.hatching).attr("d", lines);
  };
  pattern("lane-opening", 4, "M0 2h4");
  pattern("lane-closing", 6, "M-1 7l8 -8M-1 1l2 -2M5 7l2 -2");
}

/** Shows the runs of a scene. The names say what screen readers hear of the states elsewhere. */
export function drawLanes(group: Group, runs: readonly LaneRun[], columns: LadderColumns): void {
  const rects = group.selectAll<SVGRectElement, LaneRun>("rect").data(runs).join("rect");
  rects
    .attr("class", ({ state }) => `${styles.lane} ${laneClass(state)}`)
    .classed(styles.inferred, ({ isInferred }) => isInferred)
    .attr("x", ({ x }) => x)
    .attr("y", ({ top }) => top)
    .attr("width", LANE_WIDTH)
    .attr("height", ({ top, bottom }) => Math.max(0, bottom - top));
  const named = columns.showsStateNames ? runs.filter(({ nameY }) => nameY !== null) : [];
  group
    .selectAll<SVGTextElement, LaneRun>("text")
    .data(named)
    .join("text")
    .attr("class", ({ isLeft }) => (isLeft ? styles.stateBefore : styles.stateBehind))
    .attr("x", ({ x, isLeft }) => (isLeft ? x - LANE_NAME_GAP : x + LANE_WIDTH + LANE_NAME_GAP))
    .attr("y", ({ nameY }) => nameY)
    .text(({ state }) => TCP_STATES[state] ?? "");
}

function laneClass(state: number): string {
  switch (state) {
    case CLOSED:
      return styles.laneClosed;
    case LISTEN:
      return styles.laneListen;
    case SYN_SENT:
    case SYN_RECEIVED:
      return styles.laneOpening;
    case ESTABLISHED:
      return styles.laneEstablished;
    default:
      return styles.laneClosing;
  }
}
