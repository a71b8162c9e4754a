/** The names of hosts that a capture has. */
import type { CaptureReader } from "../core/capture/reader.ts";
import { readCaptureFile } from "./capture-file.ts";

/** Reads a capture for the names that it has, by address. */
export async function captureHosts(path: string): Promise<ReadonlyMap<string, string>> {
  const readers: CaptureReader[] = [];
  await readCaptureFile(
    path,
    () => {},
    async () => {},
    (reader) => readers.push(reader),
  );
  return new Map(readers.flatMap(({ notes }) => notes.names).map(({ address, name }) => [address, name]));
}
