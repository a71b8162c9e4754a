/** What the analysis knows of the chosen packet: its findings with their numbers, and who acknowledges whom. */
import { type Acknowledgements, acknowledgements, NO_PLACE } from "../core/analysis/acknowledgements.ts";
import type { ConnectionSegments } from "../core/analysis/connection-segments.ts";
import { type Evidence, evidenceOf } from "../core/analysis/evidence.ts";
import { type HeldBytes, heldBytes } from "../core/analysis/sack-blocks.ts";
import { placeOf } from "../core/base/bisect.ts";
import type { RelatedArrows } from "../core/ladder/highlight.ts";
import { ACK } from "../core/protocols/tcp.ts";
import { cell, type PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { rowsOfConnection, segmentsOfConnection } from "./connection-rows.ts";
import { quotationsOf } from "./quotations.ts";

/** Other segments by what binds them to the chosen one. Rows of the packet table. */
export interface Relations {
  /** Segments that it newly acknowledges, in the order in which they were sent. */
  readonly releases: readonly number[];
  /** What its sender had acknowledged before, raw; -1 when it had not acknowledged anything. */
  readonly acknowledgedBefore: number;
  /** Segments of whose arrival its SACK is the first to tell. */
  readonly holds: readonly number[];
  /** Packets that acknowledge it, and that told of its arrival by SACK before; -1 for none. */
  readonly releasedBy: number;
  readonly heldBy: number;
}

export interface PacketFindings {
  readonly evidence: readonly Evidence[];
  /** Null for what is no TCP segment. */
  readonly relations: Relations | null;
  /** What its sender holds by its SACK blocks; null without any. */
  readonly held: HeldBytes | null;
}

const NOTHING: PacketFindings = { evidence: [], relations: null, held: null };

/** Of a packet; nothing for what is no TCP segment. */
export function packetFindings(capture: Capture, row: number): PacketFindings {
  const { packets, connections } = capture;
  const connection = cell(packets, "connection", row);
  if (!(connection >= 0) || connection >= connections.length) return NOTHING;
  const rows = rowsOfConnection(capture, connection);
  const edges = capture.sacks.of(row);
  return {
    evidence: evidenceOf(packets, connections, rows, row),
    relations: relationsOf(capture, connection, row),
    held: edges.length > 0 ? heldBytes(packets, rows, placeOf(rows, row), edges) : null,
  };
}

/** One connection, walked through. */
interface Walked {
  readonly segments: ConnectionSegments;
  readonly relations: Acknowledgements;
}

/** Segments of a table whose walks are kept at most, some 30 bytes each; one connection is kept however long it is. */
const KEPT = 1_000_000;

/** The connections of each table that were walked last, by number, oldest first: choosing packet after packet of a few
 * walks each once. */
const walked = new WeakMap<PacketTable, Map<number, Walked>>();

function relationsOf(capture: Capture, connection: number, row: number): Relations {
  const { segments, relations } = walkedThrough(capture, connection);
  const { rows } = segments;
  const place = placeOf(rows, row);
  const rowAt = (at: number) => (at === NO_PLACE ? -1 : rows[at]!);
  const rowsAt = (places: Uint32Array) => Array.from(places, (at) => rows[at]!);
  return {
    releases: rowsAt(relations.releases(place)),
    acknowledgedBefore: acknowledgedBefore(segments, place),
    holds: rowsAt(relations.holds(place)),
    releasedBy: rowAt(relations.releasedBy[place]!),
    heldBy: rowAt(relations.heldBy[place]!),
  };
}

/** Who acknowledges whom in a connection; walked over once for all who ask. */
export function acknowledgementsIn(capture: Capture, connection: number): Acknowledgements {
  return walkedThrough(capture, connection).relations;
}

/** The acknowledgment number of the packet's sender before it. */
function acknowledgedBefore({ ack, flags, direction }: ConnectionSegments, place: number): number {
  for (let at = place - 1; at >= 0; at--) {
    if (direction[at] === direction[place] && flags[at]! & ACK) return ack[at]!;
  }
  return -1;
}

/**
 * Packets whose arrows belong to that of a row of the ladder: the segments that it acknowledges, the packet that
 * acknowledges it; -1 for none; what it quotes, or the errors that quote it.
 */
export function relatedArrows(capture: Capture, row: number): RelatedArrows {
  const connection = cell(capture.packets, "connection", row);
  const { quoted, errors } = quotationsOf(capture, row);
  const quotations = quoted < 0 ? errors : [quoted, ...errors];
  const isSegment = connection >= 0 && connection < capture.connections.length;
  const { releases, releasedBy } = isSegment ? relationsOf(capture, connection, row) : NO_RELATIONS;
  return { row, releases, releasedBy, quotations };
}

const NO_RELATIONS: Pick<Relations, "releases" | "releasedBy"> = { releases: [], releasedBy: -1 };

function walkedThrough(capture: Capture, connection: number): Walked {
  const { packets, sacks } = capture;
  const kept = walked.get(packets) ?? new Map<number, Walked>();
  walked.set(packets, kept);
  const before = kept.get(connection);
  if (before) return before;
  const segments = segmentsOfConnection(capture, connection);
  const now = { segments, relations: acknowledgements(segments, (row) => sacks.of(row)) };
  let length = segments.length;
  for (const other of kept.values()) length += other.segments.length;
  for (const [oldest, other] of kept) {
    if (length <= KEPT) break;
    kept.delete(oldest);
    length -= other.segments.length;
  }
  kept.set(connection, now);
  return now;
}
