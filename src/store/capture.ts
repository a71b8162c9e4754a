/** The capture on the screen, the one being read, and why the last one did not open. */
import type { CaptureProblem } from "../core/capture/problem.ts";
import type { CaptureInterface } from "../core/capture/reader.ts";
import { AddressTable } from "../core/table/address-table.ts";
import { type ConnectionTable, NO_CONNECTIONS } from "../core/table/connection-table.ts";
import { NO_PACKETS, type PacketTable, withChunk } from "../core/table/packet-table.ts";
import type { Rows } from "../worker/protocol.ts";

/** An open capture. Replaced as a whole when rows arrive; its tables are shared between the versions. */
export interface Capture {
  /** Of the job that reads it: tells one capture from the next. */
  readonly job: number;
  readonly name: string;
  /** As it was opened; the versions of a capture share it. */
  readonly file: Blob;
  /** Where the packets' bytes are: the file, or what is in it when it is compressed. */
  readonly contents: Blob;
  readonly packets: PacketTable;
  readonly connections: ConnectionTable;
  readonly addresses: AddressTable;
  readonly interfaces: readonly CaptureInterface[];
  /** Time of the first packet, since 1970-01-01 UTC. */
  readonly startSeconds: number;
  readonly startNanoseconds: number;
  /** How reading ended. `reading` while it goes on; `stopped` by the reader of the page. */
  readonly state: "reading" | "whole" | "stopped" | "damaged";
  /** What is wrong with the file behind the last packet; only where `state` is "damaged". */
  readonly problem: CaptureProblem | null;
}

/** A file on its way in. Until its first rows come, the capture that was open stays on the screen. */
export interface Loading {
  /** The worker's job; 0 while the file is still being fetched. */
  readonly job: number;
  readonly name: string;
  readonly file: Blob;
  /** Bytes fetched or read so far, of `size`; a size of 0 is not known. */
  readonly bytes: number;
  readonly size: number;
  readonly packets: number;
  /** Reading waits for an answer: unpacked, the file has more bytes than this. 0 when it does not wait. */
  readonly growsTo: number;
}

/** Why a capture did not open, or did not open whole, as facts. */
export type Failure =
  /** The file holds no packets that can be read. */
  | { readonly kind: "file"; readonly name: string; readonly problem: CaptureProblem }
  /** The address could not be fetched; `status` is 0 when there was no answer that the page may see. */
  | { readonly kind: "link"; readonly address: string; readonly status: number }
  /** No sample has this name. */
  | { readonly kind: "sample"; readonly id: string }
  /** The decoder failed; the file is kept for another try. */
  | {
      readonly kind: "crash";
      readonly name: string;
      readonly file: Blob;
      readonly message: string;
      readonly packets: number;
    }
  /** The file of the open capture can no longer be read: it was changed, moved or removed. */
  | { readonly kind: "gone"; readonly name: string };

export interface CaptureSlice {
  readonly capture: Capture | null;
  readonly loading: Loading | null;
  readonly failure: Failure | null;
}

export const NO_CAPTURE: CaptureSlice = { capture: null, loading: null, failure: null };

/** The capture with decoded rows added; a new one when they are the first of their job. */
export function withRows(capture: Capture | null, loading: Loading, rows: Rows): Capture {
  const base = capture?.job === rows.job ? capture : emptyCapture(loading);
  return {
    ...base,
    contents: rows.contents ?? base.contents,
    packets: withChunk(base.packets, rows.index, rows.chunk),
    addresses: base.addresses.with(rows.addresses),
    connections: rows.connections ?? base.connections,
    interfaces: rows.interfaces,
    startSeconds: rows.startSeconds,
    startNanoseconds: rows.startNanoseconds,
  };
}

/** A capture without rows yet. */
export function emptyCapture({ job, name, file }: Loading): Capture {
  return {
    job,
    name,
    file,
    contents: file,
    packets: NO_PACKETS,
    connections: NO_CONNECTIONS,
    addresses: new AddressTable(),
    interfaces: [],
    startSeconds: 0,
    startNanoseconds: 0,
    state: "reading",
    problem: null,
  };
}
