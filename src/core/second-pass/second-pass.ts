/**
 * The packets of a capture taken apart: the second of Wireshark's two passes reads every packet again, knowing what the
 * connections come to.
 */
import { type AnalysisFacts, analysisFacts } from "../analysis/analysis-facts.ts";
import { REUSED_PORTS } from "../analysis/findings.ts";
import { isMoved, learnBases, learnEcn, learnRoundTrip, seen } from "../analysis/handshake.ts";
import { type Direction, FURTHER, type Segment } from "../analysis/segment.ts";
import { type KnownSegment, segmentFacts } from "../analysis/segment-facts.ts";
import { epochText } from "../base/time.ts";
import { commentsOf } from "../capture/packet-comments.ts";
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import { Decoder } from "../decode/decoder.ts";
import { replay } from "../decode/fragments.ts";
import type { FrameFacts, FrameSetting } from "../inspect/frame.ts";
import { type InspectionOptions, inspectPacket, type PacketDetails } from "../inspect/packet.ts";
import type { Layer } from "../protocols/inspection.ts";
import type { ConnectionColumns } from "../table/connection-table.ts";
import { isAmong, type MarkedRows, NO_MARKED_ROWS, referenceOf } from "../table/marked-rows.ts";
import type { FirstPass } from "./first-pass.ts";
import { Moments } from "./moments.ts";
import type { RowTimes } from "./row-times.ts";

/** What packets are taken apart for, and what the reader set on them; nothing when absent. */
export interface SecondPassOptions extends InspectionOptions {
  readonly markedRows?: MarkedRows;
}

/** The second pass over the same capture, with the packets taken apart. */
export class SecondPass {
  private readonly options: SecondPassOptions;
  /** Begins as the first pass left it, and learns on, but for window scales: Wireshark's second pass does so too. */
  private readonly columns: ConnectionColumns;
  /** Finds the connection of every header as the first pass did, since it meets them in the same order. */
  private readonly again = new Decoder((...args) => this.segment(...args));
  private readonly times: RowTimes;
  private readonly frames = new Moments();
  private readonly connections = new Moments();
  private record: FrameRecord | null = null;
  private facts: KnownSegment[] = [];

  constructor(first: FirstPass, options: SecondPassOptions = {}) {
    this.options = options;
    this.columns = first.connections();
    this.times = first.times;
  }

  /** Number of the packet that was read last, from 1. */
  get number(): number {
    return this.again.length;
  }

  /** Passes the next packet over, and learns from it what later ones need. */
  skip(record: FrameRecord, captureInterface: CaptureInterface): void {
    this.learn(record, captureInterface);
    this.frames.next(0, record);
  }

  /** The layers of the next packet. */
  layers(record: FrameRecord, captureInterface: CaptureInterface): readonly Layer[] {
    return this.details(record, captureInterface).layers;
  }

  /** The next packet taken apart. */
  details(record: FrameRecord, captureInterface: CaptureInterface): PacketDetails {
    this.learn(record, captureInterface);
    const { again } = this;
    const bytes = { view: record.view, at: record.at, linkType: captureInterface.linkType };
    const facts = (order: number) => this.facts[order] ?? null;
    return inspectPacket(
      bytes,
      this.frameFacts(record, captureInterface),
      facts,
      replay(again.fragments.answers),
      this.options,
    );
  }

  private learn(record: FrameRecord, captureInterface: CaptureInterface): void {
    this.facts = [];
    this.record = record;
    this.again.frame(record, captureInterface);
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
      setting: this.setting(),
    };
  }

  private setting(): FrameSetting {
    const { marked, references } = this.options.markedRows ?? NO_MARKED_ROWS;
    const row = this.number - 1;
    const reference = referenceOf(references, row);
    const sinceReference = reference < 0 ? null : this.times.between(reference, row);
    return { isMarked: isAmong(marked, row), isReference: reference === row, sinceReference };
  }

  private segment(segment: Readonly<Segment>, connection: number, direction: Direction): void {
    const { columns, record } = this;
    if (!record) return; // set before every frame
    const { sinceFirst, sincePrevious } = this.connections.next(connection, record);
    // The second pass judges no segment anew, but sees that a SYN, ACK moves what counts as 0 once more.
    const isReused = isMoved(columns, connection, direction, segment);
    learnBases(columns, connection, direction, segment);
    learnEcn(columns, connection, segment);
    const times = { timeSinceFirst: sinceFirst, timeSincePrevious: sincePrevious };
    learnRoundTrip(columns, connection, segment);
    const verdict = this.verdict(segment, connection, isReused);
    this.facts.push(segmentFacts(columns, connection, direction, times, verdict));
    columns.completeness[connection]! |= seen(segment, FURTHER);
  }

  private verdict(segment: Readonly<Segment>, connection: number, isReused: boolean): AnalysisFacts | null {
    const { analysis } = this.again;
    if (!segment.judged || !segment.whole) return null;
    const findings = analysis.findings | (isReused ? REUSED_PORTS : 0);
    const { acknowledged, related, amount, pushBytes } = analysis;
    const { synRow, roundTripRow } = this.columns;
    const isKnown = roundTripRow[connection] !== -1;
    const initialRtt = isKnown ? this.times.between(synRow[connection]!, roundTripRow[connection]!) : "";
    const since = (row: number) => this.times.between(row, segment.row);
    return analysisFacts({ findings, acknowledged, related, amount, pushBytes }, segment.length, initialRtt, since);
  }
}
