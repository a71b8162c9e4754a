/**
 * Frames of one link type as the classic capture file of libpcap (draft-ietf-opsawg-pcap §4, §5): the packets with their
 * times and lengths, and nothing of what only pcapng has a place for.
 */
import type { CaptureInterface, FrameRecord } from "../capture/reader.ts";
import type { Bytes } from "./block-bytes.ts";

const MICROSECONDS = 0xa1b2c3d4;
const NANOSECONDS = 0xa1b23c4d;
const VERSION = [2, 4] as const;
const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** The least that a file states as its snap length: libpcap's own. */
const LEAST_SNAP_LENGTH = 262_144;
const MICROSECOND_DECIMALS = 6;
/** Bytes that are gathered before they are given on. */
const ROOM = 4 * 1024 * 1024;

export interface PcapContents {
  readonly linkType: number;
  /** Decimals of the finest clock; above 6 times are written in nanoseconds. */
  readonly timeDecimals: number;
  /** Takes the next bytes of the file, which are its own from then on. */
  readonly take: (bytes: Bytes) => void;
}

export class PcapWriter {
  /** Frames written so far. */
  frames = 0;
  private readonly contents: PcapContents;
  private readonly isFine: boolean;
  private room = new Uint8Array(ROOM);
  private length = 0;
  /** The last time, for what has none. */
  private seconds = 0;
  private nanoseconds = 0;

  constructor(contents: PcapContents) {
    this.contents = contents;
    this.isFine = contents.timeDecimals > MICROSECOND_DECIMALS;
    const view = new DataView(this.room.buffer);
    view.setUint32(0, this.isFine ? NANOSECONDS : MICROSECONDS, true);
    view.setUint16(4, VERSION[0], true);
    view.setUint16(6, VERSION[1], true);
    view.setUint32(16, LEAST_SNAP_LENGTH, true);
    view.setUint32(20, contents.linkType, true);
    this.length = FILE_HEADER;
  }

  /** Writes a frame as its reader gives it; throws for one of another link type. */
  frame(frame: FrameRecord, { linkType }: CaptureInterface): void {
    if (linkType !== this.contents.linkType) throw new TypeError(`link type ${linkType} in a file of another`);
    const { capturedLength, wireLength } = frame;
    this.makeRoom(RECORD_HEADER + capturedLength);
    if (frame.hasTime) {
      this.seconds = frame.seconds;
      this.nanoseconds = frame.nanoseconds;
    }
    const view = new DataView(this.room.buffer, this.length);
    view.setUint32(0, this.seconds, true);
    view.setUint32(4, this.isFine ? this.nanoseconds : Math.floor(this.nanoseconds / 1000), true);
    view.setUint32(8, capturedLength, true);
    view.setUint32(12, wireLength, true);
    const bytes = new Uint8Array(frame.view.buffer, frame.view.byteOffset + frame.at, capturedLength);
    this.room.set(bytes, this.length + RECORD_HEADER);
    this.length += RECORD_HEADER + capturedLength;
    this.frames++;
  }

  /** Gives the rest. */
  finish(): void {
    this.flush();
  }

  private makeRoom(length: number): void {
    if (this.length + length <= this.room.length) return;
    this.flush();
    if (length > this.room.length) this.room = new Uint8Array(length);
  }

  private flush(): void {
    if (this.length > 0) this.contents.take(this.room.slice(0, this.length));
    this.length = 0;
  }
}
