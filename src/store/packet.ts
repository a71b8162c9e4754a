/**
 * One packet of the open capture, read from the file when somebody looks at it. The capture's bytes never live in the
 * store: the file is asked for the few that are needed.
 */

import { segmentFacts as factsOf } from "../core/analysis/segment-facts.ts";
import { epochText, secondsText } from "../core/base/time.ts";
import type { FrameFacts } from "../core/inspect/frame.ts";
import { inspectPacket, type PacketDetails } from "../core/inspect/packet.ts";
import type { SegmentFacts } from "../core/protocols/inspection.ts";
import { cell } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
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

/** Packets read of each capture; goes with the capture. A capture's later versions share the file, and so this. */
const kept = new WeakMap<Blob, Map<number, OpenPacket>>();

/** The packet, if it was read before and its connection has not changed since. */
export function keptPacket(capture: Capture, row: number): OpenPacket | undefined {
  return kept.get(capture.file)?.get(row);
}

/** Forgets what was read while connections were still growing: their numbers may have changed. */
export function forgetPackets(capture: Capture): void {
  kept.delete(capture.file);
}

/**
 * Reads packets, those that lie near each other in one go. Rejects when the file cannot be read any more: it was
 * changed or removed.
 */
export function readPackets(capture: Capture, rows: readonly number[]): Promise<readonly OpenPacket[]> {
  return working(readAll(capture, rows));
}

async function readAll(capture: Capture, rows: readonly number[]): Promise<readonly OpenPacket[]> {
  const wanted = rows.filter((row) => !keptPacket(capture, row)).sort((a, b) => a - b);
  const read: OpenPacket[] = [];
  for (let first = 0; first < wanted.length; ) {
    const last = lastNear(capture, wanted, first);
    const from = cell(capture.packets, "fileOffset", wanted[first]!);
    const end =
      cell(capture.packets, "fileOffset", wanted[last]!) + cell(capture.packets, "capturedLength", wanted[last]!);
    const buffer = await capture.contents.slice(from, end).arrayBuffer();
    for (const row of wanted.slice(first, last + 1)) read.push(openPacket(capture, row, buffer, from));
    first = last + 1;
  }
  keep(capture, read);
  return rows.flatMap((row) => keptPacket(capture, row) ?? []);
}

/** The last of the wanted rows that is read in one go with `first`: each lies close behind the one before. */
function lastNear(capture: Capture, wanted: readonly number[], first: number): number {
  const offset = (index: number) => cell(capture.packets, "fileOffset", wanted[index]!);
  let last = first;
  while (last + 1 < wanted.length) {
    const gap = offset(last + 1) - offset(last);
    if (gap < 0 || gap > READ_ALONG + cell(capture.packets, "capturedLength", wanted[last]!)) break;
    last++;
  }
  return last;
}

function keep(capture: Capture, read: readonly OpenPacket[]): void {
  const packets = kept.get(capture.file) ?? new Map<number, OpenPacket>();
  for (const packet of read) packets.set(packet.row, packet);
  for (const oldest of packets.keys()) {
    if (packets.size <= KEPT) break;
    packets.delete(oldest);
  }
  kept.set(capture.file, packets);
}

function openPacket(capture: Capture, row: number, buffer: ArrayBuffer, from: number): OpenPacket {
  const captured = cell(capture.packets, "capturedLength", row);
  const bytes = new DataView(buffer, cell(capture.packets, "fileOffset", row) - from, captured);
  const linkType = capture.interfaces[cell(capture.packets, "interfaceRow", row)]?.linkType ?? -1;
  const details = inspectPacket({ view: bytes, at: 0, linkType }, frameFacts(capture, row), (order, quoted) =>
    order === 0 && !quoted ? segmentFacts(capture, row) : null,
  );
  return { row, wireLength: cell(capture.packets, "wireLength", row), bytes, details };
}

function frameFacts(capture: Capture, row: number): FrameFacts {
  const time = cell(capture.packets, "time", row);
  const sinceEpoch = capture.startNanoseconds + time;
  const seconds = Math.floor(sinceEpoch / 1e9);
  return {
    number: row + 1,
    time: {
      epoch: epochText(capture.startSeconds + seconds, sinceEpoch - seconds * 1e9),
      sinceFirst: secondsText(time),
      sincePrevious: secondsText(row === 0 ? 0 : time - cell(capture.packets, "time", row - 1)),
    },
    capturedLength: cell(capture.packets, "capturedLength", row),
    wireLength: cell(capture.packets, "wireLength", row),
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
