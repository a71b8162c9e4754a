/**
 * Zstandard, RFC 8878. Frames, blocks and checksums are read here, so that damage is found where it is; what is in a
 * block is fzstd's.
 */
import { Decompress } from "fzstd";
import type { PackedInput } from "./packed-input.ts";
import { isSkippable, skipFrame, uint32 } from "./skippable.ts";
import type { PackingFault } from "./unpacker.ts";
import { XxHash64 } from "./xxhash64.ts";
import { hasEndlessWeights } from "./zstd-weights.ts";

const MAGIC = 0xfd2fb528;
/** Most bytes of a block, packed or not. */
const MOST_BLOCK = 128 * 1024;
/** Most bytes that a frame may refer back to: what zstd itself takes unless it is told to take more. */
const MOST_WINDOW = 128 * 1024 * 1024;
const CHECKSUM_LENGTH = 4;

const CUT: PackingFault = { kind: "cut" };

/** Undoes Zstandard; see `Unpack`. */
export async function* unpackZstd(input: PackedInput): AsyncGenerator<Uint8Array, PackingFault | null, undefined> {
  for (;;) {
    const offset = input.position;
    const head = (await input.take(4)).slice();
    if (head.length === 0) return null;
    if (head.length < 4) return CUT;
    const magic = uint32(head, 0);
    if (isSkippable(magic)) {
      if (!(await skipFrame(input))) return CUT;
      continue;
    }
    if (magic !== MAGIC) return { kind: "bad", offset, part: "rest" };
    const frame = await readHeader(input, head, offset);
    const fault = "kind" in frame ? frame : yield* unpackBlocks(input, frame);
    if (fault) return fault;
  }
}

interface Frame {
  /** The whole header, from the magic number on. */
  readonly header: Uint8Array;
  readonly checksum: boolean;
  /** Most bytes of one of its blocks. */
  readonly mostBlock: number;
}

/** Lengths of the fields for a dictionary's number and for the content's size, by their codes of two bits. */
const DICTIONARY_LENGTHS: readonly number[] = [0, 1, 2, 4];
const SIZE_LENGTHS: readonly number[] = [0, 2, 4, 8];

/** Reads what follows the magic number, `head`, which stands at `offset`. */
async function readHeader(input: PackedInput, head: Uint8Array, offset: number): Promise<Frame | PackingFault> {
  const [descriptor] = await input.take(1);
  if (descriptor === undefined) return CUT;
  if (descriptor & 8) return { kind: "bad", offset, part: "header" };
  const isSingle = (descriptor & 0x20) !== 0;
  const dictionaryLength = DICTIONARY_LENGTHS[descriptor & 3]!; // two bits, four entries
  const sizeLength = SIZE_LENGTHS[descriptor >> 6]! || (isSingle ? 1 : 0); // likewise
  const length = (isSingle ? 0 : 1) + dictionaryLength + sizeLength;
  const fields = await input.take(length);
  if (fields.length < length) return CUT;
  const dictionary = fields.subarray(isSingle ? 0 : 1, length - sizeLength);
  if (dictionary.some((byte) => byte !== 0)) return { kind: "unsupported", offset, what: "Zstandard dictionary" };
  const window = isSingle ? sizeOf(fields.subarray(dictionaryLength)) : windowOf(fields[0]!); // length is 1 at least
  if (window > MOST_WINDOW) {
    return { kind: "unsupported", offset, what: "Zstandard window of more than 128 MiB" };
  }
  const header = new Uint8Array(head.length + 1 + length);
  header.set(head);
  header[head.length] = descriptor;
  header.set(fields, head.length + 1);
  return { header, checksum: (descriptor & 4) !== 0, mostBlock: Math.min(window, MOST_BLOCK) };
}

/** RFC 8878 §3.1.1.1.2: an exponent of five bits, a mantissa of three. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

/** RFC 8878 §3.1.1.1.4: little-endian; of two bytes it counts from 256. */
function sizeOf(field: Uint8Array): number {
  const size = field.reduceRight((upper, byte) => upper * 256 + byte, 0);
  return field.length === 2 ? size + 256 : size;
}

const RUN = 1;
const COMPRESSED = 2;
const RESERVED = 3;

async function* unpackBlocks(
  input: PackedInput,
  { header, checksum, mostBlock }: Frame,
): AsyncGenerator<Uint8Array, PackingFault | null, undefined> {
  const hash = checksum ? new XxHash64() : null;
  let pieces: Uint8Array[] = [];
  const decompress = new Decompress((piece) => pieces.push(piece));
  decompress.push(header);
  for (let isLast = false; !isLast; ) {
    const offset = input.position;
    const field = await input.take(3);
    if (field.length < 3) return CUT;
    const [low = 0, middle = 0, high = 0] = field;
    isLast = (low & 1) !== 0;
    const type = (low >> 1) & 3;
    const length = (low >> 3) | (middle << 5) | (high << 13);
    if (type === RESERVED || length > mostBlock) return { kind: "bad", offset, part: "data" };
    const content = await input.take(type === RUN ? 1 : length);
    if (content.length < (type === RUN ? 1 : length)) return CUT;
    const isEndless = type === COMPRESSED && hasEndlessWeights(content);
    const isGood = !isEndless && feed(decompress, field, isLast ? withRoom(content, checksum) : content, isLast);
    for (const piece of pieces) {
      hash?.update(piece);
      yield piece;
    }
    pieces = [];
    if (!isGood) return { kind: "bad", offset, part: "data" };
  }
  return hash ? verify(input, hash) : null;
}

/** Feeds one block; false when it cannot be right. Header and content come apart: fed together they would be kept. */
function feed(decompress: Decompress, field: Uint8Array, content: Uint8Array, isLast: boolean): boolean {
  try {
    decompress.push(field);
    decompress.push(content, isLast);
    return true;
  } catch {
    return false; // fzstd's own errors, and those of reading or writing outside its buffers
  }
}

/** A frame's last block, and room for the checksum, which fzstd expects but does not verify. */
function withRoom(content: Uint8Array, checksum: boolean): Uint8Array {
  const roomy = new Uint8Array(content.length + (checksum ? CHECKSUM_LENGTH : 0));
  roomy.set(content);
  return roomy;
}

/** Compares the checksum that follows with what was unpacked. */
async function verify(input: PackedInput, hash: XxHash64): Promise<PackingFault | null> {
  const offset = input.position;
  const field = await input.take(CHECKSUM_LENGTH);
  if (field.length < CHECKSUM_LENGTH) return CUT;
  return uint32(field, 0) === hash.digestLower() ? null : { kind: "bad", offset, part: "checksum" };
}
