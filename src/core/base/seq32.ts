/** Arithmetic of 32-bit sequence numbers, which wrap (RFC 9293 §3.4). The only way to compare two of them. */

/**
 * How far `a` lies ahead of `b`, in bytes: negative when it lies behind. Exact while the two are less than 2^31 apart.
 */
export function seqDelta(a: number, b: number): number {
  return (a - b) | 0;
}

/** `seq + bytes`, wrapped to 0 .. 2^32 - 1. `bytes` may be negative. */
export function seqAdd(seq: number, bytes: number): number {
  return (seq + bytes) >>> 0;
}
