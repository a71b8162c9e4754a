/** What is known of a connection, as one of its segments sees it. */
import type { SegmentFacts } from "../protocols/inspection.ts";
import { type ConnectionColumns, countsEcn } from "../table/connection-table.ts";
import { CLIENT_TO_SERVER } from "../table/packet-table.ts";
import type { AnalysisFacts } from "./analysis-facts.ts";
import { completenessName } from "./completeness.ts";

/** How long before a segment its connection's first packet came, and the packet before: seconds with nine decimals. */
export type SegmentTimes = Pick<SegmentFacts, "timeSinceFirst" | "timeSincePrevious">;

/** What is known of a segment beside its bytes. */
export interface KnownSegment extends SegmentFacts {
  /** Null when there is nothing to say, or the segment was not judged. */
  readonly analysis: AnalysisFacts | null;
}

/** The facts for a segment of `connection`, which row `place` of the columns is of, that travels in `direction`. */
export function segmentFacts(
  columns: ConnectionColumns,
  connection: number,
  direction: number,
  times: SegmentTimes,
  analysis: AnalysisFacts | null = null,
  place = connection,
): KnownSegment {
  const out = direction === CLIENT_TO_SERVER;
  return {
    connection,
    seqBase: (out ? columns.seqBaseOut : columns.seqBaseIn)[place]!,
    ackBase: (out ? columns.seqBaseIn : columns.seqBaseOut)[place]!,
    windowShift: (out ? columns.windowShiftOut : columns.windowShiftIn)[place]!,
    accurateEcn: countsEcn(columns.accurateEcn[place]!),
    completeness: columns.completeness[place]!,
    completenessName: completenessName(columns.completeness[place]!),
    ...times,
    analysis,
  };
}
