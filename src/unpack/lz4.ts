/**
 * LZ4's frame format, after lz4_Frame_format.md of the LZ4 project: a header, blocks, and checksums of both. Legacy
 * frames, which may stand among them, are lz4-legacy.ts's.
 *
 * Written here because the packages that read it without WebAssembly are no longer kept, take the whole file at once,
 * and verify no checksum.
 */
import { unpackBlock } from "./lz4-block.ts";
import { LEGACY_MAGIC, unpackLegacy } from "./lz4-legacy.ts";
import type { PackedInput } from "./packed-input.ts";
import { isSkippable, skipFrame, uint32 } from "./skippable.ts";
import type { PackingFault } from "./unpacker.ts";
import { XxHash32 } from "./xxhash32.ts";

const MAGIC = 0x184d2204;
/** How far back a copy may reach, into the block before too. */
const HISTORY = 65_536;
/** Longest block, bytes, by the four highest codes of three bits. */
const BLOCK_LENGTHS: readonly number[] = [0, 0, 0, 0, 65_536, 262_144, 1_048_576, 4_194_304];
/** In a block's length: the block is not compressed. */
const STORED = 0x8000_0000;

interface Frame {
  readonly blockLength: number;
  /** Copies stay within their block. */
  readonly independent: boolean;
  readonly blockChecksums: boolean;
  readonly checksum: boolean;
}

const CUT: PackingFault = { kind: "cut" };

/** Undoes LZ4; see `Unpack`. */
export async function* unpackLz4(input: PackedInput): AsyncGenerator<Uint8Array, PackingFault | null, undefined> {
  for (let next = await nextHead(input); next.head.length > 0; ) {
    const { offset, head } = next;
    if (head.length < 4) return CUT;
    const magic = uint32(head, 0);
    if (magic === LEGACY_MAGIC) {
      const end = yield* unpackLegacy(input);
      if (end.kind !== "next") return end;
      next = end;
      continue;
    }
    const fault = yield* unpackFrame(input, magic, offset);
    if (fault) return fault;
    next = await nextHead(input);
  }
  return null;
}

/** The four bytes that tell what comes next, or fewer where the file ends, and where they stand. */
async function nextHead(input: PackedInput) {
  const offset = input.position;
  return { offset, head: await input.take(4) };
}

/** Undoes a frame that ends where it says, behind its magic number at `offset`. */
async function* unpackFrame(
  input: PackedInput,
  magic: number,
  offset: number,
): AsyncGenerator<Uint8Array, PackingFault | null, undefined> {
  if (isSkippable(magic)) return (await skipFrame(input)) ? null : CUT;
  if (magic !== MAGIC) return { kind: "bad", offset, part: "rest" };
  const frame = await readHeader(input, offset);
  return "kind" in frame ? frame : yield* unpackBlocks(input, frame);
}

/** Reads the frame's descriptor, behind the magic number at `offset`. */
async function readHeader(input: PackedInput, offset: number): Promise<Frame | PackingFault> {
  const flagBytes = await input.take(2);
  const [flags = 0, lengths = 0] = flagBytes;
  if (flagBytes.length < 2) return CUT;
  const bad: PackingFault = { kind: "bad", offset, part: "header" };
  const blockLength = BLOCK_LENGTHS[(lengths >> 4) & 7]!; // three bits, eight entries
  if (flags >> 6 !== 1 || (flags & 2) !== 0 || (lengths & 0x8f) !== 0 || blockLength === 0) return bad;
  const optional = (flags & 8 ? 8 : 0) + (flags & 1 ? 4 : 0);
  const rest = await input.take(optional + 1);
  if (rest.length < optional + 1) return CUT;
  const hash = new XxHash32().update(flagBytes).update(rest.subarray(0, optional)).digest();
  if (rest[optional] !== ((hash >>> 8) & 0xff)) return bad;
  if (flags & 1) return { kind: "unsupported", offset, what: "LZ4 dictionary" };
  return {
    blockLength,
    independent: (flags & 0x20) !== 0,
    blockChecksums: (flags & 0x10) !== 0,
    checksum: (flags & 4) !== 0,
  };
}

async function* unpackBlocks(
  input: PackedInput,
  frame: Frame,
): AsyncGenerator<Uint8Array, PackingFault | null, undefined> {
  const target = new Uint8Array(HISTORY + frame.blockLength);
  const hash = frame.checksum ? new XxHash32() : null;
  let start = 0;
  for (;;) {
    const offset = input.position;
    const field = await input.take(4);
    if (field.length < 4) return CUT;
    const length = uint32(field, 0) & ~STORED;
    if (length === 0) break;
    if (length > frame.blockLength) return { kind: "bad", offset, part: "data" };
    const isStored = uint32(field, 0) >= STORED;
    const block = await input.take(length);
    const isCut = block.length < length;
    const { end, state } = isStored
      ? store(block, target, start)
      : unpackBlock(block, target, start, frame.independent ? start : 0);
    const blockHash = frame.blockChecksums ? new XxHash32().update(block).digest() : 0;
    const unpacked = target.subarray(start, end);
    hash?.update(unpacked);
    yield unpacked;
    if (isCut) return CUT;
    if (state !== "whole") return { kind: "bad", offset, part: "data" };
    const fault = frame.blockChecksums ? await verify(input, blockHash) : null;
    if (fault) return fault;
    // What copies may reach stands in front of the next block.
    start = Math.min(end, HISTORY);
    target.copyWithin(0, end - start, end);
  }
  return hash ? verify(input, hash.digest()) : null;
}

function store(block: Uint8Array, target: Uint8Array, start: number) {
  target.set(block, start);
  return { end: start + block.length, state: "whole" };
}

/** Compares the checksum that follows with the one that was counted. */
async function verify(input: PackedInput, counted: number): Promise<PackingFault | null> {
  const offset = input.position;
  const field = await input.take(4);
  if (field.length < 4) return CUT;
  return uint32(field, 0) === counted ? null : { kind: "bad", offset, part: "checksum" };
}
