/** Captures built byte by byte, and readers fed with them. Tests alone import this. */
import type { CaptureNotes } from "./notes.ts";
import type { CaptureProblem } from "./problem.ts";
import type { CaptureInterface, CaptureReader, FrameRecord, OnFrame } from "./reader.ts";

export type ByteOrder = "little" | "big";
export const BYTE_ORDERS: readonly ByteOrder[] = ["little", "big"];

/** Bytes that count up from 0, so that no two near each other are the same. */
export const counting = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => at & 0xff);

export function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** One character a byte. */
export const characters = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));

export function u16(order: ByteOrder, ...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 2));
  values.forEach((value, index) => {
    view.setUint16(index * 2, value, order === "little");
  });
  return new Uint8Array(view.buffer);
}

export function u32(order: ByteOrder, ...values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, index) => {
    view.setUint32(index * 4, value, order === "little");
  });
  return new Uint8Array(view.buffer);
}

/** The halves of a 64-bit number as pcapng writes a time: the upper one first, whatever the byte order. */
export function halves(order: ByteOrder, value: bigint): Uint8Array {
  return u32(order, Number((value >> 32n) & 0xffff_ffffn), Number(value & 0xffff_ffffn));
}

export function i64(order: ByteOrder, value: bigint): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigInt64(0, value, order === "little");
  return new Uint8Array(view.buffer);
}

export const MICROSECOND_MAGIC = 0xa1b2c3d4;
export const NANOSECOND_MAGIC = 0xa1b23c4d;
export const KUZNETZOV_MAGIC = 0xa1b2cd34;

interface FileHeader {
  readonly magic?: number;
  readonly version?: readonly [major: number, minor: number];
  readonly snapLength?: number;
  readonly linkType?: number;
}

export function pcapHeader(order: ByteOrder, { magic, version, snapLength, linkType }: FileHeader = {}): Uint8Array {
  return join(
    u32(order, magic ?? MICROSECOND_MAGIC),
    u16(order, ...(version ?? [2, 4])),
    u32(order, 0, 0, snapLength ?? 262_144, linkType ?? 1),
  );
}

interface PcapRecord {
  readonly seconds?: number;
  readonly fraction?: number;
  /** Lengths stated, when they are not the data's. */
  readonly captured?: number;
  readonly wire?: number;
  /** Bytes between the four numbers and the packet. */
  readonly extra?: number;
}

export function pcapRecord(order: ByteOrder, data: Uint8Array, record: PcapRecord = {}): Uint8Array {
  const { seconds = 1, fraction = 2, captured = data.length, wire = captured, extra = 0 } = record;
  return join(u32(order, seconds, fraction, captured, wire), new Uint8Array(extra), data);
}

const paddedTo4 = (data: Uint8Array): Uint8Array => join(data, new Uint8Array(-data.length & 3));

interface StatedLengths {
  readonly length?: number;
  readonly trailer?: number;
}

export function block(order: ByteOrder, type: number, body: Uint8Array, stated: StatedLengths = {}): Uint8Array {
  const { length = body.length + 12, trailer = length } = stated;
  return join(u32(order, type, length), body, u32(order, trailer));
}

export function option(order: ByteOrder, code: number, value: Uint8Array): Uint8Array {
  return join(u16(order, code, value.length), paddedTo4(value));
}

export function sectionHeader(order: ByteOrder, major = 1, minor = 0, ...options: readonly Uint8Array[]): Uint8Array {
  const magic = u32(order, 0x1a2b3c4d);
  const fixed = join(magic, u16(order, major, minor), u32(order, 0xffffffff, 0xffffffff));
  return block(order, 0x0a0d0d0a, join(fixed, ...options));
}

export function interfaceBlock(
  order: ByteOrder,
  linkType = 1,
  snapLength = 0,
  ...options: readonly Uint8Array[]
): Uint8Array {
  return block(order, 1, join(u16(order, linkType, 0), u32(order, snapLength), ...options));
}

interface PacketBlock {
  readonly interfaceNumber?: number;
  readonly ticks?: bigint;
  readonly captured?: number;
  readonly wire?: number;
  readonly options?: Uint8Array;
}

export function enhancedPacket(order: ByteOrder, data: Uint8Array, packet: PacketBlock = {}): Uint8Array {
  return block(order, 6, join(u32(order, packet.interfaceNumber ?? 0), timedBody(order, data, packet)));
}

export function obsoletePacket(order: ByteOrder, data: Uint8Array, packet: PacketBlock = {}): Uint8Array {
  const drops = 7;
  return block(order, 2, join(u16(order, packet.interfaceNumber ?? 0, drops), timedBody(order, data, packet)));
}

function timedBody(order: ByteOrder, data: Uint8Array, packet: PacketBlock): Uint8Array {
  const { ticks = 1_000_002n, captured = data.length, wire = captured, options = new Uint8Array(0) } = packet;
  return join(halves(order, ticks), u32(order, captured, wire), paddedTo4(data), options);
}

export function simplePacket(order: ByteOrder, data: Uint8Array, wire = data.length): Uint8Array {
  return block(order, 3, join(u32(order, wire), paddedTo4(data)));
}

export function customBlock(order: ByteOrder, data: Uint8Array, type = 0xbad): Uint8Array {
  const enterprise = 32_473; // for documentation, RFC 5612
  return block(order, type, join(u32(order, enterprise), paddedTo4(data)));
}

/** A name resolution block of records, each a type and a value: an address, and names that a zero ends. */
export function nameResolution(order: ByteOrder, ...records: readonly (readonly [number, Uint8Array])[]): Uint8Array {
  return block(order, 4, join(...records.map(([type, value]) => option(order, type, value)), u32(order, 0)));
}

export function interfaceStatistics(
  order: ByteOrder,
  interfaceNumber: number,
  ...options: readonly Uint8Array[]
): Uint8Array {
  return block(order, 5, join(u32(order, interfaceNumber), halves(order, 0n), ...options));
}

/** A frame as it is kept: the record without the slice, and a copy of its bytes. */
export type KeptFrame = Omit<FrameRecord, "view" | "at"> & { readonly bytes: readonly number[] };

export function keep({ view, at, ...kept }: FrameRecord): KeptFrame {
  return { ...kept, bytes: Array.from(new Uint8Array(view.buffer, view.byteOffset + at, kept.capturedLength)) };
}

export interface Reading {
  readonly frames: readonly KeptFrame[];
  readonly interfaces: readonly CaptureInterface[];
  readonly notes: CaptureNotes;
  readonly problem: CaptureProblem | null;
  /** What the reader asked for after each slice. */
  readonly wanted: readonly number[];
}

/**
 * What a new reader makes of `file`, given in slices that end at `ends`, in rising order, and at the file's end. Each
 * slice begins where the reader stopped.
 */
export function readIn(
  newReader: (onFrame: OnFrame) => CaptureReader,
  file: Uint8Array,
  ends: readonly number[] = [],
): Reading {
  const frames: KeptFrame[] = [];
  const wanted: number[] = [];
  const reader = newReader((frame) => frames.push(keep(frame)));
  let taken = 0;
  for (const end of [...ends, file.length]) {
    if (end < taken) continue;
    // A copy of its own, so that reading past a slice's end is seen.
    const slice = file.slice(taken, end);
    taken += reader.read(new DataView(slice.buffer), taken);
    wanted.push(reader.wanted);
  }
  if (!reader.problem) reader.finish(file.length - taken, taken);
  const { interfaces, notes, problem } = reader;
  return { frames, interfaces, notes, problem, wanted };
}
