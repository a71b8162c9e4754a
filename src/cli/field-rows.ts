/**
 * The packets of a capture as rows of chosen fields, in Wireshark's two passes: the first learns what the connections
 * come to, the second reads every packet again with that knowledge.
 */

import { learnBases, learnEcn, seen } from "../core/analysis/handshake.ts";
import { type Direction, FURTHER, type Segment } from "../core/analysis/segment.ts";
import { segmentFacts } from "../core/analysis/segment-facts.ts";
import { epochText } from "../core/base/time.ts";
import { commentsOf } from "../core/capture/packet-comments.ts";
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { Decoder, type OnSegment } from "../core/decode/decoder.ts";
import { replay } from "../core/decode/fragments.ts";
import { CellWriter } from "../core/inspect/cells.ts";
import type { FrameFacts } from "../core/inspect/frame.ts";
import { inspectPacket } from "../core/inspect/packet.ts";
import type { SegmentFacts } from "../core/protocols/inspection.ts";
import { ACK, SYN } from "../core/protocols/tcp.ts";
import { copied } from "../core/table/columns.ts";
import type { ConnectionColumns } from "../core/table/connection-table.ts";
import { Moments } from "./moments.ts";

/** The first pass: decodes the whole capture. */
export class FirstPass {
  readonly decoder: Decoder;
  /** SAW_* bits of each connection as one pass counts them: a first segment that is no SYN counts for nothing. */
  private readonly completeness: number[] = [];

  /** `onSegment` is told of every TCP header as well. */
  constructor(onSegment: OnSegment | null = null) {
    this.decoder = new Decoder((segment, connection, direction) => {
      this.segment(segment, connection);
      onSegment?.(segment, connection, direction);
    });
  }

  /** What the connections have come to; a copy, in which `completeness` is that of one pass. */
  connections(): ConnectionColumns {
    const { columns, length } = this.decoder.connections;
    const copy = copied(columns, length);
    copy.completeness.set(this.completeness);
    return copy;
  }

  private segment(segment: Readonly<Segment>, connection: number): void {
    const { standing } = this.decoder.connections;
    if (standing !== FURTHER) this.completeness.push(0);
    const counts = standing === FURTHER || (segment.flags & (SYN | ACK)) === SYN;
    if (counts) this.completeness[connection]! |= seen(segment, standing);
  }
}

/** The second pass over the same capture. */
export class FieldRows {
  private readonly writer: CellWriter;
  /** Begins as the first pass left it, and learns on, but for window scales: Wireshark's second pass does so too. */
  private readonly columns: ConnectionColumns;
  /** Finds the connection of every header as the first pass did, since it meets them in the same order. */
  private readonly again = new Decoder((...args) => this.segment(...args));
  private readonly frames = new Moments();
  private readonly connections = new Moments();
  private record: FrameRecord | null = null;
  private facts: SegmentFacts[] = [];

  constructor(names: readonly string[], first: FirstPass) {
    this.writer = new CellWriter(names);
    this.columns = first.connections();
  }

  /** The cells of the next packet. */
  cells(record: FrameRecord, captureInterface: CaptureInterface): string[] {
    const { again } = this;
    this.facts = [];
    this.record = record;
    again.frame(record, captureInterface);
    const bytes = { view: record.view, at: record.at, linkType: captureInterface.linkType };
    const facts = (order: number) => this.facts[order] ?? null;
    const { layers } = inspectPacket(
      bytes,
      this.frameFacts(record, captureInterface),
      facts,
      replay(again.fragments.answers),
    );
    return this.writer.cells(layers);
  }

  private frameFacts(record: FrameRecord, on: CaptureInterface): FrameFacts {
    const { capturedLength, wireLength } = record;
    const epoch = epochText(record.seconds, record.nanoseconds);
    return {
      number: this.again.length,
      time: record.hasTime ? { epoch, ...this.frames.next(0, record) } : null,
      capturedLength,
      wireLength,
      on,
      comments: commentsOf(record, on.littleEndian),
    };
  }

  private segment(segment: Readonly<Segment>, connection: number, direction: Direction): void {
    const { columns, record } = this;
    if (!record) return; // set before every frame
    const { sinceFirst, sincePrevious } = this.connections.next(connection, record);
    learnBases(columns, connection, direction, segment);
    learnEcn(columns, connection, segment);
    const times = { timeSinceFirst: sinceFirst, timeSincePrevious: sincePrevious };
    this.facts.push(segmentFacts(columns, connection, direction, times));
    columns.completeness[connection]! |= seen(segment, FURTHER);
  }
}
