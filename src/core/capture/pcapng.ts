/**
 * The block-structured capture file of Wireshark and dumpcap, draft-ietf-opsawg-pcapng.
 *
 * Walks the blocks of any number of sections, each with its own byte order and interfaces, and gives the frames of
 * enhanced, simple and obsolete packet blocks. Custom blocks are frames too, because Wireshark numbers them; blocks
 * that nobody knows are passed over by their length. Of a packet's options nothing is read here but whether there is a
 * comment among them.
 */
import { MOST_NAMES, MOST_RECORD } from "./limits.ts";
import type { NamedAddress, SectionNotes } from "./notes.ts";
import { readDescription, type SectionInterface } from "./pcapng-interface.ts";
import { readCounts, readNames, readSection } from "./pcapng-notes.ts";
import { hasComment } from "./pcapng-options.ts";
import type { CaptureProblem, RecordField } from "./problem.ts";
import {
  blankFrame,
  type CaptureInterface,
  type CaptureReader,
  MOST_INTERFACES,
  type OnFrame,
  UNKNOWN_INTERFACE,
} from "./reader.ts";

/** Also the first four bytes of a file: it reads the same in both byte orders. */
export const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE_DESCRIPTION = 1;
const OBSOLETE_PACKET = 2;
const SIMPLE_PACKET = 3;
const NAME_RESOLUTION = 4;
const INTERFACE_STATISTICS = 5;
const ENHANCED_PACKET = 6;
const JOURNAL = 9;
const DECRYPTION_SECRETS = 10;
const CUSTOM = 0xbad;
const CUSTOM_NOT_TO_COPY = 0x4000_0bad;

/** What the number after a section header's length reads as in the section's own byte order. */
const BYTE_ORDER_MAGIC = 0x1a2b3c4d;

/** Type and total length before a block's body, the total length again behind it. */
const BODY_AT = 8;
const TRAILER = 4;
const BLOCK = BODY_AT + TRAILER;
/** Bytes of a block before a packet's, where options may follow those. */
const PACKET_AT = 28;

/** Bytes of each block without options and data; a block that claims less is damaged. */
const LEAST_LENGTH: ReadonlyMap<number, number> = new Map([
  [SECTION_HEADER, 28],
  [INTERFACE_DESCRIPTION, 20],
  [OBSOLETE_PACKET, 32],
  [SIMPLE_PACKET, 16],
  [NAME_RESOLUTION, 16],
  [INTERFACE_STATISTICS, 24],
  [ENHANCED_PACKET, 32],
  [JOURNAL, 36],
  [DECRYPTION_SECRETS, 20],
  [CUSTOM, 16],
  [CUSTOM_NOT_TO_COPY, 16],
]);

/** Lengths that are no multiple of four are rounded up: some writers forget to count the padding. */
const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** True when a file that begins like this is for the reader; needs twelve bytes. */
export function isPcapng(view: DataView): boolean {
  return view.byteLength >= BLOCK && view.getUint32(0) === SECTION_HEADER && byteOrder(view, BODY_AT) !== null;
}

/** The byte order of a section whose header `view` begins with, and which is known to be one. */
export function isLittleEndian(view: DataView): boolean {
  return byteOrder(view, BODY_AT) === true;
}

/** True for little-endian, false for big-endian, null when it is no byte-order magic that stands at `at`. */
function byteOrder(view: DataView, at: number): boolean | null {
  if (view.getUint32(at, true) === BYTE_ORDER_MAGIC) return true;
  return view.getUint32(at) === BYTE_ORDER_MAGIC ? false : null;
}

export class PcapngReader implements CaptureReader {
  readonly format = "pcapng";
  readonly interfaces: CaptureInterface[] = [];
  readonly notes = { sections: [] as SectionNotes[], names: [] as NamedAddress[], secrets: 0 };
  frames = 0;
  problem: CaptureProblem | null = null;
  wanted = BLOCK;

  private readonly onFrame: OnFrame;
  private readonly frame = blankFrame();
  /** The section at hand: null before the first header. */
  private section: SectionInterface[] | null = null;
  private littleEndian = true;
  /** Row of the interface that the section's custom blocks have; -1 before the first of them. */
  private customRow = -1;
  /** The slice at hand: what to add to a position in it for the position in the file. */
  private fileOffset = 0;

  constructor(onFrame: OnFrame) {
    this.onFrame = onFrame;
  }

  read(view: DataView, fileOffset: number): number {
    this.frame.view = view;
    this.fileOffset = fileOffset;
    let at = 0;
    this.wanted = BLOCK;
    while (!this.problem && at + BLOCK <= view.byteLength) {
      const type = this.typeAt(view, at);
      const length = this.lengthAt(view, at, type);
      if (length > view.byteLength - at) {
        this.wanted = length;
        break;
      }
      if (length === 0 || !this.endsAsItBegins(view, at, length)) break;
      this.block(view, at, length, type);
      if (!this.problem) at += length;
    }
    return at;
  }

  finish(rest: number, fileOffset: number): void {
    if (this.problem || (rest === 0 && this.section)) return;
    this.problem = this.section
      ? { kind: "cutRecord", offset: fileOffset, packet: this.frames + 1, needed: this.wanted, had: rest }
      : { kind: "cutHeader", needed: this.wanted, had: rest };
  }

  /** Type of the block at `at`. A section header's turns the byte order to that of the section. */
  private typeAt(view: DataView, at: number): number {
    const type = view.getUint32(at, this.littleEndian);
    if (type === SECTION_HEADER) {
      const order = byteOrder(view, at + BODY_AT);
      if (order === null) {
        const magic = view.getUint32(at + BODY_AT, this.littleEndian);
        this.bad(at, "byte-order magic", magic, BYTE_ORDER_MAGIC, BYTE_ORDER_MAGIC);
      } else this.littleEndian = order;
    } else if (!this.section) this.bad(at, "block type", type, SECTION_HEADER, SECTION_HEADER);
    return type;
  }

  /** Length of the block at `at`, padding included; 0 after a problem. */
  private lengthAt(view: DataView, at: number, type: number): number {
    if (this.problem) return 0;
    const length = padded(view.getUint32(at + 4, this.littleEndian));
    const least = LEAST_LENGTH.get(type) ?? BLOCK;
    if (length >= least && length <= MOST_RECORD) return length;
    this.bad(at, "block length", length, least, MOST_RECORD);
    return 0;
  }

  private endsAsItBegins(view: DataView, at: number, length: number): boolean {
    const trailer = padded(view.getUint32(at + length - TRAILER, this.littleEndian));
    if (trailer !== length) this.bad(at, "block length at the block's end", trailer, length, length);
    return trailer === length;
  }

  private block(view: DataView, at: number, length: number, type: number): void {
    const { littleEndian } = this;
    switch (type) {
      case ENHANCED_PACKET:
        return this.timedPacket(view, at, length, view.getUint32(at + BODY_AT, littleEndian));
      case OBSOLETE_PACKET:
        return this.timedPacket(view, at, length, view.getUint16(at + BODY_AT, littleEndian));
      case SIMPLE_PACKET:
        return this.simplePacket(view, at, length);
      case CUSTOM:
      case CUSTOM_NOT_TO_COPY:
        return this.customBlock(at, length);
      case INTERFACE_DESCRIPTION:
        return this.interfaceDescription(view, at, length);
      case SECTION_HEADER:
        return this.sectionHeader(view, at, length);
      case INTERFACE_STATISTICS:
        return this.interfaceStatistics(view, at, length);
      case NAME_RESOLUTION:
        return readNames(view, at + BODY_AT, at + length - TRAILER, littleEndian, this.notes.names, MOST_NAMES);
      case DECRYPTION_SECRETS:
        this.notes.secrets++;
    }
  }

  private sectionHeader(view: DataView, at: number, length: number): void {
    const major = view.getUint16(at + 12, this.littleEndian);
    const minor = view.getUint16(at + 14, this.littleEndian);
    // 1.2 differs in nothing that is read here; the draft demands that it be taken for 1.0.
    if (major !== 1 || (minor !== 0 && minor !== 2)) {
      const offset = this.fileOffset + at + 12;
      this.problem = { kind: "unsupported", offset, what: `pcapng version ${major}.${minor}` };
      return;
    }
    this.section = [];
    this.customRow = -1;
    this.notes.sections.push(readSection(view, at + 24, at + length - TRAILER, this.littleEndian));
  }

  private interfaceDescription(view: DataView, at: number, length: number): void {
    const described = readDescription(view, at + BODY_AT, at + length - TRAILER, this.littleEndian);
    if ("most" in described) return this.bad(at, "option length", described.length, 0, described.most);
    const { clock, mostCaptured, ...said } = described;
    const row = this.addInterface(at, { ...said, number: this.section?.length ?? 0 });
    this.section?.push({ row, clock, mostCaptured, snapLength: said.snapLength });
  }

  private interfaceStatistics(view: DataView, at: number, length: number): void {
    const on = this.section?.[view.getUint32(at + BODY_AT, this.littleEndian)];
    if (!on) return;
    // Where there are several, the last one counts the most.
    const counts = readCounts(view, at + 20, at + length - TRAILER, this.littleEndian);
    this.interfaces[on.row] = { ...this.interfaces[on.row]!, ...counts };
  }

  /** Row of the interface added; -1 after a problem. */
  private addInterface(at: number, said: Partial<CaptureInterface>): number {
    const section = this.notes.sections.length;
    const added = { ...UNKNOWN_INTERFACE, ...said, section, littleEndian: this.littleEndian };
    if (this.interfaces.length < MOST_INTERFACES) return this.interfaces.push(added) - 1;
    const what = `more than ${MOST_INTERFACES} interfaces`;
    this.problem = { kind: "unsupported", offset: this.fileOffset + at, what };
    return -1;
  }

  /** Enhanced and obsolete packet blocks: they differ in how the interface is written. */
  private timedPacket(view: DataView, at: number, length: number, interfaceNumber: number): void {
    const { littleEndian, frame } = this;
    const on = this.interfaceOf(at, interfaceNumber);
    if (!on) return;
    on.clock.stamp(frame, view.getUint32(at + 12, littleEndian), view.getUint32(at + 16, littleEndian));
    const captured = view.getUint32(at + 20, littleEndian);
    const wire = view.getUint32(at + 24, littleEndian);
    const optionsAt = at + PACKET_AT + padded(captured);
    const optionsEnd = at + length - TRAILER;
    const hasSome = optionsAt < optionsEnd && hasComment(view, optionsAt, optionsEnd, littleEndian);
    frame.commentsAt = hasSome ? padded(captured) : 0;
    frame.commentsEnd = hasSome ? length - TRAILER - PACKET_AT : 0;
    this.give(at, PACKET_AT, captured, wire, length, on);
  }

  private simplePacket(view: DataView, at: number, length: number): void {
    const on = this.interfaceOf(at, 0);
    if (!on) return;
    const wire = view.getUint32(at + BODY_AT, this.littleEndian);
    const captured = on.snapLength === 0 ? wire : Math.min(wire, on.snapLength);
    this.clearExtras();
    this.give(at, 12, captured, wire, length, on);
  }

  private customBlock(at: number, length: number): void {
    if (this.customRow < 0) this.customRow = this.addInterface(at, {});
    if (this.problem) return;
    const captured = length - BLOCK - 4; // behind the number of the enterprise that defines it
    this.clearExtras();
    this.give(at, 12, captured, captured, length, { row: this.customRow, mostCaptured: captured });
  }

  private interfaceOf(at: number, number: number): SectionInterface | undefined {
    const on = this.section?.[number];
    if (!on) this.bad(at, "interface", number, 0, (this.section?.length ?? 0) - 1);
    return on;
  }

  /** Gives the frame whose time is stamped already, after a look at whether its bytes can be there. */
  private give(
    at: number,
    header: number,
    captured: number,
    wire: number,
    length: number,
    on: Pick<SectionInterface, "row" | "mostCaptured">,
  ): void {
    const { frame } = this;
    const room = length - header - TRAILER;
    if (captured > room || captured > on.mostCaptured) {
      return this.bad(at, "captured length", captured, 0, Math.min(room, on.mostCaptured));
    }
    frame.at = at + header;
    frame.capturedLength = captured;
    frame.wireLength = wire;
    frame.interfaceRow = on.row;
    frame.fileOffset = this.fileOffset + at + header;
    this.frames++;
    this.onFrame(frame);
  }

  /** Such a packet has neither a time nor options. */
  private clearExtras(): void {
    this.frame.commentsAt = 0;
    this.frame.commentsEnd = 0;
    this.frame.hasTime = false;
    this.frame.seconds = 0;
    this.frame.nanoseconds = 0;
  }

  /** Stops at the block that begins at `at`. */
  private bad(at: number, field: RecordField, value: number, least: number, most: number): void {
    const offset = this.fileOffset + at;
    this.problem = { kind: "badRecord", offset, packet: this.frames + 1, field, value, least, most };
  }
}
