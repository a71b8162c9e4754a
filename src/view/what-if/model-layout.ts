/**
 * Where the model's segments stand in its ladder: a row for each in the order of sending, arrivals between the rows by
 * their times, and a break where nothing happens for long. Pure; the drawing is ModelLadder.tsx's.
 */
import type { ModelRun } from "../../core/what-if/model.ts";

/** One segment; px from the drawing's top. */
export interface ModelRow {
  readonly y: number;
  /** Where it arrives, or would have; and its second copy, NaN without one. */
  readonly endY: number;
  readonly againY: number;
}

/** A long time without anything. */
export interface ModelBreak {
  readonly y: number;
  /** ns from the row above to the row below. */
  readonly time: number;
}

export interface ModelLayout {
  readonly rows: readonly ModelRow[];
  readonly breaks: readonly ModelBreak[];
  readonly height: number;
}

/** The least slope of an arrow, in rows: it falls, since it takes time. */
const LEAST_FALL = 0.55;
/** Times from one row to the next beyond which there is a break: in ways from one end to the other, and at least ns. */
const LONG_WAYS = 6;
const LONG = 50e6;

/** Lays a run out; `row` is the height of a row in px, `oneWay` the time of a segment's way in ns. */
export function layoutModel({ segments }: ModelRun, oneWay: number, row: number): ModelLayout {
  const long = Math.max(LONG, LONG_WAYS * oneWay);
  const starts: number[] = [];
  const breaks: ModelBreak[] = [];
  let y = row;
  for (const [index, { sentAt }] of segments.entries()) {
    const gap = index === 0 ? 0 : sentAt - segments[index - 1]!.sentAt;
    if (index > 0) y += row;
    if (gap > long) {
      breaks.push({ y: y + row / 2, time: gap });
      y += row;
    }
    starts.push(y);
  }
  const yAt = (time: number): number => {
    const index = segments.findLastIndex(({ sentAt }) => sentAt <= time);
    const { sentAt } = segments[index]!; // nothing arrives before the first was sent
    const gap = (segments[index + 1]?.sentAt ?? Number.POSITIVE_INFINITY) - sentAt;
    const share = (time - sentAt) / (gap > long ? 2 * oneWay : gap);
    return starts[index]! + row * Math.min(0.95, share);
  };
  const rows = segments.map(({ sentAt, arrivesAt, comesAgainAt }, index): ModelRow => {
    const from = starts[index]!;
    const at = (time: number) => Math.max(from + LEAST_FALL * row, yAt(time));
    const endY = at(Number.isNaN(arrivesAt) ? sentAt + oneWay : arrivesAt);
    const againY = Number.isNaN(comesAgainAt) ? comesAgainAt : Math.max(endY + LEAST_FALL * row, yAt(comesAgainAt));
    return { y: from, endY, againY };
  });
  const lowest = Math.max(0, ...rows.map(({ endY, againY }) => Math.max(endY, againY || 0)));
  return { rows, breaks, height: lowest + row };
}
