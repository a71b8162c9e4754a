/**
 * What all capture formats have in common: bytes in, frames out.
 *
 * A reader is fed a file in slices. It takes whole records from the front of what it is given and says where it
 * stopped; whoever feeds it gives the rest again, together with what follows. It never keeps a slice.
 */
import type { CaptureProblem } from "./problem.ts";

/** What was captured on: the link type and the clock of some packets. */
export interface CaptureInterface {
  /** LINKTYPE number of the tcpdump registry: 1 is Ethernet. */
  readonly linkType: number;
  /** Bytes a packet may have been cut to; 0 for no limit or not stated. */
  readonly snapLength: number;
  /** As the capture names it; empty when it does not. */
  readonly name: string;
}

/** One captured frame. The reader fills the same object again for the next: copy what must stay. */
export interface FrameRecord {
  /** The slice at hand, and the position of the frame's first byte in it. */
  view: DataView;
  at: number;
  /** Bytes in the file, and bytes that were on the wire. */
  capturedLength: number;
  wireLength: number;
  /** Time of capture since 1970-01-01 UTC: whole seconds, and 0 .. 999,999,999 nanoseconds. */
  seconds: number;
  nanoseconds: number;
  /** Row in the reader's `interfaces`. */
  interfaceRow: number;
  /** Position of the frame's first byte in the file. */
  fileOffset: number;
}

/** Takes one frame; the record is the reader's and holds good only during the call. */
export type OnFrame = (frame: FrameRecord) => void;

export interface CaptureReader {
  readonly format: "pcap" | "pcapng";
  /** Grows while a pcapng file is read. */
  readonly interfaces: readonly CaptureInterface[];
  /** Frames given so far. */
  readonly frames: number;
  /** Why it cannot go on; null while it can. Frames given before stay good. */
  readonly problem: CaptureProblem | null;
  /**
   * Takes the whole records of `view`, the first byte of which stands at `fileOffset` in the file, and returns the
   * number of bytes taken: less than `view.byteLength` when a record goes on beyond it, or after a problem.
   */
  read(view: DataView, fileOffset: number): number;
  /** Bytes that the next record needs in one slice, as far as known; at least 1. For records longer than a slice. */
  readonly wanted: number;
  /** Tells that the file ends with `rest` bytes untaken at `fileOffset`; sets `problem` when they are a cut record. */
  finish(rest: DataView, fileOffset: number): void;
}
