/**
 * The bytes of rows, from the capture's files. The bytes never live in the store: a file is asked for the few that are
 * needed, those that lie near each other in one go.
 */
import { type CaptureInterface, UNKNOWN_INTERFACE } from "../core/capture/reader.ts";
import { cell } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";

/** A row's frame as it was captured. */
export interface Frame {
  /** Of the captured bytes, no more. */
  readonly view: DataView;
  /** Bytes that it had on the wire. */
  readonly wireLength: number;
  readonly linkType: number;
}

/** Frames by row. */
export type Frames = ReadonlyMap<number, Frame>;

/** Bytes between two wanted frames that are read along rather than asked for apart. */
const READ_ALONG = 65536;

/** A file of the capture cannot be read any more: it was changed, moved or removed. */
export class FileGone extends Error {
  /** Of the file. */
  readonly fileName: string;

  constructor(fileName: string, cause: unknown) {
    super(`${fileName} cannot be read`, { cause });
    this.fileName = fileName;
  }
}

/** The frames of these rows, each once. Rejects with `FileGone` when a file cannot be read. */
export async function readFrames(capture: Capture, rows: readonly number[]): Promise<Frames> {
  const offset = (row: number) => cell(capture.packets, "fileOffset", row);
  // In a merged capture the rows of each file are near each other, not those of the list.
  const wanted = [...new Set(rows)].sort(
    (a, b) => interfaceOf(capture, a).file - interfaceOf(capture, b).file || offset(a) - offset(b),
  );
  const frames = new Map<number, Frame>();
  for (let first = 0; first < wanted.length; ) {
    const last = lastNear(capture, wanted, first);
    const from = offset(wanted[first]!);
    const end = offset(wanted[last]!) + cell(capture.packets, "capturedLength", wanted[last]!);
    const buffer = await readBytes(capture, interfaceOf(capture, wanted[first]!).file, from, end);
    for (const row of wanted.slice(first, last + 1)) {
      frames.set(row, {
        view: new DataView(buffer, offset(row) - from, cell(capture.packets, "capturedLength", row)),
        wireLength: cell(capture.packets, "wireLength", row),
        linkType: interfaceOf(capture, row).linkType,
      });
    }
    first = last + 1;
  }
  return frames;
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

/** Bytes `from` .. `end` (exclusive) of what is in one of the capture's files. Rejects with `FileGone`. */
export async function readBytes(
  { files, contents }: Capture,
  file: number,
  from: number,
  end: number,
): Promise<ArrayBuffer> {
  try {
    return await contents[file]!.slice(from, end).arrayBuffer(); // an interface's file is one of them
  } catch (cause) {
    throw new FileGone(files[file]?.name ?? "", cause);
  }
}

/** What a row was captured on. */
export function interfaceOf({ packets, interfaces }: Capture, row: number): CaptureInterface {
  return interfaces[cell(packets, "interfaceRow", row)] ?? UNKNOWN_INTERFACE;
}
