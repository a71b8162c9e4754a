/**
 * One packet of the open capture, read from the file when somebody looks at it. The capture's bytes never live in the
 * store: the file is asked for the few that are needed.
 */

import { segmentFacts as factsOf } from "../core/analysis/segment-facts.ts";
import { epochText, secondsText } from "../core/base/time.ts";
import { BLOCK_LENGTH_AT, BLOCK_LENGTH_SIZE, commentsIn, optionBounds } from "../core/capture/packet-comments.ts";
import { type CaptureInterface, UNKNOWN_INTERFACE } from "../core/capture/reader.ts";
import type { FrameFacts, FrameTime } from "../core/inspect/frame.ts";
import { inspectPacket, type PacketDetails } from "../core/inspect/packet.ts";
import type { SegmentFacts } from "../core/protocols/inspection.ts";
import { cell, HAS_COMMENTS, HAS_NO_TIME } from "../core/table/packet-table.ts";
import type { Capture, OpenFile } from "./capture.ts";
import { working } from "./idle.ts";

/** A packet as its panels show it. */
export interface OpenPacket {
  readonly row: number;
  /** Bytes that it had on the wire; `bytes` are those that were captured. */
  readonly wireLength: number;
  readonly bytes: DataView;
  readonly details: PacketDetails;
}

/** Bytes between two wanted packets that are read along rather than asked for apart. */
const READ_ALONG = 65536;
/** Packets kept, so that scrolling back costs nothing. */
const KEPT = 2000;

/** Packets read of each capture; goes with the capture. A capture's later versions share the files, and so this. */
const kept = new WeakMap<readonly OpenFile[], Map<number, OpenPacket>>();

/** A file of the capture cannot be read any more: it was changed, moved or removed. */
export class FileGone extends Error {
  /** Of the file. */
  readonly fileName: string;

  constructor(fileName: string, cause: unknown) {
    super(`${fileName} cannot be read`, { cause });
    this.fileName = fileName;
  }
}

/** The packet, if it was read before and its connection has not changed since. */
export function keptPacket(capture: Capture, row: number): OpenPacket | undefined {
  return kept.get(capture.files)?.get(row);
}

/** Forgets what was read while connections were still growing: their numbers may have changed. */
export function forgetPackets(capture: Capture): void {
  kept.delete(capture.files);
}

/** Reads packets, those that lie near each other in one go. Rejects with `FileGone` when a file cannot be read. */
export function readPackets(capture: Capture, rows: readonly number[]): Promise<readonly OpenPacket[]> {
  return working(readAll(capture, rows));
}

async function readAll(capture: Capture, rows: readonly number[]): Promise<readonly OpenPacket[]> {
  const offset = (row: number) => cell(capture.packets, "fileOffset", row);
  // In a merged capture the rows of each file are near each other, not those of the list.
  const wanted = rows
    .filter((row) => !keptPacket(capture, row))
    .sort((a, b) => interfaceOf(capture, a).file - interfaceOf(capture, b).file || offset(a) - offset(b));
  const read: OpenPacket[] = [];
  for (let first = 0; first < wanted.length; ) {
    const last = lastNear(capture, wanted, first);
    const together = wanted.slice(first, last + 1);
    const from = offset(wanted[first]!);
    const end = offset(wanted[last]!) + cell(capture.packets, "capturedLength", wanted[last]!);
    const buffer = await readBytes(capture, interfaceOf(capture, wanted[first]!).file, from, end);
    const comments = await Promise.all(together.map((row) => readComments(capture, row)));
    together.forEach((row, index) => {
      read.push(openPacket(capture, row, new DataView(buffer, offset(row) - from), comments[index]!)); // as many
    });
    first = last + 1;
  }
  keep(capture, read);
  return rows.flatMap((row) => keptPacket(capture, row) ?? []);
}

/** The last of the wanted rows that is read in one go with `first`: each lies close behind the one before. */
function lastNear(capture: Capture, wanted: readonly number[], first: number): number {
  const offset = (index: number) => cell(capture.packets, "fileOffset", wanted[index]!);
  const file = (index: number) => interfaceOf(capture, wanted[index]!).file;
  let last = first;
  while (last + 1 < wanted.length && file(last + 1) === file(last)) {
    const gap = offset(last + 1) - offset(last);
    if (gap > READ_ALONG + cell(capture.packets, "capturedLength", wanted[last]!)) break;
    last++;
  }
  return last;
}

async function readBytes({ files, contents }: Capture, file: number, from: number, end: number): Promise<ArrayBuffer> {
  try {
    return await contents[file]!.slice(from, end).arrayBuffer(); // an interface's file is one of them
  } catch (cause) {
    throw new FileGone(files[file]?.name ?? "", cause);
  }
}

const NO_COMMENTS: readonly string[] = [];

/** What the file remarks on a packet: its block says how far the options behind the packet go. */
async function readComments(capture: Capture, row: number): Promise<readonly string[]> {
  if (!(cell(capture.packets, "marks", row) & HAS_COMMENTS)) return NO_COMMENTS;
  const { file, littleEndian } = interfaceOf(capture, row);
  const at = cell(capture.packets, "fileOffset", row);
  const lengthAt = at + BLOCK_LENGTH_AT;
  const length = new DataView(await readBytes(capture, file, lengthAt, lengthAt + BLOCK_LENGTH_SIZE));
  const captured = cell(capture.packets, "capturedLength", row);
  const { from, to } = optionBounds(length.getUint32(0, littleEndian), captured);
  return commentsIn(new DataView(await readBytes(capture, file, at + from, at + to)), 0, to - from, littleEndian);
}

function interfaceOf({ packets, interfaces }: Capture, row: number): CaptureInterface {
  return interfaces[cell(packets, "interfaceRow", row)] ?? UNKNOWN_INTERFACE;
}

function keep(capture: Capture, read: readonly OpenPacket[]): void {
  const packets = kept.get(capture.files) ?? new Map<number, OpenPacket>();
  for (const packet of read) packets.set(packet.row, packet);
  for (const oldest of packets.keys()) {
    if (packets.size <= KEPT) break;
    packets.delete(oldest);
  }
  kept.set(capture.files, packets);
}

/** `bytes` begins with the packet's first. */
function openPacket(capture: Capture, row: number, bytes: DataView, comments: readonly string[]): OpenPacket {
  const captured = new DataView(bytes.buffer, bytes.byteOffset, cell(capture.packets, "capturedLength", row));
  const { linkType } = interfaceOf(capture, row);
  const facts = { ...frameFacts(capture, row), comments };
  const details = inspectPacket({ view: captured, at: 0, linkType }, facts, (order, quoted) =>
    order === 0 && !quoted ? segmentFacts(capture, row) : null,
  );
  return { row, wireLength: cell(capture.packets, "wireLength", row), bytes: captured, details };
}

function frameFacts(capture: Capture, row: number): FrameFacts {
  const { packets, files } = capture;
  const on = interfaceOf(capture, row);
  return {
    number: row + 1,
    time: cell(packets, "marks", row) & HAS_NO_TIME ? null : frameTime(capture, row),
    capturedLength: cell(packets, "capturedLength", row),
    wireLength: cell(packets, "wireLength", row),
    on,
    file: files.length > 1 ? (files[on.file]?.name ?? "") : "",
  };
}

function frameTime({ packets, startSeconds, startNanoseconds }: Capture, row: number): FrameTime {
  const time = cell(packets, "time", row);
  const sinceEpoch = startNanoseconds + time;
  const seconds = Math.floor(sinceEpoch / 1e9);
  return {
    epoch: epochText(startSeconds + seconds, sinceEpoch - seconds * 1e9),
    sinceFirst: secondsText(time),
    sincePrevious: secondsText(row === 0 ? 0 : time - cell(packets, "time", row - 1)),
  };
}

/** What the packet's connection tells of it; null for what is no TCP segment. */
export function segmentFacts(capture: Capture, row: number): SegmentFacts | null {
  const connection = cell(capture.packets, "connection", row);
  const { columns, length } = capture.connections;
  if (connection < 0 || connection >= length) return null;
  const time = cell(capture.packets, "time", row);
  const previous = previousInConnection(capture, row, connection);
  return factsOf(columns, connection, cell(capture.packets, "direction", row), {
    timeSinceFirst: secondsText(time - columns.firstTime[connection]!),
    timeSincePrevious: secondsText(previous < 0 ? 0 : time - cell(capture.packets, "time", previous)),
  });
}

/** The row of the connection's packet before `row`; -1 when `row` is its first. */
function previousInConnection(capture: Capture, row: number, connection: number): number {
  const first = capture.connections.columns.firstRow[connection]!;
  for (let before = row - 1; before >= first; before--) {
    if (cell(capture.packets, "connection", before) === connection) return before;
  }
  return -1;
}
