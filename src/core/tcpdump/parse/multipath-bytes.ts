/**
 * The option of Multipath TCP from tcpdump's words to bytes: the other way of print/tcp-multipath.ts. Bits that no word
 * tells are 0.
 */
import { addressBytes } from "../../base/parse-address.ts";
import { bytesOfHex } from "./hex-bytes.ts";
import type { Scanner } from "./scanner.ts";

const KIND = 30;
/** Subtypes (RFC 8684 §8). */
const CAPABLE = 0;
const JOIN = 1;
const SEQUENCE_SIGNAL = 2;
const ADD_ADDRESS = 3;
const REMOVE_ADDRESS = 4;
const PRIORITY = 5;
const FALLBACK = 6;
const FAST_CLOSE = 7;

/** Bits of the first two bytes behind the length. */
const CHECKSUMS = 0x80;
const DATA_FIN = 0x10;
const WIDE_SEQUENCE = 0x08;
const HAS_SEQUENCE = 0x04;
const WIDE_ACK = 0x02;
const HAS_ACK = 0x01;

/** The `length` lower bytes of a number, the highest first. */
function number(value: string | number, length: number): number[] {
  const digits = BigInt(value)
    .toString(16)
    .padStart(length * 2, "0");
  return bytesOfHex(digits.slice(-length * 2));
}

const hex = (digits: string | undefined, length: number): number[] => number(`0x${digits}`, length);
const flag = (word: string | undefined, bit: number): number => (word ? bit : 0);
type Groups = readonly (string | undefined)[];

/** How each subtype is written, and what stands behind the length. */
const READERS: readonly (readonly [pattern: RegExp, bytes: (groups: Groups, length: number) => number[]])[] = [
  [
    /capable v([01])( csum)?(?: \{0x([0-9a-f]+)(?:,0x([0-9a-f]+))?\})?/y,
    ([version, csum, own, other]) => [
      (CAPABLE << 4) | Number(version),
      flag(csum, CHECKSUMS) | 1,
      ...(own ? hex(own, 8) : []),
      ...(other ? hex(other, 8) : []),
    ],
  ],
  [/join hmac 0x([0-9a-f]{40})/y, ([hmac]) => [JOIN << 4, 0, ...bytesOfHex(hmac!)]],
  [
    /join( backup)? id (\d+) (token|hmac) 0x([0-9a-f]+) nonce 0x([0-9a-f]+)/y,
    ([backup, id, what, value, nonce]) => [
      (JOIN << 4) | flag(backup, 1),
      Number(id),
      ...hex(value, what === "token" ? 4 : 8),
      ...hex(nonce, 4),
    ],
  ],
  [/dss( fin)?(?: ack (\d+))?(?: seq (\d+) subseq (\d+) len (\d+)(?: csum 0x([0-9a-f]+))?)?/y, sequenceSignal],
  [
    /add-addr v(0-ip4|0-ip6|1|1-echo) id (\d+) (\S+?)(?::(\d+))?(?: hmac 0x([0-9a-f]+))?(?=[,\]])/y,
    ([kind, id, address, port, hmac], length) => addAddress(kind!, Number(id), address!, port, hmac, length),
  ],
  [
    /rem-addr id((?: \d+)+)/y,
    ([ids]) => [REMOVE_ADDRESS << 4, ...Array.from(ids!.matchAll(/\d+/g), ([id]) => Number(id))],
  ],
  [
    /prio (non-)?backup(?: id (\d+))?/y,
    ([not, id]) => [(PRIORITY << 4) | (not ? 0 : 1), ...(id === undefined ? [] : [Number(id)])],
  ],
  [/fail seq (\d+)/y, ([seq]) => [FALLBACK << 4, 0, ...number(seq!, 8)]],
  [/fast-close key 0x([0-9a-f]+)/y, ([key]) => [FAST_CLOSE << 4, 0, ...hex(key, 8)]],
];

/** Lengths tell how wide the two numbers are: of both widths the narrower for the acknowledgment first. */
function sequenceSignal([fin, ack, seq, subflow, dataLength, checksum]: Groups, length: number): number[] {
  const rest = length - 4 - (seq === undefined ? 0 : 6) - (checksum === undefined ? 0 : 2);
  const widths = [4, 8].flatMap((ackWidth) => [4, 8].map((seqWidth) => [ackWidth, seqWidth] as const));
  const fits = ([ackWidth, seqWidth]: readonly [number, number]) =>
    rest === (ack === undefined ? 0 : ackWidth) + (seq === undefined ? 0 : seqWidth) &&
    Number(ack ?? 0) < 2 ** (8 * ackWidth) &&
    Number(seq ?? 0) < 2 ** (8 * seqWidth);
  const [ackWidth, seqWidth] = widths.find(fits) ?? [4, 4];
  const flags =
    flag(fin, DATA_FIN) |
    (ack === undefined ? 0 : HAS_ACK | (ackWidth === 8 ? WIDE_ACK : 0)) |
    (seq === undefined ? 0 : HAS_SEQUENCE | (seqWidth === 8 ? WIDE_SEQUENCE : 0));
  return [
    SEQUENCE_SIGNAL << 4,
    flags,
    ...(ack === undefined ? [] : number(ack, ackWidth)),
    ...(seq === undefined ? [] : [...number(seq, seqWidth), ...number(subflow!, 4), ...number(dataLength!, 2)]),
    ...(checksum === undefined ? [] : hex(checksum, 2)),
  ];
}

/** An IPv6 address has its port behind a colon too: the length tells whether the last group is one. */
function addAddress(
  kind: string,
  id: number,
  written: string,
  port: string | undefined,
  hmac: string | undefined,
  length: number,
): number[] {
  const hasPort = length % 4 === 2;
  const text = port !== undefined && !hasPort ? `${written}:${port}` : written;
  const low = kind === "0-ip4" ? 4 : kind === "0-ip6" ? 6 : kind === "1-echo" ? 1 : 0;
  return [
    (ADD_ADDRESS << 4) | low,
    id,
    ...(addressBytes(text) ?? []),
    ...(hasPort ? number(port!, 2) : []),
    ...(hmac === undefined ? [] : hex(hmac, 8)),
  ];
}

const HEAD = /mptcp (\d+) /y;

/** The option's bytes; null where another option stands. */
export function readMultipath(scanner: Scanner): number[] | null {
  const head = scanner.match(HEAD);
  if (!head) return null;
  const length = Number(head[1]);
  for (const [pattern, bytes] of READERS) {
    const found = scanner.match(pattern);
    if (!found) continue;
    const values = bytes(found.slice(1), length);
    // An echo of an address may have a hash that no word shows, and others bytes behind them.
    while (values.length < length - 2) values.push(0);
    return [KIND, length, ...values.slice(0, length - 2)];
  }
  return scanner.fail("option");
}
