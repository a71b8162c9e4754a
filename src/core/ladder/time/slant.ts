/** How far the two ends of an arrow stand from its row's line, in a ladder whose arrows slant. */
import type { RowPlaces } from "../rows.ts";
import type { ScaledRows } from "./time-scale.ts";
import { FROM_CLIENT, OTHER } from "./time-steps.ts";

/** Px from the row's line down to the sender's end, which is negative, and to the receiver's. */
export interface Slant {
  readonly tail: number;
  readonly head: number;
  /** No other arrow crosses: words stay in the middle, and ports at the ends. */
  readonly isClear?: true;
}

/** An arrow without slant. */
export const LEVEL: Slant = { tail: 0, head: 0 };

/** Whether rows stand to scale. */
export function isScaled(rows: RowPlaces): rows is ScaledRows {
  return "time" in rows;
}

/** The slant of a row's arrow: the same for all of one direction, so that what follows each other stays in order. */
export function slantOf(rows: RowPlaces, index: number): Slant {
  if (rows.fall) return { tail: -rows.fall.px / 2, head: rows.fall.px / 2, isClear: true };
  if (!isScaled(rows)) return LEVEL;
  const { steps, ways, scale } = rows.time;
  const side = steps.side[index]!;
  if (side === OTHER) return LEVEL;
  const [from, to] = side === FROM_CLIENT ? [ways.client, ways.server] : [ways.server, ways.client];
  return { tail: -from * scale, head: to * scale };
}

/** Px from the sender's end of an arrow down to the receiver's. */
export function fallOf({ time: { ways, scale } }: ScaledRows): number {
  return (ways.client + ways.server) * scale;
}

/** How far a change at one end stands from the row's line, px: 0 is the client's end, 1 the server's. */
export function endOffset(rows: RowPlaces, index: number, end: 0 | 1): number {
  if (!rows.fall && !isScaled(rows)) return 0;
  const { tail, head } = slantOf(rows, index);
  const isFromClient = isScaled(rows) ? rows.time.steps.side[index] === FROM_CLIENT : rows.fall?.isFromClient(index);
  return isFromClient === (end === 0) ? tail : head;
}
