/**
 * A run of rows that a filter looks at together, and what is said of each: taken, not taken, or open. Of some packets a
 * field's column does not tell; that goes by what is told of the packet at all, its class.
 */
import { FINE } from "../protocols/walk.ts";
import { CHUNK_ROWS, HAS_MORE, KIND_OTHER, KIND_TCP, type PacketChunk } from "../table/packet-table.ts";
import type { Column } from "./column-readers.ts";
import type { RowCursor } from "./row-cursor.ts";

/** What is said of a row: its bits are "perhaps" and "surely", so that "and" and "or" join them bit by bit. */
export const NOT_TAKEN = 0;
/** More than the tables has to be read to tell. */
export const OPEN = 2;
export const TAKEN = 3;

/** Rows of one chunk that lie behind each other. */
export interface Run {
  readonly cursor: RowCursor;
  readonly row: number;
  readonly at: number;
  readonly length: number;
  readonly classes: ChunkClasses;
}

/** What is told of a chunk's packets: the class of each, KIND_* or one of those below, and the classes that occur. */
interface ChunkClasses {
  readonly length: number;
  readonly of: Uint8Array;
  readonly occurring: readonly number[];
}

/** Fills `out` with an answer for each row. It leaves the cursor at the first one. */
export type RunTest = (run: Run, out: Uint8Array) => void;

/** A TCP segment whose length is not known. */
const CLASS_CUT = 6;
/** A packet with headers that no column tells of. */
const CLASS_UNTOLD = 7;
const CLASSES = 8;

/** How many rows from `row` on are of its chunk, `most` at most. */
export const withinChunk = (row: number, most: number): number => Math.min(most, CHUNK_ROWS - (row % CHUNK_ROWS));

/** Goes to a row, for the rows from there on. */
export function runAt(cursor: RowCursor, row: number, length: number): Run {
  cursor.moveTo(row);
  return { cursor, row, at: cursor.at, length, classes: classesOf(cursor.chunk) };
}

/** They go with the chunk, whose packets never change. */
const known = new WeakMap<PacketChunk, ChunkClasses>();

function classesOf(chunk: PacketChunk): ChunkClasses {
  const before = known.get(chunk);
  if (before?.length === chunk.length) return before;
  const { kind, length, marks, payloadLength, problem } = chunk;
  const of = new Uint8Array(length);
  const counts = new Uint32Array(CLASSES);
  for (let i = 0; i < length; i++) {
    let own = kind[i]!;
    if (own === KIND_TCP && payloadLength[i]! < 0) own = CLASS_CUT;
    if (problem[i] !== FINE || (marks[i]! & HAS_MORE) !== 0) own = CLASS_UNTOLD;
    of[i] = own;
    counts[own]!++;
  }
  const occurring = [...counts.keys()].filter((own) => counts[own]! > 0);
  const classes = { length, of, occurring };
  known.set(chunk, classes);
  return classes;
}

/** What a column tells of packets, by their class: TAKEN for what it holds, NOT_TAKEN where they have no such, or OPEN. */
export function toldBy({ kind, needsLength }: Column): Uint8Array {
  const told = new Uint8Array(CLASSES).fill(kind === null ? TAKEN : NOT_TAKEN);
  told[CLASS_UNTOLD] = OPEN;
  if (kind === null) return told;
  told[kind] = TAKEN;
  told[KIND_OTHER] = OPEN;
  if (kind === KIND_TCP) told[CLASS_CUT] = needsLength ? OPEN : TAKEN;
  return told;
}

/** Sets the answers for packets of which a column does not tell, or that have no such field. */
export function limitToTold({ classes: { of, occurring }, at, length }: Run, told: Uint8Array, out: Uint8Array): void {
  if (occurring.every((own) => told[own] === TAKEN)) return;
  for (let i = 0; i < length; i++) {
    const says = told[of[at + i]!]!;
    if (says !== TAKEN) out[i] = says;
  }
}
