/**
 * A compressed file as if it were not: it is unpacked as far as somebody reads, into a Blob, so that any part of it can
 * be read again.
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

/** Why there is no more to read, where the compressed file does not simply end. */
export type UnpackingEnd =
  | PackingFault
  | { readonly kind: "cancelled" }
  /** It grew to more than `unpacked` bytes, and was not to. */
  | { readonly kind: "refused"; readonly unpacked: number };

export class UnpackedFile implements ByteSource {
  /** Not known before the end: a read that brings less than was asked for tells it. */
  readonly size = Number.POSITIVE_INFINITY;
  private readonly input: PackedInput;
  private readonly pieces: AsyncGenerator<Uint8Array, PackingFault | null, undefined>;
  private readonly control: UnpackControl;
  private readonly parts: Blob[] = [];
  private blob = new Blob();
  private readonly gathered = new Uint8Array(PART);
  private gatheredLength = 0;
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
    return this.blob;
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

  read(from: number, to: number): Promise<ArrayBuffer> {
    const read = this.turn.then(() => this.readNow(from, to));
    this.turn = read.catch(() => {}); // whoever asked for it meets its error
    return read;
  }

  private async readNow(from: number, to: number): Promise<ArrayBuffer> {
    while (this.unpackedLength < to && !this.ended) await this.unpackMore();
    this.flush();
    this.blob = new Blob(this.parts);
    return this.blob.slice(from, to).arrayBuffer();
  }

  private async unpackMore(): Promise<void> {
    const { value, done } = await this.pieces.next();
    if (done) {
      this.end(value);
      return;
    }
    this.gather(value);
    if (this.control.cancelled?.()) this.end({ kind: "cancelled" });
    else if (this.unpackedLength > this.askAt) await this.ask();
  }

  private async ask(): Promise<void> {
    const growth: Growth = { unpacked: this.askAt, packed: this.input.size };
    this.askAt = 2 * Math.max(this.askAt, this.unpackedLength);
    if (!(await this.control.mayGrow(growth))) this.end({ kind: "refused", unpacked: growth.unpacked });
  }

  private end(problem: UnpackingEnd | null): void {
    this.ended = true;
    this.problem = problem;
  }

  private gather(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      const some = piece.subarray(at, at + PART - this.gatheredLength);
      this.gathered.set(some, this.gatheredLength);
      this.gatheredLength += some.length;
      at += some.length;
      if (this.gatheredLength === PART) this.flush();
    }
    this.unpackedLength += piece.length;
  }

  private flush(): void {
    if (this.gatheredLength === 0) return;
    this.parts.push(new Blob([this.gathered.subarray(0, this.gatheredLength)]));
    this.gatheredLength = 0;
  }
}
