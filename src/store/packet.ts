/**
 * One packet of the open capture, read when somebody looks at it and taken apart with what its capture, its connection
 * and the fragments before it tell. Where its bytes are is frames.ts's matter.
 */

import { segmentFacts as factsOf, type KnownSegment } from "../core/analysis/segment-facts.ts";
import { secondsText } from "../core/base/time.ts";
import { BLOCK_LENGTH_AT, BLOCK_LENGTH_SIZE, commentsIn, optionBounds } from "../core/capture/packet-comments.ts";
import { fragmentsIn } from "../core/decode/fragments.ts";
import { type FrameFacts, type FrameTime, withSetting } from "../core/inspect/frame.ts";
import { type InspectionOptions, inspectPacket, type PacketDetails } from "../core/inspect/packet.ts";
import { isAmong, type MarkedRows, referenceOf, sinceReference } from "../core/table/marked-rows.ts";
import { cell, exactTime, HAS_COMMENTS, HAS_NO_TIME } from "../core/table/packet-table.ts";
import { readFilledNote } from "../core/tcpdump/text-notes.ts";
import { withUntold } from "../core/tcpdump/untold-fields.ts";
import type { Capture, OpenFile } from "./capture.ts";
import { type Frames, interfaceOf, readBytes, readFrames } from "./frames.ts";
import { working } from "./idle.ts";
import { verdictOn } from "./verdict.ts";

/** A packet as its panels show it. */
export interface OpenPacket {
  readonly row: number;
  /** Bytes that it had on the wire; `bytes` are those that were captured. */
  readonly wireLength: number;
  readonly bytes: DataView;
  readonly details: PacketDetails;
  /** Whether it was taken apart with its checksums verified. */
  readonly verifiesChecksums: boolean;
}

/** What packets are read for; nothing more when absent. */
export type Reading = InspectionOptions;

/** Packets kept, so that scrolling back costs nothing. */
const KEPT = 2000;

/** Packets read of each capture; goes with the capture. A capture's later versions share the files, and so this. */
const kept = new WeakMap<readonly OpenFile[], Map<number, OpenPacket>>();

/** The packet, if it was read before in the same way and its connection has not changed since. */
export function keptPacket(capture: Capture, row: number, reading: Reading = {}): OpenPacket | undefined {
  const packet = kept.get(capture.files)?.get(row);
  return packet?.verifiesChecksums === (reading.verifiesChecksums ?? false) ? packet : undefined;
}

/** Forgets what was read while connections were still growing: their numbers may have changed. */
export function forgetPackets(capture: Capture): void {
  kept.delete(capture.files);
}

/** Reads packets, with the fragments that they were put together from. Rejects as `readFrames` does. */
export function readPackets(
  capture: Capture,
  rows: readonly number[],
  reading: Reading = {},
): Promise<readonly OpenPacket[]> {
  return working(readAll(capture, rows, reading));
}

async function readAll(capture: Capture, rows: readonly number[], reading: Reading): Promise<readonly OpenPacket[]> {
  const wanted = rows.filter((row) => !keptPacket(capture, row, reading));
  const fragments = wanted.flatMap((row) => capture.fragments.neededBy(row));
  const frames = await readFrames(capture, [...wanted, ...fragments]);
  const comments = await Promise.all(wanted.map((row) => commentsOn(capture, row)));
  keep(
    capture,
    wanted.map((row, index) => openPacket(capture, row, frames, comments[index]!, reading)), // comments came for each
  );
  return rows.flatMap((row) => keptPacket(capture, row, reading) ?? []);
}

/** The packet with the marks and the time references that the reader set; the same where there are none. */
export function withMarks(capture: Capture, packet: OpenPacket, { marked, references }: MarkedRows): OpenPacket {
  if (marked.length === 0 && references.length === 0) return packet;
  const { row, details } = packet;
  const reference = referenceOf(references, row);
  const since = reference < 0 ? null : secondsText(sinceReference(capture.packets, references, row));
  const setting = { isMarked: isAmong(marked, row), isReference: reference === row, sinceReference: since };
  return { ...packet, details: { ...details, layers: withSetting(details.layers, setting) } };
}

const NO_COMMENTS: readonly string[] = [];

/** What the file remarks on a packet: its block says how far the options behind the packet go. Rejects as `readFrames`. */
export async function commentsOn(capture: Capture, row: number): Promise<readonly string[]> {
  if (!(cell(capture.packets, "marks", row) & HAS_COMMENTS)) return NO_COMMENTS;
  const { file, littleEndian } = interfaceOf(capture, row);
  const at = cell(capture.packets, "fileOffset", row);
  const lengthAt = at + BLOCK_LENGTH_AT;
  const length = new DataView(await readBytes(capture, file, lengthAt, lengthAt + BLOCK_LENGTH_SIZE));
  const captured = cell(capture.packets, "capturedLength", row);
  const { from, to } = optionBounds(length.getUint32(0, littleEndian), captured);
  return commentsIn(new DataView(await readBytes(capture, file, at + from, at + to)), 0, to - from, littleEndian);
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

function openPacket(
  capture: Capture,
  row: number,
  frames: Frames,
  comments: readonly string[],
  reading: Reading,
): OpenPacket {
  const { view, wireLength, linkType } = frames.get(row)!; // read with all that it needs
  const needed = capture.fragments.neededBy(row).map((earlier) => frames.get(earlier)!);
  const details = inspectPacket(
    { view, at: 0, linkType },
    { ...frameFacts(capture, row), comments },
    (order, quoted) => (order === 0 && !quoted ? segmentFacts(capture, row) : null),
    fragmentsIn(needed),
    reading,
  );
  const layers = withUntold(details.layers, readFilledNote(comments, fileComments(capture, row)));
  return {
    row,
    wireLength,
    bytes: view,
    details: { ...details, layers },
    verifiesChecksums: reading.verifiesChecksums ?? false,
  };
}

/** The comments of the sections of a packet's file. */
function fileComments(capture: Capture, row: number): readonly string[] {
  const sections = capture.reports[interfaceOf(capture, row).file]?.notes.sections ?? [];
  return sections.flatMap(({ comments }) => comments);
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
  const time = exactTime(packets, row);
  const start = BigInt(startSeconds) * 1_000_000_000n + BigInt(startNanoseconds);
  return {
    epoch: secondsText(start + time),
    sinceFirst: secondsText(time),
    sincePrevious: secondsText(row === 0 ? 0 : time - exactTime(packets, row - 1)),
  };
}

/** What the packet's connection tells of it; null for what is no TCP segment. */
export function segmentFacts(capture: Capture, row: number): KnownSegment | null {
  const connection = cell(capture.packets, "connection", row);
  const { columns, length } = capture.connections;
  if (connection < 0 || connection >= length) return null;
  const time = exactTime(capture.packets, row);
  const previous = previousInConnection(capture, row, connection);
  const times = {
    timeSinceFirst: secondsText(time - firstTime(capture, connection)),
    timeSincePrevious: secondsText(previous < 0 ? 0 : time - exactTime(capture.packets, previous)),
  };
  return factsOf(columns, connection, cell(capture.packets, "direction", row), times, verdictOn(capture, row));
}

/** Exactly, but where the connection began with a quotation, which has no row of its own. */
function firstTime({ packets, connections }: Capture, connection: number): bigint {
  const row = connections.columns.firstRow[connection]!;
  const time = connections.columns.firstTime[connection]!;
  return cell(packets, "time", row) === time ? exactTime(packets, row) : BigInt(time);
}

/** The row of the connection's packet before `row`; -1 when `row` is its first. */
function previousInConnection(capture: Capture, row: number, connection: number): number {
  const first = capture.connections.columns.firstRow[connection]!;
  for (let before = row - 1; before >= first; before--) {
    if (cell(capture.packets, "connection", before) === connection) return before;
  }
  return -1;
}
