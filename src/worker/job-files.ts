/** The files of a job as one capture: one alone as it stands, several merged in the order of time. */
import { Merge, type MergedFile, type MergeListener } from "../core/capture/merge-captures.ts";
import { NO_NOTES } from "../core/capture/notes.ts";
import type { CaptureEnd, CaptureListener } from "../core/capture/read-capture.ts";
import type { CaptureInterface, CaptureReader } from "../core/capture/reader.ts";
import { readUnpacked } from "../unpack/read-unpacked.ts";
import type { UnpackedFile } from "../unpack/unpacked-file.ts";
import type { FileReport } from "./protocol.ts";
import { readSlice } from "./slices.ts";

/** Who is told of what, and asked: one question at a time. */
export interface FilesListener extends MergeListener {
  /** A compressed file, by its place, grows to more than `unpacked` bytes. */
  readonly mayGrow: (file: number, unpacked: number) => Promise<boolean>;
}

export class JobFiles {
  private readonly files: readonly Blob[];
  private readonly unpacked: (UnpackedFile | null)[];
  private readonly merge: Merge;
  /** The reader of a file that is alone; null before it is known, and of several. */
  private reader: CaptureReader | null = null;
  /** Ends when the question asked last was answered. */
  private answered: Promise<unknown> = Promise.resolve();
  private listener: FilesListener | null = null;

  constructor(files: readonly Blob[]) {
    this.files = files;
    this.unpacked = files.map(() => null);
    this.merge = new Merge(files.map((_, file) => (listener: CaptureListener) => this.readFile(file, listener)));
  }

  /** All interfaces met so far; rows never change. */
  get interfaces(): readonly CaptureInterface[] {
    return this.files.length === 1 ? (this.reader?.interfaces.slice() ?? []) : this.merge.interfaces;
  }

  /** What is in each file that is compressed, as far as it was read; null for all others. */
  get contents(): readonly (Blob | null)[] {
    return this.unpacked.map((file) => file?.contents ?? null);
  }

  /** Reads the files, once. Rejects when one cannot be read any more, or a listener throws. */
  async read(listener: FilesListener): Promise<{ reports: readonly FileReport[]; cancelled: boolean }> {
    this.listener = listener;
    const files = this.files.length === 1 ? [await this.readAlone(listener)] : await this.merge.read(listener);
    return { reports: files.map(reportOf), cancelled: files.some(({ end }) => end.kind === "cancelled") };
  }

  /** Frames of a file that is alone go on as they come, without a stop between. */
  private async readAlone({ onFrame, ...listener }: FilesListener): Promise<MergedFile> {
    const end = await this.readFile(0, {
      ...listener,
      onOpen: (reader) => {
        this.reader = reader;
      },
      onFrame: (frame) => onFrame(frame, this.reader!.interfaces[frame.interfaceRow]!), // open, and the reader's own row
    });
    return { reader: this.reader, frames: this.reader?.frames ?? 0, end };
  }

  /** Positions are counted in the file as it came, compressed or not. */
  private readFile(file: number, listener: CaptureListener): Promise<CaptureEnd> {
    return readUnpacked(blobSource(this.files[file]!), {
      ...listener,
      onUnpack: (unpacked) => {
        this.unpacked[file] = unpacked;
      },
      mayGrow: ({ unpacked }) => this.ask(file, unpacked),
      onSlice: (progress) =>
        listener.onSlice?.({ ...progress, bytes: this.unpacked[file]?.position ?? progress.bytes }),
    });
  }

  private ask(file: number, unpacked: number): Promise<boolean> {
    const { listener } = this;
    const answer = this.answered.then(() =>
      !listener || listener.cancelled?.() ? false : listener.mayGrow(file, unpacked),
    );
    this.answered = answer;
    return answer;
  }
}

function reportOf({ reader, frames, end }: MergedFile): FileReport {
  const { format = null, notes = NO_NOTES } = reader ?? {};
  return { format, packets: frames, problem: end.kind === "problem" ? end.problem : null, notes };
}

function blobSource(file: Blob) {
  return { size: file.size, read: (from: number, to: number) => readSlice(file.slice(from, to)) };
}
