/**
 * The packets of a capture as rows of chosen fields, in Wireshark's two passes: the first learns what the connections
 * come to, the second reads every packet again with that knowledge.
 */
import type { Segment } from "../core/analysis/connections.ts";
import { segmentFacts } from "../core/analysis/segment-facts.ts";
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { Decoder } from "../core/decode/decoder.ts";
import { CellWriter } from "../core/inspect/cells.ts";
import { inspectPacket } from "../core/inspect/packet.ts";
import type { SegmentFacts } from "../core/protocols/inspection.ts";
import type { ConnectionColumns } from "../core/table/connection-table.ts";

/** The second pass over a capture that `first` has decoded whole. */
export class FieldRows {
  private readonly writer: CellWriter;
  private readonly final: ConnectionColumns;
  /** Finds the connection of every header as the first pass did, since it meets them in the same order. */
  private readonly again = new Decoder((segment, connection) => this.segment(segment, connection));
  /** Time of each connection's packet last met; NaN before the first. */
  private readonly lastTime: Float64Array;
  private facts: SegmentFacts[] = [];
  private previousTime = 0;

  constructor(names: readonly string[], first: Decoder) {
    this.writer = new CellWriter(names);
    this.final = first.connections.columns;
    this.lastTime = new Float64Array(first.connections.length).fill(Number.NaN);
  }

  /** The cells of the next packet. */
  cells(record: FrameRecord, captureInterface: CaptureInterface): string[] {
    const { again } = this;
    this.facts = [];
    again.frame(record, captureInterface);
    const time = (record.seconds - again.startSeconds) * 1e9 + (record.nanoseconds - again.startNanoseconds);
    const { layers } = inspectPacket(
      { view: record.view, at: record.at, linkType: captureInterface.linkType },
      {
        number: again.length,
        seconds: record.seconds,
        nanoseconds: record.nanoseconds,
        sinceFirst: time,
        sincePrevious: again.length === 1 ? 0 : time - this.previousTime,
        capturedLength: record.capturedLength,
        wireLength: record.wireLength,
      },
      (order) => this.facts[order] ?? null,
    );
    this.previousTime = time;
    return this.writer.cells(layers);
  }

  private segment({ time }: Readonly<Segment>, connection: number): void {
    const { direction } = this.again.connections;
    this.facts.push(segmentFacts(this.final, connection, direction, time, this.lastTime[connection]!));
    this.lastTime[connection] = time;
  }
}
