/**
 * The classic capture file of libpcap: a file header, then records of a header and a packet each.
 *
 * Knows both byte orders, micro- and nanosecond files, the longer record headers of Kuznetzov's patch, and the old
 * files that store the two lengths of a packet the other way round.
 */
import { hexDigits } from "../base/hex.ts";
import { mostCaptured } from "./limits.ts";
import { NO_NOTES } from "./notes.ts";
import type { CaptureProblem } from "./problem.ts";
import { blankFrame, type CaptureInterface, type CaptureReader, type OnFrame, UNKNOWN_INTERFACE } from "./reader.ts";

interface Variant {
  readonly littleEndian: boolean;
  /** Nanoseconds that the second half of a time counts in. */
  readonly tick: number;
  /** Bytes of a record before the packet's. */
  readonly recordHeader: number;
}

const variant = (littleEndian: boolean, tick: number, recordHeader = 16): Variant => {
  return { littleEndian, tick, recordHeader };
};

/** By the file's first four bytes as they stand. */
const VARIANTS: ReadonlyMap<number, Variant> = new Map([
  [0xa1b2c3d4, variant(false, 1000)],
  [0xd4c3b2a1, variant(true, 1000)],
  [0xa1b23c4d, variant(false, 1)],
  [0x4d3cb2a1, variant(true, 1)],
  [0xa1b2cd34, variant(false, 1000, 24)],
  [0x34cdb2a1, variant(true, 1000, 24)],
]);

/** True when a file that begins with these four bytes, read as a big-endian number, is for this reader. */
export const isPcap = (magic: number): boolean => VARIANTS.has(magic);

const FILE_HEADER = 24;
const NANOSECONDS = 1e9;

/** Bits of the link type field: the low half is the type, the top six tell of check sums, those between must be 0. */
const LINK_TYPE_MASK = 0xffff;
const LINK_TYPE_RESERVED = 0x03ff0000;

/** How the lengths in a record stand; the wire's is the larger one. libpcap's rule, by version. */
type LengthOrder = "captured first" | "wire first" | "by size";

function lengthOrder(major: number, minor: number): LengthOrder {
  if ((major === 2 && minor < 3) || major === 543) return "wire first";
  return major === 2 && minor === 3 ? "by size" : "captured first";
}

export class PcapReader implements CaptureReader {
  readonly format = "pcap";
  readonly interfaces: CaptureInterface[] = [];
  readonly notes = NO_NOTES;
  frames = 0;
  problem: CaptureProblem | null = null;
  wanted = FILE_HEADER;

  private readonly onFrame: OnFrame;
  private readonly frame = blankFrame();
  /** Null until the file header was read. */
  private variant: Variant | null = null;
  private order: LengthOrder = "captured first";
  private mostCaptured = 0;

  constructor(onFrame: OnFrame) {
    this.onFrame = onFrame;
  }

  read(view: DataView, fileOffset: number): number {
    if (this.problem) return 0;
    if (this.variant) return this.records(view, 0, fileOffset, this.variant);
    if (view.byteLength < FILE_HEADER) return 0;
    this.variant = this.fileHeader(view, fileOffset);
    return this.variant ? this.records(view, FILE_HEADER, fileOffset, this.variant) : 0;
  }

  finish(rest: number, fileOffset: number): void {
    if (this.problem || (rest === 0 && this.variant)) return;
    this.problem = this.variant
      ? { kind: "cutRecord", offset: fileOffset, packet: this.frames + 1, needed: this.wanted, had: rest }
      : { kind: "cutHeader", needed: FILE_HEADER, had: rest };
  }

  private fileHeader(view: DataView, fileOffset: number): Variant | null {
    const variant = VARIANTS.get(view.getUint32(0));
    if (!variant) return this.unsupported(fileOffset, `pcap magic 0x${hexDigits(view.getUint32(0), 8)}`);
    const { littleEndian } = variant;
    const major = view.getUint16(4, littleEndian);
    const minor = view.getUint16(6, littleEndian);
    if (major < 2) return this.unsupported(fileOffset + 4, `pcap version ${major}.${minor}`);
    const link = view.getUint32(20, littleEndian);
    if (link & LINK_TYPE_RESERVED) return this.unsupported(fileOffset + 20, `link type 0x${hexDigits(link, 8)}`);
    const linkType = link & LINK_TYPE_MASK;
    this.interfaces.push({
      ...UNKNOWN_INTERFACE,
      linkType,
      snapLength: view.getUint32(16, littleEndian),
      timeDecimals: variant.tick === 1 ? 9 : 6,
      littleEndian,
    });
    this.order = lengthOrder(major, minor);
    this.mostCaptured = mostCaptured(linkType);
    return variant;
  }

  private unsupported(offset: number, what: string): null {
    this.problem = { kind: "unsupported", offset, what };
    return null;
  }

  /** The hot loop: one call of `onFrame` for each record, and nothing made anew. */
  private records(view: DataView, from: number, fileOffset: number, variant: Variant): number {
    const { littleEndian, tick, recordHeader } = variant;
    const { frame, onFrame, order, mostCaptured } = this;
    const end = view.byteLength;
    let at = from;
    this.wanted = recordHeader;
    frame.view = view;
    frame.hasTime = true;
    while (at + recordHeader <= end) {
      let captured = view.getUint32(at + 8, littleEndian);
      let wire = view.getUint32(at + 12, littleEndian);
      if (order === "wire first" || (order === "by size" && captured > wire)) [captured, wire] = [wire, captured];
      if (captured > mostCaptured) {
        this.problem = this.tooLong(fileOffset + at, captured);
        return at;
      }
      const next = at + recordHeader + captured;
      if (next > end) {
        this.wanted = recordHeader + captured;
        break;
      }
      const seconds = view.getUint32(at, littleEndian);
      const fraction = view.getUint32(at + 4, littleEndian) * tick;
      // A fraction of a second and more is damage that costs nothing to carry over.
      const carried = fraction < NANOSECONDS ? 0 : Math.floor(fraction / NANOSECONDS);
      frame.at = at + recordHeader;
      frame.capturedLength = captured;
      frame.wireLength = wire;
      frame.seconds = seconds + carried;
      frame.nanoseconds = fraction - carried * NANOSECONDS;
      frame.fileOffset = fileOffset + at + recordHeader;
      this.frames++;
      onFrame(frame);
      at = next;
    }
    return at;
  }

  private tooLong(offset: number, value: number): CaptureProblem {
    const field = "captured length";
    return {
      kind: "badRecord",
      offset,
      packet: this.frames + 1,
      field,
      value,
      least: 0,
      most: this.mostCaptured,
    };
  }
}
