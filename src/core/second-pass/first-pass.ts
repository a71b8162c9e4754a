/**
 * The first of Wireshark's two passes over a capture: what the connections come to, and when each packet came, for the
 * second pass to read the packets with.
 */
import { seen } from "../analysis/handshake.ts";
import { FIRST, FURTHER, type Segment } from "../analysis/segment.ts";
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import { Decoder, type OnSegment } from "../decode/decoder.ts";
import { ACK, SYN } from "../protocols/tcp.ts";
import { type ConnectionColumns, SAW_DATA, SAW_SYN } from "../table/connection-table.ts";
import { RowTimes } from "./row-times.ts";

/** The first pass: decodes the whole capture. */
export class FirstPass {
  readonly decoder: Decoder;
  /** Of all packets, by row. */
  readonly times = new RowTimes();
  /** SAW_* bits of each connection as one pass counts them: of a first segment nothing counts but a SYN and its data. */
  private readonly completeness: number[] = [];

  /** `onSegment` is told of every TCP header as well. */
  constructor(onSegment: OnSegment | null = null) {
    this.decoder = new Decoder((segment, connection, direction) => {
      this.segment(segment, connection);
      onSegment?.(segment, connection, direction);
    });
  }

  /** Takes the next packet. */
  frame(record: FrameRecord, captureInterface: CaptureInterface): void {
    this.times.add(record);
    this.decoder.frame(record, captureInterface);
  }

  /** What the connections have come to; a copy, in which `completeness` is that of one pass. */
  connections(): ConnectionColumns {
    const { columns } = this.decoder.connections.snapshot();
    columns.completeness.set(this.completeness);
    return columns;
  }

  private segment(segment: Readonly<Segment>, connection: number): void {
    const { standing } = this.decoder.connections;
    if (standing !== FURTHER) this.completeness.push(0);
    const isSyn = (segment.flags & (SYN | ACK)) === SYN;
    const counted = standing !== FIRST ? ~0 : isSyn ? SAW_SYN | SAW_DATA : 0;
    this.completeness[connection]! |= seen(segment, standing) & counted;
  }
}
