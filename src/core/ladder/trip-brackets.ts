/** Where the brackets of round trips stand: between the axis and the numbers of a ladder to scale. */
import type { LadderColumns } from "./columns.ts";
import type { LadderContent, LadderWindow } from "./content.ts";
import { RoundTrips, type TripKind } from "./round-trips.ts";
import type { RowPlaces } from "./rows.ts";
import { isScaled } from "./time/slant.ts";
import type { TimeSteps } from "./time/time-steps.ts";

/** A bracket, in px of the scene. */
export interface TripBracket {
  readonly kind: TripKind;
  readonly nanoseconds: number;
  /** It may begin above the scene and end below it. */
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  /** Baseline of its time, of its name below; null without room for them. */
  readonly valueY: number | null;
  readonly nameY: number | null;
}

/** Lower ones are no more than a dot. */
const LEAST_HEIGHT = 6;
/** Height of the time alone, and of both lines. */
const ONE_LINE = 16;
const TWO_LINES = 30;
const BASELINE = 4.5;

/** Goes with the steps, which stay the same through zooming. */
const known = new WeakMap<TimeSteps, RoundTrips>();

/** The brackets of a window; none for even rows, for many hosts, and where the columns have no room for them. */
export function layoutTrips(
  { packets, hosts }: LadderContent,
  columns: LadderColumns,
  { first, end }: LadderWindow,
  places: RowPlaces,
): readonly TripBracket[] {
  if (!isScaled(places) || hosts || columns.tripLeft === 0 || end <= first) return [];
  const { steps } = places.time;
  const trips = known.get(steps) ?? new RoundTrips(packets, steps);
  known.set(steps, trips);
  const base = places.top(first) - columns.lineAt;
  const height = places.top(end) - places.top(first);
  return trips.within(first, end).flatMap(({ kind, nanoseconds, from, to }) => {
    const [top, bottom] = [places.top(from) - base, places.top(to) - base];
    if (bottom - top < LEAST_HEIGHT) return [];
    const [shownTop, shownBottom] = [Math.max(top, 0), Math.min(bottom, height)];
    const room = shownBottom - shownTop;
    const middle = (shownTop + shownBottom) / 2 + BASELINE;
    const valueY = room < ONE_LINE ? null : room < TWO_LINES ? middle : middle - 7;
    const nameY = room < TWO_LINES ? null : middle + 7;
    return [{ kind, nanoseconds, top, bottom, x: columns.tripLeft, valueY, nameY }];
  });
}
