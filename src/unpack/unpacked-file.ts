/**
 * A compressed file as if it were not: it is unpacked as far as somebody reads, into a Blob, so that any part of it can
 * be read again. What was unpacked last stays at hand besides: a slice of a Blob is a copy, and copies take of the room
 * that a browser has for Blobs.
 */
import type { ByteSource } from "../core/capture/read-capture.ts";
import type { PackedInput } from "./packed-input.ts";
import type { PackingFault } from "./unpacker.ts";

/** What is asked before a file grows on. */
export interface Growth {
  /** Bytes that it is larger than, and bytes of the compressed file. */
  readonly unpacked: number;
  readonly packed: number;
}

/** When unpacking stops and asks: beyond `bytes` and beyond `times` the compressed file's size. */
export interface GrowthLimits {
  readonly bytes: number;
  readonly times: number;
}

/** Whom unpacking asks. */
export interface UnpackControl {
  /** Asked between pieces. */
  readonly cancelled?: () => boolean;
  /** Asked at the limits, and again whenever the size has doubled since. */
  readonly mayGrow: (growth: Growth) => Promise<boolean>;
}

/** Bytes gathered before they become part of a Blob. */
const PART = 4 * 1024 * 1024;
/** Bytes that stay at hand: several times what a reader asks for at once. */
const AT_HAND = 32 * 1024 * 1024;

/** Bytes at hand, by their place in the unpacked file. */
interface Piece {
  readonly from: number;
  readonly bytes: Uint8Array;
}

/** Why there is no more to read, where the compressed file does not simply end. */
export type UnpackingEnd =
  | PackingFault
  | { readonly kind: "cancelled" }
  /** It grew to more than `unpacked` bytes, and was not to. */
  | { readonly kind: "refused"; readonly unpacked: number }
  /** There was room for so many bytes. */
  | { readonly kind: "full"; readonly unpacked: number };

export class UnpackedFile implements ByteSource {
  /** Not known before the end: a read that brings less than was asked for tells it. */
  readonly size = Number.POSITIVE_INFINITY;
  private readonly input: PackedInput;
  private readonly pieces: AsyncGenerator<Uint8Array, PackingFault | null, undefined>;
  private readonly control: UnpackControl;
  private readonly parts: Blob[] = [];
  private readonly atHand: Piece[] = [];
  /** What is being filled: up to `filled`, and up to `kept` it is part of the Blob and at hand. */
  private buffer = new Uint8Array(PART);
  private filled = 0;
  private kept = 0;
  private unpackedLength = 0;
  private askAt: number;
  private ended = false;
  private problem: UnpackingEnd | null = null;
  /** The read at hand: a second one waits for it. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    input: PackedInput,
    pieces: AsyncGenerator<Uint8Array, PackingFault | null, undefined>,
    control: UnpackControl,
    limits: GrowthLimits,
  ) {
    this.input = input;
    this.pieces = pieces;
    this.control = control;
    this.askAt = Math.max(limits.bytes, limits.times * input.size);
  }

  /** All that was unpacked before the last read ended. A later Blob begins with the same bytes. */
  get contents(): Blob {
    return new Blob(this.parts);
  }

  /** Bytes of the compressed file that were taken so far. */
  get position(): number {
    return this.input.position;
  }

  /** Bytes unpacked so far. */
  get length(): number {
    return this.unpackedLength;
  }

  /** What ended the unpacking early; null while it goes on, and when it reached its end. */
  get fault(): UnpackingEnd | null {
    return this.problem;
  }

  read(from: number, to: number): Promise<ArrayBuffer | Uint8Array> {
    const read = this.turn.then(() => this.readNow(from, to));
    this.turn = read.catch(() => {}); // whoever asked for it meets its error
    return read;
  }

  private async readNow(from: number, to: number): Promise<ArrayBuffer | Uint8Array> {
    while (this.unpackedLength < to && !this.ended) await this.unpackMore();
    await this.keep();
    const oldest = this.atHand[0]?.from ?? 0;
    return from < oldest ? this.contents.slice(from, to).arrayBuffer() : this.copyAtHand(from, to);
  }

  private copyAtHand(from: number, to: number): Uint8Array {
    const copy = new Uint8Array(Math.max(0, Math.min(to, this.unpackedLength) - from));
    for (const piece of this.atHand) {
      const wanted = piece.bytes.subarray(Math.max(0, from - piece.from), Math.max(0, to - piece.from));
      if (wanted.length > 0) copy.set(wanted, Math.max(0, piece.from - from));
    }
    return copy;
  }

  private async unpackMore(): Promise<void> {
    const { value, done } = await this.pieces.next();
    if (done) {
      this.end(value);
      return;
    }
    await this.gather(value);
    if (this.control.cancelled?.()) this.end({ kind: "cancelled" });
    else if (this.unpackedLength > this.askAt) await this.ask();
  }

  private async ask(): Promise<void> {
    const growth: Growth = { unpacked: this.askAt, packed: this.input.size };
    this.askAt *= 2;
    if (!(await this.control.mayGrow(growth))) this.end({ kind: "refused", unpacked: growth.unpacked });
  }

  private end(problem: UnpackingEnd | null): void {
    this.ended = true;
    this.problem = problem;
  }

  private async gather(piece: Uint8Array): Promise<void> {
    for (let at = 0; at < piece.length && !this.ended; ) {
      const some = piece.subarray(at, at + PART - this.filled);
      this.buffer.set(some, this.filled);
      this.filled += some.length;
      this.unpackedLength += some.length;
      at += some.length;
      if (this.filled < PART) continue;
      await this.keep();
      this.buffer = new Uint8Array(PART);
      this.filled = 0;
      this.kept = 0;
    }
  }

  /** Makes what was gathered part of the Blob, if there is room for it. */
  private async keep(): Promise<void> {
    const bytes = this.buffer.subarray(this.kept, this.filled);
    if (bytes.length === 0) return;
    this.kept = this.filled;
    const part = new Blob([bytes]);
    const from = this.unpackedLength - bytes.length;
    if (await isReadable(part)) {
      this.parts.push(part);
      this.putAtHand({ from, bytes });
      return;
    }
    this.unpackedLength = from;
    this.end({ kind: "full", unpacked: from });
  }

  private putAtHand(piece: Piece): void {
    this.atHand.push(piece);
    while (this.atHand[0]!.from + this.atHand[0]!.bytes.length <= this.unpackedLength - AT_HAND) this.atHand.shift();
  }
}

/** A Blob that a browser has no room for is made all the same, and cannot be read. */
async function isReadable(blob: Blob): Promise<boolean> {
  try {
    await blob.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}
