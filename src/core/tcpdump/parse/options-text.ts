/** TCP options from tcpdump's words to bytes: the other way of print/tcp-options.ts. */
import { bytesOfHex } from "./hex-bytes.ts";
import { readMultipath } from "./multipath-bytes.ts";
import type { Scanner } from "./scanner.ts";

/** The bytes so far, and where in them edges of SACK blocks stand. */
interface Options {
  readonly bytes: number[];
  readonly sackEdges: number[];
}

const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

/** An option of a kind, with its length. */
const option = (kind: number, values: readonly number[]): number[] => [kind, values.length + 2, ...values];

/** How each kind is written, and its bytes. The longer words stand before those that they begin with. */
const READERS: readonly (readonly [pattern: RegExp, bytes: (groups: readonly string[]) => number[]])[] = [
  [/nop/y, () => [1]],
  [/eol/y, () => [0]],
  [/mss (\d+)/y, ([mss]) => option(2, u16(Number(mss)))],
  [/wscale (\d+)/y, ([shift]) => option(3, [Number(shift)])],
  [/sackOK/y, () => option(4, [])],
  [/TS val (\d+) ecr (\d+)/y, ([value, echo]) => option(8, [...u32(Number(value)), ...u32(Number(echo))])],
  [/echoreply (\d+)/y, ([value]) => option(7, u32(Number(value)))],
  [/echo (\d+)/y, ([value]) => option(6, u32(Number(value)))],
  [/ccnew (\d+)/y, ([value]) => option(12, u32(Number(value)))],
  [/cc (\d+)/y, ([value]) => option(11, u32(Number(value)))],
  [/ (\d+)/y, ([value]) => option(13, u32(Number(value)))],
  [/md5 (?:[^,\]]*, can't check - )?([0-9a-f]{32})/y, ([digest]) => option(19, bytesOfHex(digest!))],
  [/scps cap ([0-9a-f]{2}) id (\d+)/y, ([cap, id]) => option(20, [Number.parseInt(cap!, 16), Number(id)])],
  [/uto 0x([0-9a-f]+) \d+/y, ([value]) => option(28, u16(Number.parseInt(value!, 16)))],
  [
    /tcp-ao keyid (\d+) rnextkeyid (\d+)(?: mac 0x([0-9a-f]*))?/y,
    ([key, next, mac = ""]) => option(29, [Number(key), Number(next), ...bytesOfHex(mac)]),
  ],
  [/tfo {1,2}cookiereq/y, () => option(34, [])],
  [/tfo {1,2}cookie ([0-9a-f]+)/y, ([cookie]) => option(34, bytesOfHex(cookie!))],
  [/exp-tfo cookiereq/y, () => option(254, [0xf9, 0x89])],
  [/exp-tfo cookie ([0-9a-f]+)/y, ([cookie]) => option(254, [0xf9, 0x89, ...bytesOfHex(cookie!)])],
  [/unknown-(\d+)(?: 0x([0-9a-f]*))?/y, ([kind, data = ""]) => option(Number(kind), bytesOfHex(data))],
];

const SACK = /sack (\d+) ((?:\{\d+:\d+\})+)/y;

/** Reads the list behind `options [` up to its bracket. */
export function readOptions(scanner: Scanner): Options {
  const options: Options = { bytes: [], sackEdges: [] };
  do readOption(scanner, options);
  while (scanner.match(/, ?/y));
  scanner.need(/\]/y, "option");
  // The header is a multiple of four bytes long; behind the end of the list it is filled with zeros (RFC 9293 §3.1).
  while (options.bytes.length % 4 !== 0) options.bytes.push(0);
  return options;
}

function readOption(scanner: Scanner, options: Options): void {
  const sack = scanner.match(SACK);
  if (sack) return addSack(options, sack[2]!);
  const multipath = readMultipath(scanner);
  if (multipath) {
    options.bytes.push(...multipath);
    return;
  }
  for (const [pattern, bytes] of READERS) {
    const found = scanner.match(pattern);
    if (!found) continue;
    options.bytes.push(...bytes(found.slice(1)));
    return;
  }
  scanner.fail("option");
}

function addSack({ bytes, sackEdges }: Options, blocks: string): void {
  const edges = Array.from(blocks.matchAll(/\d+/g), ([edge]) => Number(edge));
  const at = bytes.length + 2;
  bytes.push(...option(5, edges.flatMap(u32)));
  for (const index of edges.keys()) sackEdges.push(at + 4 * index);
}
