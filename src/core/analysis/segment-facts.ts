/** What is known of a connection, as one of its segments sees it. */
import { secondsText } from "../base/time.ts";
import type { SegmentFacts } from "../protocols/inspection.ts";
import type { ConnectionColumns } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";

/**
 * The facts for a segment of `connection` that travels in `direction`, at `time` ns since the capture's first packet.
 * `previousTime` is that of the connection's packet before; NaN when there is none.
 */
export function segmentFacts(
  columns: ConnectionColumns,
  connection: number,
  direction: number,
  time: number,
  previousTime: number,
): SegmentFacts {
  const out = direction === CLIENT_TO_SERVER;
  return {
    connection,
    seqBase: (out ? columns.seqBaseOut : columns.seqBaseIn)[connection]!,
    ackBase: (out ? columns.seqBaseIn : columns.seqBaseOut)[connection]!,
    windowShift: (out ? columns.windowShiftOut : columns.windowShiftIn)[connection]!,
    timeSinceFirst: secondsText(time - columns.firstTime[connection]!),
    timeSincePrevious: secondsText(Number.isNaN(previousTime) ? 0 : time - previousTime),
    completeness: columns.completeness[connection]!,
  };
}
