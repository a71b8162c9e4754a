/** The segments of one side that carried new data, each with when it was sent and when it was acknowledged. */
import { type Acknowledgements, NO_PLACE } from "../analysis/acknowledgements.ts";
import type { ConnectionSegments } from "../analysis/connection-segments.ts";

/** One segment: places in the connection, times in ns since its first packet. */
export interface DataSegment {
  readonly place: number;
  readonly bytes: number;
  readonly sentAt: number;
  /** The packet that covers all of it; -1 while none does. */
  readonly ack: number;
  readonly ackedAt: number;
}

/** The first `most` segments with data of the side `direction`. */
export function dataSegments(
  segments: ConnectionSegments,
  direction: number,
  { releasedBy }: Pick<Acknowledgements, "releasedBy">,
  most: number,
): readonly DataSegment[] {
  const start = segments.time[0] ?? 0;
  const found: DataSegment[] = [];
  for (let place = 0; place < segments.length && found.length < most; place++) {
    if (segments.direction[place] !== direction || segments.payload[place] === 0) continue;
    const ack = releasedBy[place]!;
    const ackedAt = ack === NO_PLACE ? Number.NaN : segments.time[ack]! - start;
    found.push({ place, bytes: segments.payload[place]!, sentAt: segments.time[place]! - start, ack, ackedAt });
  }
  return found;
}
