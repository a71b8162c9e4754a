/**
 * What the page and the worker say to each other. Every message about a job names it: a newer `open` supersedes the older, and
 * replies to a job that is no longer wanted are dropped by number.
 */
import type { CaptureNotes } from "../core/capture/notes.ts";
import type { CaptureProblem } from "../core/capture/problem.ts";
import type { CaptureInterface, CaptureReader } from "../core/capture/reader.ts";
import type { ConnectionTable } from "../core/table/connection-table.ts";
import type { FragmentPairs } from "../core/table/fragment-rows.ts";
import type { PacketChunk } from "../core/table/packet-table.ts";
import type { QuotePairs } from "../core/table/quote-rows.ts";
import type { RowRecords } from "../core/table/sparse-rows.ts";
import type { Conversations } from "../core/tally/conversations.ts";

export type Request =
  /** Get ready to read, while there is nothing to do. */
  | { readonly kind: "prepare" }
  /** Read a capture, of several files in the order of time; whatever is being read is given up. */
  | { readonly kind: "open"; readonly job: number; readonly files: readonly Blob[] }
  /** The answer to `growing`: unpack on. `cancel` is the other one. */
  | { readonly kind: "goOn"; readonly job: number }
  /** Count the conversations of a capture's first `packets` packets; whatever is being done is given up. */
  | { readonly kind: "count"; readonly job: number; readonly files: readonly Blob[]; readonly packets: number }
  /** Read the link addresses of a capture's first `packets` packets, likewise. */
  | { readonly kind: "links"; readonly job: number; readonly files: readonly Blob[]; readonly packets: number }
  /** Stop reading, and keep what was handed over; stop counting, and say nothing. */
  | { readonly kind: "cancel"; readonly job: number };

export type Reply =
  /** `bytes` counts those of the files as they came, compressed or not. */
  | { readonly kind: "progress"; readonly job: number; readonly bytes: number; readonly packets: number }
  | Rows
  /** A compressed file, by its place, grows to more than `unpacked` bytes. The job waits for `goOn` or `cancel`. */
  | { readonly kind: "growing"; readonly job: number; readonly file: number; readonly unpacked: number }
  /** Each file was read to its end, to where it is damaged, or to where it was cancelled. */
  | {
      readonly kind: "done";
      readonly job: number;
      readonly packets: number;
      readonly cancelled: boolean;
      /** All of them, with what was counted to the files' ends. */
      readonly interfaces: readonly CaptureInterface[];
      readonly files: readonly FileReport[];
      /** What was not handed over before; null when there were no packets. */
      readonly rows: Rows | null;
    }
  /** The worker itself failed: a fault of the program, not of the file. */
  | { readonly kind: "crashed"; readonly job: number; readonly message: string; readonly packets: number };

/** What a job that counts answers; one that was given up, nothing. */
export type CountReply =
  | { readonly kind: "counting"; readonly job: number; readonly packets: number }
  | {
      readonly kind: "counted";
      readonly job: number;
      readonly conversations: Conversations;
      /** All rows of the address table that the conversations' rows are of. */
      readonly addresses: Uint32Array<ArrayBuffer>;
    }
  | {
      readonly kind: "countedLinks";
      readonly job: number;
      /** Sender and receiver of each pair in turn, as rows of a table of link addresses. */
      readonly ends: Int32Array<ArrayBuffer>;
      /** By packet the row of its pair; -1 for one that does not name two link addresses. */
      readonly pairOf: Int32Array<ArrayBuffer>;
      /** All rows of that table. */
      readonly addresses: Uint32Array<ArrayBuffer>;
    }
  | { readonly kind: "countFailed"; readonly job: number; readonly message: string };

/** What is known of a file when reading has ended. */
export interface FileReport {
  /** Null for what is no capture. */
  readonly format: CaptureReader["format"] | null;
  /** Of this file alone. */
  readonly packets: number;
  readonly problem: CaptureProblem | null;
  readonly notes: CaptureNotes;
}

/** Decoded rows: chunks of the packet table, the last perhaps only as far as it is filled, and what else became known. */
export interface Rows {
  readonly kind: "rows";
  readonly job: number;
  /** Place of the first chunk in the table; a later message may bring the last chunk again, with more rows. */
  readonly index: number;
  readonly chunks: readonly PacketChunk[];
  /** Rows that the address table gained since the message before. */
  readonly addresses: Uint32Array<ArrayBuffer>;
  /** Packets that came whole from fragments since the message before. */
  readonly fragments: FragmentPairs;
  /** SACK blocks since the message before: row, left and right edge. */
  readonly sacks: RowRecords;
  /** Errors since the message before, and what they quote. */
  readonly quotations: QuotePairs;
  /** The connections as they stand; null when they are sent with a later message. */
  readonly connections: ConnectionTable | null;
  /** All interfaces met so far. */
  readonly interfaces: readonly CaptureInterface[];
  /** Of each compressed file: what is in it, these rows' packets and those before at least; null of any other. */
  readonly contents: readonly (Blob | null)[];
  /** Time of the first packet, since 1970-01-01 UTC. */
  readonly startSeconds: number;
  readonly startNanoseconds: number;
}
