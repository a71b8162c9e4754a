/** The names that stand in place of numbers where nobody asks for numbers: the file's own for hosts, IANA's for ports. */

import type { CaptureReader } from "../core/capture/reader.ts";
import type { Names } from "../core/tcpdump/print/options.ts";
import { serviceName } from "../core/tcpdump/services.ts";
import { readCaptureFile } from "./capture-file.ts";

/** Reads a capture for the names that it has. */
export async function captureNames(path: string): Promise<Names> {
  const readers: CaptureReader[] = [];
  await readCaptureFile(
    path,
    () => {},
    async () => {},
    (reader) => readers.push(reader),
  );
  const hosts = new Map(readers.flatMap(({ notes }) => notes.names).map(({ address, name }) => [address, name]));
  return { host: (address) => hosts.get(address) ?? null, port: (protocol, port) => serviceName(protocol, port) };
}
