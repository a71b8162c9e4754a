/**
 * The Internet checksum, RFC 1071: sums of 16-bit words, and what TCP, UDP and ICMPv6 count in besides their own bytes,
 * the pseudo header. Knows bytes alone; who is checked, and what follows from it, is in checksum-verdict.ts.
 */
import type { NetworkPlace } from "./inspection.ts";

const WORD = 0x10000;

/** Sum of the bytes `from` .. `to` (exclusive) as words in network order, an odd last one filled up with 0; not folded. */
export function wordSum(view: DataView, from: number, to: number): number {
  let sum = 0;
  let at = from;
  for (; at + 1 < to; at += 2) sum += view.getUint16(at);
  return at < to ? sum + (view.getUint8(at) << 8) : sum;
}

/** A sum in one's complement: carries are added at the lower end until 16 bits are left (RFC 1071 §1). */
export function folded(sum: number): number {
  let rest = sum;
  while (rest >= WORD) rest = (rest % WORD) + Math.floor(rest / WORD);
  return rest;
}

/** The checksum of what has this sum. */
export const complement = (sum: number): number => ~folded(sum) & 0xffff;

/**
 * Sum of the pseudo header: both addresses, the protocol's number and its length in bytes, of IPv4 (RFC 9293 §3.1) as of
 * IPv6 (RFC 8200 §8.1). Where these stand in their words does not count, so the sum is the same.
 */
export function pseudoHeaderSum(network: NetworkPlace, protocol: number, length: number): number {
  const { view, sourceAt, destinationAt, addressLength } = network;
  const source = wordSum(view, sourceAt, sourceAt + addressLength);
  return source + wordSum(view, destinationAt, destinationAt + addressLength) + protocol + length;
}
