/** The names that stand in place of numbers where nobody asks for numbers. */
import type { CaptureReader } from "../core/capture/reader.ts";
import type { Names } from "../core/tcpdump/print/options.ts";
import { serviceName } from "../core/tcpdump/services.ts";
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

/** What every system calls the addresses of the host itself (RFC 6761 §6.3). */
const LOCALHOST: ReadonlyMap<string, string> = new Map([
  ["127.0.0.1", "localhost"],
  ["::1", "localhost"],
]);

/** The file's own names for hosts, IANA's for ports. */
export function usualNames(hosts: ReadonlyMap<string, string>): Names {
  return { host: (address) => hosts.get(address) ?? LOCALHOST.get(address) ?? null, port: serviceName };
}

/** The names of a text that the file was written from, and no others. */
export function textNames(hosts: ReadonlyMap<string, string>, services: ReadonlyMap<number, string>): Names {
  return { host: (address) => hosts.get(address) ?? null, port: (_protocol, port) => services.get(port) ?? null };
}
