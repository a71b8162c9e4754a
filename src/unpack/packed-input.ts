/** The compressed file as its unpacker reads it: one byte after the other, in pieces, each piece asked for when needed. */
import type { ByteSource } from "../core/capture/read-capture.ts";

/** Bytes read at once. */
const PIECE = 4 * 1024 * 1024;

export class PackedInput {
  private readonly source: ByteSource;
  private piece: Uint8Array = new Uint8Array(0);
  /** Place in `piece` of the next byte. */
  private at = 0;
  private taken = 0;

  constructor(source: ByteSource) {
    this.source = source;
  }

  /** Place in the file of the next byte that will be taken. */
  get position(): number {
    return this.taken;
  }

  /** Bytes of the file, as it said when it was opened. */
  get size(): number {
    return this.source.size;
  }

  /** Takes what is at hand, one byte at least; no byte means that the file ends. Good until the call after the next. */
  async takeAny(): Promise<Uint8Array> {
    if (this.at === this.piece.length) await this.readPiece();
    const bytes = this.piece.subarray(this.at);
    this.move(bytes.length);
    return bytes;
  }

  /** Takes `length` bytes, or fewer where the file ends. Good until the call after the next. */
  async take(length: number): Promise<Uint8Array> {
    const atHand = this.piece.subarray(this.at, this.at + length);
    if (atHand.length === length) {
      this.move(length);
      return atHand;
    }
    const joined = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const more = await this.takeAny();
      if (more.length === 0) break;
      const used = more.subarray(0, length - filled);
      this.giveBack(more.length - used.length);
      joined.set(used, filled);
      filled += used.length;
    }
    return joined.subarray(0, filled);
  }

  /** Gives back the last `count` bytes of what `takeAny` gave: they are taken again. */
  giveBack(count: number): void {
    this.move(-count);
  }

  private move(count: number): void {
    this.at += count;
    this.taken += count;
  }

  private async readPiece(): Promise<void> {
    const read = await this.source.read(this.taken, Math.min(this.taken + PIECE, this.source.size));
    this.piece = read instanceof Uint8Array ? read : new Uint8Array(read);
    this.at = 0;
  }
}
