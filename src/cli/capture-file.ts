/** A capture on disk, read in slices: the command line's way to the reader of the core. */
import { type FileHandle, open } from "node:fs/promises";
import type { CaptureProblem } from "../core/capture/problem.ts";
import type { ByteSource } from "../core/capture/read-capture.ts";
import type { CaptureInterface, CaptureReader, FrameRecord } from "../core/capture/reader.ts";
import { readUnpacked } from "../unpack/read-unpacked.ts";
import { FileError } from "./command.ts";

/** Takes one frame; the record is the reader's and holds good only during the call. */
export type TakeFrame = (record: FrameRecord, captureInterface: CaptureInterface) => void;

/**
 * Reads the file once, whole, out of its compression if it has one; `opened` is given the reader before the first frame.
 * The answer is why it could not be read to its end, or null. Rejects when Node cannot.
 */
export async function readCaptureFile(
  path: string,
  take: TakeFrame,
  afterSlice: () => Promise<void> = async () => {},
  opened: (reader: CaptureReader) => void = () => {},
): Promise<CaptureProblem | null> {
  const file = await open(path);
  try {
    let interfaces: readonly CaptureInterface[] = [];
    const end = await readUnpacked(await sourceOf(file, path), {
      onOpen: (reader: CaptureReader) => {
        interfaces = reader.interfaces;
        opened(reader);
      },
      onFrame: (record) => take(record, interfaces[record.interfaceRow]!),
      onSlice: afterSlice,
      mayGrow: async () => false,
    });
    return end.kind === "problem" ? end.problem : null;
  } finally {
    await file.close();
  }
}

/** An open file as the readers ask for it. Rejects with FileError what has no size and no places in it. */
export async function sourceOf(file: FileHandle, path: string): Promise<ByteSource> {
  const stats = await file.stat();
  if (stats.isDirectory()) throw new FileError(`${path}: this is a folder: name a file in it`);
  if (!stats.isFile()) throw new FileError(`${path}: this is a pipe or a device: save in a file what comes from it`);
  return { size: stats.size, read: (from, to) => bytesOf(file, from, to) };
}

/** Bytes `from` .. `to` (exclusive) of an open file; fewer where it ends before. */
async function bytesOf(file: FileHandle, from: number, to: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(to - from);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, from + length);
    if (bytesRead === 0) break; // shorter than when it was opened
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
