/**
 * The option of Multipath TCP in tcpdump's words (RFC 6824, RFC 8684). What a subtype may hold is told by the option's
 * length and by the segment's flags, as tcpdump tells it; anything else ends the line.
 */
import { ipv4Text, ipv6Text } from "../../base/address.ts";
import { hexBytes } from "../../base/hex.ts";
import { ACK, SYN } from "../../protocols/tcp.ts";

/** An option: `at` is its third byte, which holds the subtype, `length` that of the whole, kind and length included. */
interface Option {
  readonly view: DataView;
  readonly at: number;
  readonly length: number;
  /** The segment's flags. */
  readonly flags: number;
}

/** The words behind the subtype's name; null for what cannot be read. */
type Say = (option: Option) => string | null;

const hex64 = (view: DataView, at: number): string => `0x${view.getBigUint64(at).toString(16)}`;
const hex32 = (view: DataView, at: number): string => `0x${view.getUint32(at).toString(16)}`;
const decimal64 = (view: DataView, at: number): string => String(view.getBigUint64(at));

/** By subtype: its name, and its words. */
const SUBTYPES: readonly (readonly [name: string, say: Say])[] = [
  ["capable", capable],
  ["join", join],
  ["dss", sequenceSignal],
  ["add-addr", addAddress],
  ["rem-addr", removeAddress],
  ["prio", priority],
  ["fail", ({ view, at, length }) => (length === 12 ? ` seq ${decimal64(view, at + 2)}` : null)],
  ["fast-close", ({ view, at, length }) => (length === 12 ? ` key ${hex64(view, at + 2)}` : null)],
];

/** The text behind `mptcp`, and whether it is all of the option. `at` is behind kind and length. */
export function multipathWords(view: DataView, at: number, valuesLength: number, flags: number) {
  const length = valuesLength + 2;
  if (length < 3) return { text: "", isWhole: false };
  const known = SUBTYPES[view.getUint8(at) >> 4];
  if (!known) return { text: ` ${length} unknown`, isWhole: true };
  const [name, say] = known;
  const words = say({ view, at, length, flags });
  return { text: ` ${length} ${name}${words ?? ""}`, isWhole: words !== null };
}

/** Checksums are wanted (RFC 8684 §3.1, flag A). */
const CHECKSUMS = 0x80;

function capable({ view, at, length, flags }: Option): string | null {
  const isOpening = (flags & SYN) !== 0;
  const opens = isOpening && (length === 4 || length === 12);
  const confirms = !isOpening && (flags & ACK) !== 0 && (length === 20 || length === 22);
  if (!opens && !confirms) return null;
  const version = view.getUint8(at) & 0x0f;
  if (version > 1) return ` Unknown Version (${version})`;
  const checksums = view.getUint8(at + 1) & CHECKSUMS ? " csum" : "";
  const keys = length === 4 ? "" : ` {${hex64(view, at + 2)}${confirms ? `,${hex64(view, at + 10)}` : ""}}`;
  return ` v${version}${checksums}${keys}`;
}

/** The path is for use when others fail. */
const BACKUP = 1;

function join({ view, at, length, flags }: Option): string | null {
  const isSyn = (flags & SYN) !== 0;
  const isAck = (flags & ACK) !== 0;
  if (length === 24 && isAck) return ` hmac 0x${hexBytes(view, at + 2, at + 22)}`;
  const backup = view.getUint8(at) & BACKUP ? " backup" : "";
  const id = ` id ${view.getUint8(at + 1)}`;
  if (length === 12 && isSyn) return `${backup}${id} token ${hex32(view, at + 2)} nonce ${hex32(view, at + 6)}`;
  if (length !== 16 || !isSyn || !isAck) return null;
  return `${backup}${id} hmac ${hex64(view, at + 2)} nonce ${hex32(view, at + 10)}`;
}

const DATA_FIN = 0x10;
const WIDE_SEQUENCE = 0x08;
const HAS_SEQUENCE = 0x04;
const WIDE_ACK = 0x02;
const HAS_ACK = 0x01;

function sequenceSignal({ view, at, length, flags: segmentFlags }: Option): string | null {
  if (segmentFlags & SYN) return null;
  const flags = view.getUint8(at + 1);
  let text = flags & DATA_FIN ? " fin" : "";
  let next = at + 2;
  const end = at + length - 2;
  const take = (bytes: number): number => {
    next += bytes;
    return next - bytes;
  };
  const number = (isWide: number) => (isWide ? decimal64(view, take(8)) : String(view.getUint32(take(4))));
  const ackLength = flags & HAS_ACK ? (flags & WIDE_ACK ? 8 : 4) : 0;
  const sequenceLength = flags & HAS_SEQUENCE ? (flags & WIDE_SEQUENCE ? 14 : 10) : 0;
  if (next + ackLength > end) return null;
  if (flags & HAS_ACK) text += ` ack ${number(flags & WIDE_ACK)}`;
  if (next + sequenceLength > end) return null;
  if (flags & HAS_SEQUENCE) {
    text += ` seq ${number(flags & WIDE_SEQUENCE)} subseq ${view.getUint32(take(4))} len ${view.getUint16(take(2))}`;
    if (end - next >= 2) text += ` csum 0x${view.getUint16(take(2)).toString(16)}`;
  }
  return next === end ? text : null;
}

/** Lengths with an IPv4 and with an IPv6 address, without and with a port; the second two have a hash behind it. */
const IPV4 = [8, 10, 16, 18];
const IPV6 = [20, 22, 28, 30];
const WITH_HASH = [16, 18, 28, 30];

/** The first version tells the address's kind, the second whether it is an echo (RFC 6824 §3.4.1, RFC 8684 §3.4.1). */
function addAddress({ view, at, length }: Option): string | null {
  const nibble = view.getUint8(at) & 0x0f;
  const isFirst = nibble === 4 || nibble === 6;
  const isIpv4 = isFirst ? nibble === 4 : IPV4.includes(length);
  if (!(isIpv4 ? IPV4 : IPV6).includes(length) || (isFirst && WITH_HASH.includes(length))) return null;
  const isEcho = !isFirst && (nibble & 1) === 1;
  const kind = isFirst ? `v0-ip${nibble}` : isEcho ? "v1-echo" : "v1";
  const address = isIpv4 ? ipv4Text(view, at + 2) : ipv6Text(view, at + 2);
  const addressEnd = at + 2 + (isIpv4 ? 4 : 16);
  const hasPort = length % 4 === 2;
  const port = hasPort ? `:${view.getUint16(addressEnd)}` : "";
  const hash = WITH_HASH.includes(length) && !isEcho ? ` hmac ${hex64(view, addressEnd + (hasPort ? 2 : 0))}` : "";
  return ` ${kind} id ${view.getUint8(at + 1)} ${address}${port}${hash}`;
}

function removeAddress({ view, at, length }: Option): string | null {
  if (length < 4) return null;
  let text = " id";
  for (let id = at + 1; id < at + length - 2; id++) text += ` ${view.getUint8(id)}`;
  return text;
}

function priority({ view, at, length }: Option): string | null {
  if (length !== 3 && length !== 4) return null;
  const kind = view.getUint8(at) & BACKUP ? " backup" : " non-backup";
  return kind + (length === 4 ? ` id ${view.getUint8(at + 1)}` : "");
}
