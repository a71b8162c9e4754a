/**
 * Puts bytes into the compressions that are undone here, as their formats allow it without compressing: pieces as they
 * are, with lengths and checksums around them. What compressors make of captures comes from captures that are.
 */
import { gzipSync } from "node:zlib";
import { XxHash32 } from "../../unpack/xxhash32.ts";
import { XxHash64 } from "../../unpack/xxhash64.ts";

/** Bytes of a piece at most; less than all three formats allow. */
const MOST_PIECE = 4000;

/** Makes a compressed file of bytes. */
export type Pack = (bytes: Uint8Array) => Uint8Array;

/** One for each compression, and gzip's of several members. */
export const PACKS: readonly Pack[] = [
  (bytes) => gzipSync(bytes),
  (bytes) => Buffer.concat(pieces(bytes).map((piece) => gzipSync(piece, { level: 1 }))),
  lz4,
  zstandard,
];

function pieces(bytes: Uint8Array): Uint8Array[] {
  const count = Math.ceil(bytes.length / MOST_PIECE);
  return Array.from({ length: count }, (_, n) => bytes.subarray(n * MOST_PIECE, (n + 1) * MOST_PIECE));
}

/** LZ4's frame (lz4_Frame_format.md): blocks that are stored and blocks of literals, in turn; a checksum of all. */
function lz4(bytes: Uint8Array): Uint8Array {
  const flags = Uint8Array.of(0x64, 0x40);
  const header = (new XxHash32().update(flags).digest() >>> 8) & 0xff;
  const blocks = pieces(bytes).flatMap((piece, n) => {
    const literals = asLiterals(piece);
    return n % 2 === 0 ? [uint32(piece.length + 0x8000_0000), piece] : [uint32(literals.length), literals];
  });
  const checksum = uint32(new XxHash32().update(bytes).digest());
  return Buffer.concat([uint32(0x184d2204), flags, Uint8Array.of(header), ...blocks, uint32(0), checksum]);
}

/** One sequence without a copy: a token, further bytes of the length, the literals (lz4_Block_format.md). */
function asLiterals(piece: Uint8Array): Uint8Array {
  if (piece.length < 15) return Uint8Array.of(piece.length << 4, ...piece);
  const rest = piece.length - 15;
  const lengths = [...new Array<number>(Math.floor(rest / 255)).fill(255), rest % 255];
  return Uint8Array.of(0xf0, ...lengths, ...piece);
}

/** A Zstandard frame of raw blocks with a checksum (RFC 8878 §3.1.1). */
function zstandard(bytes: Uint8Array): Uint8Array {
  const RAW = 0;
  const blocks = pieces(bytes).flatMap((piece) => [uint32((piece.length << 3) | (RAW << 1)).subarray(0, 3), piece]);
  const last = Uint8Array.of(1, 0, 0);
  const checksum = uint32(new XxHash64().update(bytes).digestLower());
  // A checksum follows, the window is 1 MiB.
  return Buffer.concat([uint32(0xfd2fb528), Uint8Array.of(0x04, 0x50), ...blocks, last, checksum]);
}

function uint32(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, value >>> 0, true);
  return new Uint8Array(view.buffer);
}
