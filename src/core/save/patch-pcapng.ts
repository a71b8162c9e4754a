/**
 * A pcapng file with comments changed and names added: only the blocks concerned are written anew, and all between them
 * is taken from the file as it stands, unread. That keeps what is not known here, and costs nothing at any size.
 *
 * It is for files of one section; rewrite-pcapng.ts takes all others.
 */

import type { NamedAddress } from "../capture/notes.ts";
import { BLOCK_LENGTH_AT, optionBounds } from "../capture/packet-comments.ts";
import { isLittleEndian } from "../capture/pcapng.ts";
import type { ByteSource } from "../capture/read-capture.ts";
import { joined } from "./block-bytes.ts";
import { type CommentEdit, editedOptions } from "./comment-edit.ts";
import { nameBlocks } from "./names-block.ts";
import type { Piece } from "./piece.ts";

/** Bytes of an enhanced or obsolete packet block before the packet's own; of all others that are packets. */
const PACKET_AT = 28;
const BARE_PACKET_AT = 12;
/** Fixed part of a section header block, and where in it stands how long the section is: 2^64 - 1 for not said. */
const SECTION_FIXED = 24;
const SECTION_LENGTH_AT = 16;

/** A packet of the file. */
export interface PlacedPacket {
  /** Position of its first byte. */
  readonly fileOffset: number;
  readonly capturedLength: number;
  /** False for simple packets and custom blocks, which have no room for comments. */
  readonly hasTime: boolean;
}

/** What changes. */
export interface PcapngPatch {
  /** Packets in the order of the file. Those without a time are passed over. */
  readonly comments: readonly { readonly packet: PlacedPacket; readonly edit: CommentEdit }[];
  /** Names that hold from the beginning on, and those that must overrule names further on in the file. */
  readonly names: readonly NamedAddress[];
  readonly overruling: readonly NamedAddress[];
  /** The last packet to be kept, with which the file then ends; null keeps all. */
  readonly last: PlacedPacket | null;
}

/** The patched file. Rejects when the source does. */
export async function patchPcapng(source: ByteSource, patch: PcapngPatch): Promise<readonly Piece[]> {
  const littleEndian = isLittleEndian(await read(source, 0, SECTION_FIXED));
  const end = patch.last ? await blockEnd(source, patch.last, littleEndian) : source.size;
  const header = await sectionHeader(source, littleEndian);
  const pieces: Piece[] = [header, ...nameBlocks(patch.names, littleEndian)];
  let at = header.length;
  for (const { packet, edit } of patch.comments) {
    if (!packet.hasTime) continue;
    const edited = await editedPacket(source, packet, edit, littleEndian);
    pieces.push({ from: at, to: packet.fileOffset - PACKET_AT }, ...edited.pieces);
    at = edited.end;
  }
  pieces.push({ from: at, to: end });
  pieces.push(...nameBlocks(patch.overruling, littleEndian));
  return pieces;
}

/** The file's first block, in which the section is now as long as it turns out to be. */
async function sectionHeader(source: ByteSource, littleEndian: boolean): Promise<Uint8Array<ArrayBuffer>> {
  const length = (await read(source, 0, SECTION_FIXED)).getUint32(4, littleEndian);
  const { buffer, byteOffset } = await read(source, 0, Math.ceil(length / 4) * 4);
  const bytes = new Uint8Array(length);
  bytes.set(new Uint8Array(buffer, byteOffset, length));
  bytes.fill(0xff, SECTION_LENGTH_AT, SECTION_LENGTH_AT + 8);
  return bytes;
}

/** A packet's block with its options edited, and where the old one ends. */
async function editedPacket(source: ByteSource, packet: PlacedPacket, edit: CommentEdit, littleEndian: boolean) {
  const { fileOffset, capturedLength } = packet;
  const head = await read(source, fileOffset - PACKET_AT, fileOffset);
  const { from, to } = optionBounds(head.getUint32(PACKET_AT + BLOCK_LENGTH_AT, littleEndian), capturedLength);
  const view = await read(source, fileOffset + from, fileOffset + to);
  const options = editedOptions({ view, from: 0, end: to - from, littleEndian }, edit, littleEndian);
  const length = PACKET_AT + from + options.length + 4;
  const begin = new Uint8Array(PACKET_AT);
  begin.set(new Uint8Array(head.buffer, head.byteOffset, PACKET_AT));
  new DataView(begin.buffer).setUint32(4, length, littleEndian);
  const trailer = new Uint8Array(4);
  new DataView(trailer.buffer).setUint32(0, length, littleEndian);
  const pieces: Piece[] = [begin, { from: fileOffset, to: fileOffset + from }, joined([options, trailer])];
  return { pieces, end: fileOffset + to + 4 };
}

/** Where a packet's block ends. */
async function blockEnd(source: ByteSource, packet: PlacedPacket, littleEndian: boolean): Promise<number> {
  const at = packet.fileOffset - (packet.hasTime ? PACKET_AT : BARE_PACKET_AT);
  const length = (await read(source, at, at + 8)).getUint32(4, littleEndian);
  return at + Math.ceil(length / 4) * 4;
}

async function read(source: ByteSource, from: number, to: number): Promise<DataView> {
  const bytes = await source.read(from, to);
  return bytes instanceof Uint8Array
    ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : new DataView(bytes);
}
