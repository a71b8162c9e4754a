/**
 * Names that the reader of the page gives to addresses. They are kept on this machine, by what tells the capture from
 * others without telling what is in it, so that they are there when it is opened again.
 */
import type { NamedAddress } from "../core/capture/notes.ts";
import { dnsAnswers } from "../core/names/dns-answers.ts";
import { cleanName } from "../core/names/hosts-file.ts";
import { KIND_TCP, KIND_UDP } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { changeMarkup } from "./markup.ts";
import type { MarkupChange } from "./markup-slice.ts";
import { readPackets } from "./packet.ts";
import { fileNames } from "./selectors.ts";
import { useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Gives an address a name, in place of any other; an empty one takes the given name away. */
export function nameAddress(address: string, name: string): void {
  const clean = cleanName(name);
  const given = state().markup.names;
  if ((given.get(address) ?? "") === clean) return;
  const names = new Map(given);
  if (clean) names.set(address, clean);
  else names.delete(address);
  keepNames(names, clean ? "named" : "nameRemoved");
}

/** Gives names to several addresses; of one address the last counts. Gives how many of them changed. */
export function takeNames(all: readonly NamedAddress[]): number {
  const given = state().markup.names;
  const names = new Map(given);
  for (const { address, name } of all) names.set(address, cleanName(name));
  const changed = [...names].filter(([address, name]) => given.get(address) !== name).length;
  if (changed > 0) keepNames(names, "namesTaken");
  return changed;
}

/** Takes all given names away. */
export function forgetNames(): void {
  keepNames(new Map(), "nameRemoved");
}

/** Names are given to be seen. */
function keepNames(names: ReadonlyMap<string, string>, changed: MarkupChange): void {
  changeMarkup({ names }, changed);
  if (names.size > 0) set(({ ladder }) => ({ ladder: { ...ladder, names: true } }));
}

const DNS_PORTS: ReadonlySet<number> = new Set([53, 5353, 5355]);
/** Packets that are taken apart in one go. */
const AT_ONCE = 500;

/**
 * Reads the DNS answers of a capture, and takes the names of all addresses that have none yet; gives how many. Tells how
 * far it is, from 0 to 1. Rejects as reading packets does.
 */
export async function takeDnsNames(
  capture: Capture,
  signal: AbortSignal,
  onProgress: (share: number) => void,
): Promise<number> {
  const rows = dnsRows(capture);
  const found = new Map<string, string>();
  for (let at = 0; at < rows.length && !signal.aborted; at += AT_ONCE) {
    const packets = await readPackets(capture, rows.slice(at, at + AT_ONCE));
    for (const { details } of packets) {
      for (const { address, name } of dnsAnswers(details.layers)) found.set(address, name);
    }
    onProgress(Math.min(1, (at + AT_ONCE) / rows.length));
  }
  if (signal.aborted || state().capture?.job !== capture.job) return 0;
  const known = new Set([...fileNames(state()).keys(), ...state().markup.names.keys()]);
  return takeNames([...found].flatMap(([address, name]) => (known.has(address) ? [] : [{ address, name }])));
}

/** Packets that come from a port of name servers, with something in them. */
function dnsRows({ packets }: Capture): number[] {
  const rows: number[] = [];
  let before = 0;
  for (const { length, kind, sourcePort, payloadLength } of packets.chunks) {
    for (let i = 0; i < length; i++) {
      const isCarrier = kind[i] === KIND_UDP || kind[i] === KIND_TCP;
      if (isCarrier && payloadLength[i]! > 0 && DNS_PORTS.has(sourcePort[i]!)) rows.push(before + i);
    }
    before += length;
  }
  return rows;
}
