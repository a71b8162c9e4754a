/**
 * Blocks of pcapng as bytes, in either byte order: draft-ietf-opsawg-pcapng §3.1. What is in them is the matter of the
 * files beside this one.
 */
import { utf8Bytes } from "../base/text.ts";

export type Bytes = Uint8Array<ArrayBuffer>;

/** Longest value that an option or a record of names can have, in bytes: its length takes sixteen bits. */
export const MOST_VALUE = 0xffff;

/** Bytes of a block besides its body: type and length before it, the length again behind it. */
export const BLOCK_FRAME = 12;

/** Rounded up to the four bytes to which everything in a block is aligned. */
export const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** The pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Bytes {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** A block whose body is a multiple of four bytes long. */
export function block(type: number, body: Uint8Array, littleEndian: boolean): Bytes {
  const length = body.length + BLOCK_FRAME;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, type, littleEndian);
  view.setUint32(4, length, littleEndian);
  bytes.set(body, 8);
  view.setUint32(length - 4, length, littleEndian);
  return bytes;
}

/** An option, or a record of a name resolution block, which is built alike. Throws for more than MOST_VALUE bytes. */
export function option(code: number, value: Uint8Array, littleEndian: boolean): Bytes {
  if (value.length > MOST_VALUE) throw new RangeError(`${value.length} bytes are too many for an option`);
  const bytes = new Uint8Array(4 + padded(value.length));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, code, littleEndian);
  view.setUint16(2, value.length, littleEndian);
  bytes.set(value, 4);
  return bytes;
}

/** An option that is a text. */
export function textOption(code: number, text: string, littleEndian: boolean): Bytes {
  return option(code, utf8Bytes(text), littleEndian);
}

/** Options with their end behind them; nothing where there are none. */
export function options(all: readonly Uint8Array[]): Bytes {
  return all.length === 0 ? new Uint8Array(0) : joined([...all, new Uint8Array(4)]);
}
