/**
 * Frames of any captures as one pcapng file of one section: what there is for pcap files, for several captures read as
 * one, and for pcapng files of several sections. patch-pcapng.ts keeps more where it can be had.
 *
 * Packets stay as they are to the byte, their options too; times keep the decimals of their interface, to the
 * nanosecond. An interface is described before the first packet that was captured on it. Packets without a time, which
 * in pcapng lie on a section's first interface alone, become packets with the time of the one before.
 */
import type { NamedAddress, SectionNotes } from "../capture/notes.ts";
import { BLOCK_LENGTH_AT, optionBounds } from "../capture/packet-comments.ts";
import { type CaptureInterface, type FrameRecord, NO_LINK_TYPE } from "../capture/reader.ts";
import { type Bytes, block, joined } from "./block-bytes.ts";
import { type CommentEdit, editedOptions, NO_EDIT } from "./comment-edit.ts";
import { interfaceBlock, sectionBlock, statisticsBlock } from "./description-blocks.ts";
import { nameBlocks } from "./names-block.ts";

const ENHANCED_PACKET = 6;
/** Bytes of a block before its packet and behind its options. */
const PACKET_AT = 28;
const TRAILER = 4;
/** Bytes of a custom block before its data: type, length, who defines it. */
const CUSTOM_AT = 12;

/** Bytes that are gathered before they are given on. */
const ROOM = 4 * 1024 * 1024;

/** What goes into the file besides frames. */
export interface Rewrite {
  /** Of all captures that go into it. */
  readonly sections: readonly SectionNotes[];
  readonly names: readonly NamedAddress[];
  /** Edits by row, counted from 0 in the order of the frames. */
  readonly edits: ReadonlyMap<number, CommentEdit>;
  /** The interfaces that frames are captured on, by row; they may grow meanwhile. */
  readonly interfaces: () => readonly CaptureInterface[];
  /** Takes the next bytes of the file, which are its own from then on. */
  readonly take: (bytes: Bytes) => void;
}

const NO_OPTIONS = new Uint8Array(0);

export class PcapngRewriter {
  /** Frames written so far. */
  frames = 0;
  private readonly rewrite: Rewrite;
  /** Numbers in the section by row; -1 for what is no interface there. */
  private readonly numbers: number[] = [];
  private described = 0;
  private room = new Uint8Array(ROOM);
  private view = new DataView(this.room.buffer);
  private length = 0;
  /** Ticks of the last time, for what has none. */
  private lastTime = 0n;

  constructor(rewrite: Rewrite) {
    this.rewrite = rewrite;
    this.add(sectionBlock(rewrite.sections));
    for (const names of nameBlocks(rewrite.names, true)) this.add(names);
  }

  /** Writes a frame as its reader gives it. */
  frame(frame: FrameRecord, on: CaptureInterface): void {
    this.describe(frame.interfaceRow + 1);
    if (on.linkType === NO_LINK_TYPE) this.add(customBlock(frame, on));
    else this.packet(frame, on, this.rewrite.edits.get(this.frames));
    this.frames++;
  }

  /** Writes what stands at the end, and gives the rest. */
  finish(): void {
    const interfaces = this.rewrite.interfaces();
    this.describe(interfaces.length);
    interfaces.forEach((on, row) => {
      const counts = on.received >= 0 || on.dropped >= 0;
      if (counts && this.numbers[row]! >= 0) this.add(statisticsBlock(on, this.numbers[row]!, this.lastTime));
    });
    this.flush();
  }

  /** Describes interfaces until so many are. */
  private describe(count: number): void {
    while (this.numbers.length < count) {
      const on = this.rewrite.interfaces()[this.numbers.length]!; // a frame's interface is known before it
      const isOne = on.linkType !== NO_LINK_TYPE;
      if (isOne) this.add(interfaceBlock(on));
      this.numbers.push(isOne ? this.described++ : -1);
    }
  }

  private packet(frame: FrameRecord, on: CaptureInterface, edit: CommentEdit | undefined): void {
    const options = optionsOf(frame, on, edit);
    const { capturedLength } = frame;
    const dataLength = (capturedLength + 3) & ~3;
    const length = PACKET_AT + dataLength + options.length + TRAILER;
    this.makeRoom(length);
    const { view, length: at } = this;
    view.setUint32(at, ENHANCED_PACKET, true);
    view.setUint32(at + 4, length, true);
    view.setUint32(at + 8, this.numbers[frame.interfaceRow]!, true);
    if (frame.hasTime) this.lastTime = ticksOf(frame, on.timeDecimals);
    view.setUint32(at + 12, Number((this.lastTime >> 32n) & 0xffff_ffffn), true);
    view.setUint32(at + 16, Number(this.lastTime & 0xffff_ffffn), true);
    view.setUint32(at + 20, capturedLength, true);
    view.setUint32(at + 24, frame.wireLength, true);
    this.room.set(new Uint8Array(frame.view.buffer, frame.view.byteOffset + frame.at, capturedLength), at + PACKET_AT);
    this.room.fill(0, at + PACKET_AT + capturedLength, at + PACKET_AT + dataLength);
    this.room.set(options, at + PACKET_AT + dataLength);
    view.setUint32(at + length - TRAILER, length, true);
    this.length += length;
  }

  private add(bytes: Uint8Array): void {
    this.makeRoom(bytes.length);
    this.room.set(bytes, this.length);
    this.length += bytes.length;
  }

  private makeRoom(length: number): void {
    if (this.length + length <= this.room.length) return;
    this.flush();
    if (length <= ROOM) return;
    this.room = new Uint8Array(length);
    this.view = new DataView(this.room.buffer);
  }

  private flush(): void {
    if (this.length > 0) this.rewrite.take(this.room.slice(0, this.length));
    this.length = 0;
  }
}

/** Ticks since 1970 of an interface with so many decimals. */
function ticksOf({ seconds, nanoseconds }: FrameRecord, decimals: number): bigint {
  const ticks = BigInt(seconds) * 10n ** BigInt(decimals) + BigInt(Math.floor(nanoseconds / 10 ** (9 - decimals)));
  return BigInt.asUintN(64, ticks);
}

/** The packet's options as they shall be; only a timed packet of a pcapng file has some. */
function optionsOf({ view, at, hasTime, capturedLength }: FrameRecord, on: CaptureInterface, edit?: CommentEdit) {
  if (on.section === 0 || !hasTime) return edit ? editedOptions(none, edit, true) : NO_OPTIONS;
  const { littleEndian } = on;
  const { from, to } = optionBounds(view.getUint32(at + BLOCK_LENGTH_AT, littleEndian), capturedLength);
  if (!edit && to <= from) return NO_OPTIONS;
  return editedOptions({ view, from: at + from, end: at + to, littleEndian }, edit ?? NO_EDIT, true);
}

const none = { view: new DataView(new ArrayBuffer(0)), from: 0, end: 0, littleEndian: true };

/** A custom block as it stands: what is in it is known to who defines it. */
function customBlock({ view, at, capturedLength }: FrameRecord, { littleEndian }: CaptureInterface): Bytes {
  const enterprise = new Uint8Array(4);
  new DataView(enterprise.buffer).setUint32(0, view.getUint32(at - 4, littleEndian), true);
  const data = new Uint8Array(view.buffer, view.byteOffset + at, capturedLength);
  return block(view.getUint32(at - CUSTOM_AT, littleEndian), joined([enterprise, data]), true);
}
