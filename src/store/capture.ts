/** The capture on the screen, the one being read, and why the last one did not open. */
import type { CaptureProblem } from "../core/capture/problem.ts";
import type { CaptureInterface } from "../core/capture/reader.ts";
import { AddressTable } from "../core/table/address-table.ts";
import { type ConnectionTable, NO_CONNECTIONS } from "../core/table/connection-table.ts";
import { FragmentRows } from "../core/table/fragment-rows.ts";
import { NO_PACKETS, type PacketTable, withChunks } from "../core/table/packet-table.ts";
import { QuoteRows } from "../core/table/quote-rows.ts";
import { SparseRows } from "../core/table/sparse-rows.ts";
import type { FileReport, Rows } from "../worker/protocol.ts";
import type { FetchFault } from "./fetch-file.ts";

/** A file as it was chosen. */
export interface OpenFile {
  readonly name: string;
  readonly blob: Blob;
}

/** An open capture. Replaced as a whole when rows arrive; its tables are shared between the versions. */
export interface Capture {
  /** Of the job that reads it: tells one capture from the next. */
  readonly job: number;
  /** As they were opened, one or several; the versions of a capture share the list. */
  readonly files: readonly OpenFile[];
  /** Where the packets' bytes are, by file: the file itself, or what is in it when it is compressed. */
  readonly contents: readonly Blob[];
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
  readonly addresses: AddressTable;
  readonly fragments: FragmentRows;
  /** Edges of SACK blocks by row. */
  readonly sacks: SparseRows;
  /** What ICMP errors quote. */
  readonly quotes: QuoteRows;
  readonly interfaces: readonly CaptureInterface[];
  /** Time of the first packet that has one, since 1970-01-01 UTC. */
  readonly startSeconds: number;
  readonly startNanoseconds: number;
  /** How reading ended. `reading` while it goes on; `stopped` by the reader of the page. */
  readonly state: "reading" | "whole" | "stopped" | "damaged";
  /** What is known of each file when reading has ended; none before. */
  readonly reports: readonly FileReport[];
}

/** Files on their way in. Until its first rows come, the capture that was open stays on the screen. */
export interface Loading {
  /** The worker's job; 0 while the file is still being fetched. */
  readonly job: number;
  readonly files: readonly OpenFile[];
  /** Bytes fetched or read so far, of `size`; a size of 0 is not known. */
  readonly bytes: number;
  readonly size: number;
  readonly packets: number;
  /** Reading waits for an answer: unpacked, this file has more bytes than these. Null when it does not wait. */
  readonly growing: { readonly file: OpenFile; readonly bytes: number } | null;
}

/** Why a capture did not open, or did not open whole, as facts. */
export type Failure =
  /** Files that hold no packets that can be read; of several that were opened together, the others may be open. */
  | {
      readonly kind: "files";
      readonly files: readonly UnreadFile[];
      /** How many were opened with them, and could be read. */
      readonly others: number;
    }
  /** The address could not be fetched. */
  | { readonly kind: "link"; readonly address: string; readonly fault: FetchFault }
  /** No sample has this name. */
  | { readonly kind: "sample"; readonly id: string }
  /** `where` in the file is wrong what was `found`; both are empty for a lesson that there is not. */
  | { readonly kind: "lesson"; readonly id: string; readonly where: string; readonly found: string }
  /** A lesson was given together with other files. */
  | { readonly kind: "lessonAmong"; readonly name: string }
  /** The decoder failed; the files are kept for another try. */
  | {
      readonly kind: "crash";
      readonly files: readonly OpenFile[];
      readonly message: string;
      readonly packets: number;
    }
  /** A file of the open capture can no longer be read: it was changed, moved or removed. */
  | { readonly kind: "gone"; readonly name: string };

/** A file of which nothing could be read, and why. */
export interface UnreadFile {
  readonly name: string;
  readonly problem: CaptureProblem;
}

export interface CaptureSlice {
  readonly capture: Capture | null;
  readonly loading: Loading | null;
  readonly failure: Failure | null;
}

/** Files on their way in, before anything is known of them. */
export function beginLoading(job: number, files: readonly OpenFile[]): Loading {
  const size = files.reduce((sum, { blob }) => sum + blob.size, 0);
  return { job, files, bytes: 0, size, packets: 0, growing: null };
}

/** Numbers of a SACK block's record: its row, its left and its right edge. */
const SACK_RECORD = 3;

export const NO_CAPTURE: CaptureSlice = { capture: null, loading: null, failure: null };

/** The capture with decoded rows added; a new one when they are the first of their job. */
export function withRows(capture: Capture | null, loading: Loading, rows: Rows): Capture {
  const base = capture?.job === rows.job ? capture : emptyCapture(loading);
  return {
    ...base,
    contents: rows.contents.map((blob, file) => blob ?? base.contents[file]!), // one for each file that was opened
    packets: withChunks(base.packets, rows.index, rows.chunks),
    addresses: base.addresses.with(rows.addresses),
    fragments: base.fragments.with(rows.fragments),
    sacks: base.sacks.with(rows.sacks),
    quotes: base.quotes.with(rows.quotations),
    connections: rows.connections ?? base.connections,
    interfaces: rows.interfaces,
    startSeconds: rows.startSeconds,
    startNanoseconds: rows.startNanoseconds,
  };
}

/** A capture without rows yet. */
export function emptyCapture({ job, files }: Loading): Capture {
  return {
    job,
    files,
    contents: files.map(({ blob }) => blob),
    packets: NO_PACKETS,
    connections: NO_CONNECTIONS,
    addresses: new AddressTable(),
    fragments: new FragmentRows(),
    sacks: new SparseRows(SACK_RECORD),
    quotes: new QuoteRows(),
    interfaces: [],
    startSeconds: 0,
    startNanoseconds: 0,
    state: "reading",
    reports: [],
  };
}

/** The files that the capture consists of: all but those of which nothing could be read. */
export function filesRead({ files, reports }: Pick<Capture, "files" | "reports">): readonly OpenFile[] {
  const isUnread = (report: FileReport | undefined) => report?.problem != null && report.packets === 0;
  return files.filter((_, file) => !isUnread(reports[file]));
}

/** A file of which not all could be read, and how many packets could. */
export interface DamagedFile extends UnreadFile {
  readonly packets: number;
}

/** The capture's files of which not all could be read. */
export function damagedFiles({ files, reports }: Capture): readonly DamagedFile[] {
  return reports.flatMap(({ problem, packets }, file) =>
    problem && packets > 0 ? [{ name: files[file]?.name ?? "", problem, packets }] : [],
  );
}
