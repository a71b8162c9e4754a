/**
 * The lanes beside a connection's lifelines: which state each end is in, and from where to where (RFC 9293 §3.3.2). A
 * state changes where an arrow leaves or lands.
 */
import { placeOf } from "../base/bisect.ts";
import type { LadderColumns } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { LANE_GAP, LANE_WIDTH, type LaneStates } from "./lane-states.ts";
import { lifelineX, slotOf } from "./lifelines.ts";
import { evenRows, type RowPlaces } from "./rows.ts";
import { endOffset } from "./time/slant.ts";

/** One state of one end, as far as it is in the scene. */
export interface LaneRun {
  /** 0 beside the client's lifeline, 1 beside the server's. */
  readonly lane: 0 | 1;
  /** Place in TCP_STATES. */
  readonly state: number;
  readonly isInferred: boolean;
  /** It stands left of its lifeline, at the ladder's left. */
  readonly isLeft: boolean;
  /** Left edge of the lane, top and bottom, in px of the scene. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  /** Where the state's name stands, from its baseline: at the change that began it; null where that is out of view. */
  readonly nameY: number | null;
}

/** Baseline of the names of the states before the first packet: above the first arrow's. */
const FIRST_NAME = 8;
/** The same where rows fall, and where there is room for it. */
const FIRST_FALLING_NAME = 14;

/** The runs in a window; none where the ladder shows no lanes. */
export function layoutLanes(
  content: LadderContent,
  columns: LadderColumns,
  window: LadderWindow,
  places: RowPlaces = evenRows(content.rows.length, columns.rowHeight),
): readonly LaneRun[] {
  const { lanes } = content;
  if (!lanes || !columns.showsLanes) return [];
  return [0 as const, 1 as const].flatMap((lane) => [...runsOf(lanes, lane, content, columns, window, places)]);
}

function* runsOf(
  lanes: LaneStates,
  lane: 0 | 1,
  { rows }: LadderContent,
  columns: LadderColumns,
  { first, end, left }: LadderWindow,
  places: RowPlaces,
): Generator<LaneRun> {
  const isLeft = slotOf(columns, lane) === 0;
  const x = lifelineX(columns, lane, left) + (isLeft ? -LANE_GAP - LANE_WIDTH : LANE_GAP);
  const yOf = (index: number) =>
    places.top(index) - places.top(first) + columns.lineAt + endOffset(places, index, lane);
  const bottom = (end === rows.length ? places.height : places.top(end)) - places.top(first);
  let top = first === 0 ? -places.top(0) : 0;
  let { state, isInferred } = stateBefore(lanes, lane, rows, first);
  // Rows that fall are shown by themselves: what is above them is not a scroll away.
  let nameY: number | null = places.fall ? FIRST_FALLING_NAME : first === 0 ? FIRST_NAME : null;
  for (let index = first; index < end; index = places.after(index)) {
    const next = stateAfter(lanes, lane, rows[places.after(index) - 1]!);
    if (next.state === state && next.isInferred === isInferred) continue;
    yield { lane, state, isInferred, isLeft, x, top, bottom: yOf(index), nameY };
    top = yOf(index);
    nameY = top + 4;
    ({ state, isInferred } = next);
  }
  yield { lane, state, isInferred, isLeft, x, top, bottom, nameY };
}

function stateAfter({ rows, client, server, inferred }: LaneStates, lane: 0 | 1, row: number) {
  const place = placeOf(rows, row);
  return {
    state: (lane === 0 ? client : server)[place] ?? 0,
    isInferred: ((inferred[place] ?? 0) & (1 << lane)) !== 0,
  };
}

function stateBefore(lanes: LaneStates, lane: 0 | 1, rows: Uint32Array, index: number) {
  if (index > 0) return stateAfter(lanes, lane, rows[index - 1]!);
  const { client, server, inferred } = lanes.start;
  return { state: lane === 0 ? client : server, isInferred: (inferred & (1 << lane)) !== 0 };
}
