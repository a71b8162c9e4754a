/**
 * What a file says of how its packets are printed: the names in it, and, where it was written from a text, what packets
 * have no place for, so that they print as the text had them.
 */
import type { FromZero } from "./parse/numbers.ts";
import { type Names, NO_NAMES, type PrintOptions } from "./print/options.ts";
import { serviceName } from "./services.ts";
import { stationName } from "./stations.ts";
import { readSectionNotes } from "./text-notes.ts";

/** What every system calls the addresses of the host itself (RFC 6761 §6.3). */
const LOCALHOST: ReadonlyMap<string, string> = new Map([
  ["127.0.0.1", "localhost"],
  ["::1", "localhost"],
]);

export interface FilePrinting {
  /** The packets come from a text, whose comments say what their checksums should be. */
  readonly isFromText: boolean;
  /** What the reader asked for, with what the file knows better. */
  readonly options: PrintOptions;
  /** Connections whose numbers count from 0. */
  readonly fromZero: readonly FromZero[];
}

/**
 * How a file's packets are printed. `comments` are those of its sections, `hosts` its names of addresses; null where no
 * names shall stand in place of numbers.
 */
export function filePrinting(
  options: Omit<PrintOptions, "names">,
  comments: readonly string[],
  hosts: ReadonlyMap<string, string> | null,
): FilePrinting {
  const notes = readSectionNotes(comments);
  if (!notes) {
    return { isFromText: false, options: { ...options, names: hosts ? usualNames(hosts) : NO_NAMES }, fromZero: [] };
  }
  // No packet has an interface's name, so that there is no number to print in its place.
  const device = (index: number) => notes.devices.get(index) ?? null;
  const station = hosts && notes.hasMakers ? { station: stationName } : {};
  const names = { ...(hosts ? textNames(hosts, notes.services) : NO_NAMES), ...station, device };
  // A text's times have no zone; what an application said is in those packets alone whose bytes it has.
  const own = { ...options, names, applications: "captured" as const, zone: () => 0 };
  return { isFromText: true, options: own, fromZero: notes.fromZero };
}

/** The file's own names for hosts, IANA's for ports. */
function usualNames(hosts: ReadonlyMap<string, string>): Names {
  const host = (address: string) => hosts.get(address) ?? LOCALHOST.get(address) ?? null;
  return { host, port: serviceName, station: stationName };
}

/** The names of a text that the file was written from, and no others. */
function textNames(hosts: ReadonlyMap<string, string>, services: ReadonlyMap<number, string>): Names {
  return { host: (address) => hosts.get(address) ?? null, port: (_protocol, port) => services.get(port) ?? null };
}
