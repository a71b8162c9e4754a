/**
 * What all capture formats have in common: bytes in, frames out.
 *
 * A reader is fed a file in slices. It takes whole records from the front of what it is given and says where it
 * stopped; whoever feeds it gives the rest again, together with what follows. It never goes back to an earlier slice.
 */
import type { CaptureNotes } from "./notes.ts";
import type { CaptureProblem } from "./problem.ts";

/** `linkType` of what was on no link: pcapng's custom blocks, which Wireshark counts as frames. */
export const NO_LINK_TYPE = -1;

/** Rows that `interfaces` may have: tables keep a frame's in sixteen bits. */
export const MOST_INTERFACES = 65_536;

/** What was captured on, as the file describes it. */
export interface CaptureInterface {
  /** LINKTYPE number of the tcpdump registry: 1 is Ethernet; or NO_LINK_TYPE. */
  readonly linkType: number;
  /** Bytes a packet may have been cut to; 0 for no limit or not stated. */
  readonly snapLength: number;
  /** Decimals of a second that its times have: 6 for microseconds, 9 for nanoseconds. */
  readonly timeDecimals: number;
  /** As the capture names it, what else it says of it, and the capture filter; empty when it does not. */
  readonly name: string;
  readonly description: string;
  readonly filter: string;
  /** The section of the file, from 1, and the interface's number there, from 0; 0 and -1 where nothing is numbered. */
  readonly section: number;
  readonly number: number;
  /** Byte order of what the file says of the interface's packets. */
  readonly littleEndian: boolean;
  /** Packets that it received, and that it lost before they were written; -1 when the file does not count them. */
  readonly received: number;
  readonly dropped: number;
  /** Place of its file among those that were opened together. */
  readonly file: number;
}

/** An interface of which nothing is known. */
export const UNKNOWN_INTERFACE: CaptureInterface = {
  linkType: NO_LINK_TYPE,
  snapLength: 0,
  timeDecimals: 9,
  name: "",
  description: "",
  filter: "",
  section: 0,
  number: -1,
  littleEndian: true,
  received: -1,
  dropped: -1,
  file: 0,
};

/** One captured frame. The reader fills the same object again for the next: copy what must stay. */
export interface FrameRecord {
  /** The slice at hand, and the position of the frame's first byte in it. */
  view: DataView;
  at: number;
  /** Bytes in the file, and bytes that were on the wire. */
  capturedLength: number;
  wireLength: number;
  /** False for what carries no time: pcapng's simple packets and custom blocks. */
  hasTime: boolean;
  /** Time of capture since 1970-01-01 UTC: whole seconds, and 0 .. 999,999,999 nanoseconds; 0 without time. */
  seconds: number;
  nanoseconds: number;
  /** Row in the reader's `interfaces`. */
  interfaceRow: number;
  /** Position of the frame's first byte in the file. */
  fileOffset: number;
  /**
   * Bounds of the options that hold comments on the frame, counted from its first byte (pcapng-options.ts reads them);
   * both 0 when there are none.
   */
  commentsAt: number;
  commentsEnd: number;
}

/** A record for a reader to fill. */
export function blankFrame(): FrameRecord {
  return {
    view: new DataView(new ArrayBuffer(0)),
    at: 0,
    capturedLength: 0,
    wireLength: 0,
    hasTime: false,
    seconds: 0,
    nanoseconds: 0,
    interfaceRow: 0,
    fileOffset: 0,
    commentsAt: 0,
    commentsEnd: 0,
  };
}

/** Fills one record from another. Written out: of what is done for every frame, this is the quickest way. */
export function copyFrame(from: FrameRecord, to: FrameRecord): void {
  to.view = from.view;
  to.at = from.at;
  to.capturedLength = from.capturedLength;
  to.wireLength = from.wireLength;
  to.hasTime = from.hasTime;
  to.seconds = from.seconds;
  to.nanoseconds = from.nanoseconds;
  to.interfaceRow = from.interfaceRow;
  to.fileOffset = from.fileOffset;
  to.commentsAt = from.commentsAt;
  to.commentsEnd = from.commentsEnd;
}

/** Takes one frame; the record is the reader's and holds good only during the call. */
export type OnFrame = (frame: FrameRecord) => void;

export interface CaptureReader {
  readonly format: "pcap" | "pcapng";
  /** Grows while a pcapng file is read. */
  readonly interfaces: readonly CaptureInterface[];
  /** What the file told beside its packets so far. */
  readonly notes: CaptureNotes;
  /** Frames given so far, the one at hand included: its number, counted from 1. */
  readonly frames: number;
  /** Why it cannot go on; null while it can. Frames given before stay good. */
  readonly problem: CaptureProblem | null;
  /**
   * Takes the whole records of `view`, the first byte of which stands at `fileOffset` in the file, and returns the
   * number of bytes taken: less than `view.byteLength` when a record goes on beyond it, or after a problem.
   */
  read(view: DataView, fileOffset: number): number;
  /** Bytes that the next record needs in one slice, as far as the last `read` could tell; at least 1. */
  readonly wanted: number;
  /**
   * Tells that the file ends after what the last `read` was given, `rest` bytes of which, at `fileOffset`, it did not
   * take; sets `problem` when they are a cut record or header.
   */
  finish(rest: number, fileOffset: number): void;
}
