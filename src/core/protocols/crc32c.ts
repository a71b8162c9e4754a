/** CRC-32C, the checksum of SCTP (RFC 9260, appendix A): Castagnoli's polynomial, bits reflected. */

const POLYNOMIAL = 0x82f63b78;

/** The remainder of each byte; made when the first checksum is asked for. */
let table: Uint32Array | null = null;

function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ POLYNOMIAL : rest >>> 1;
    return rest;
  });
}

/** CRC-32C of the bytes `from` .. `to` (exclusive), those at `zeroAt` and the three behind it counted as 0; unsigned. */
export function crc32c(view: DataView, from: number, to: number, zeroAt = -1): number {
  table ??= makeTable();
  let rest = 0xffffffff;
  for (let at = from; at < to; at++) {
    const byte = zeroAt >= 0 && at >= zeroAt && at < zeroAt + 4 ? 0 : view.getUint8(at);
    rest = (rest >>> 8) ^ table[(rest ^ byte) & 0xff]!; // of 256
  }
  return ~rest >>> 0;
}
