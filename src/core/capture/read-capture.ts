/**
 * Reads a capture from beginning to end, in slices, the same way in a browser and under Node.
 *
 * A slice begins with the first byte that the one before left, so that a record cut by a slice's end is read again
 * whole, and nothing is copied. A record longer than a slice makes the next one longer.
 * The next slice is asked for while the present one is walked: reading and decoding take turns on no machine that can do
 * both at once.
 */
import { MOST_RECORD } from "./limits.ts";
import type { CaptureProblem } from "./problem.ts";
import type { CaptureReader, OnFrame } from "./reader.ts";
import { HEAD, sniff } from "./sniff.ts";

/** A file, or what stands for one. */
export interface ByteSource {
  /** Bytes in all. */
  readonly size: number;
  /** Bytes `from` .. `to` (exclusive). Fewer mean that the file ends there. Must outlive the next read. */
  read(from: number, to: number): Promise<ArrayBuffer | Uint8Array>;
}

/** How far the reading is, after a slice. */
export interface Progress {
  readonly bytes: number;
  readonly frames: number;
  /** Nothing follows. Several files read in step never know. */
  readonly isLast: boolean;
}

/** Bytes of the slices. */
export interface SliceLengths {
  readonly first: number;
  readonly further: number;
}

/** The first is short, so that the first rows show soon; of the further ones, shorter were slower. */
const SLICES: SliceLengths = { first: 256 * 1024, further: 8 * 1024 * 1024 };

/** Who is told of what; all calls come in the order of the file, `onOpen` before the first frame. */
export interface CaptureListener {
  readonly onOpen?: (reader: CaptureReader) => void;
  readonly onFrame: OnFrame;
  /** Called after every slice; a promise that it returns is waited for. */
  readonly onSlice?: (progress: Progress) => void | Promise<void>;
  /** Asked before every slice that is read. */
  readonly cancelled?: () => boolean;
  /** How much is read at once; the usual lengths where it is not said. */
  readonly slices?: SliceLengths;
}

/** How the reading ended. Frames given before a problem or a cancellation stay good. */
export type CaptureEnd =
  | { readonly kind: "whole" }
  | { readonly kind: "problem"; readonly problem: CaptureProblem }
  | { readonly kind: "cancelled" };

/** Reads all of `source`. Rejects only when a read of the source does, or a listener throws. */
export async function readCapture(source: ByteSource, listener: CaptureListener): Promise<CaptureEnd> {
  const { slices = SLICES } = listener;
  if (listener.cancelled?.()) return { kind: "cancelled" };
  const head = await slice(source, 0, Math.max(slices.first, HEAD));
  const opened = sniff(head.view, listener.onFrame);
  if ("kind" in opened) return { kind: "problem", problem: opened };
  listener.onOpen?.(opened);
  return feed(source, opened, head, listener, slices.further);
}

/**
 * A slice that is read ahead begins so many bytes before the present one's end, since it is not known yet where the
 * present one's last whole record ends. Longer records than this cost one more read.
 */
const OVERLAP = 64 * 1024;

/** Feeds `reader` from `first`, the slice at the beginning, to the end of `source`; always ends, whatever it is fed. */
export async function feed(
  source: ByteSource,
  reader: CaptureReader,
  first: Slice,
  listener: Pick<CaptureListener, "onSlice" | "cancelled">,
  further: number,
): Promise<CaptureEnd> {
  let at = 0;
  let { view, last } = first;
  for (;;) {
    const ahead = last ? null : readAhead(source, Math.max(at, at + view.byteLength - OVERLAP), further);
    const taken = reader.read(view, at);
    at += taken;
    if (last && !reader.problem) reader.finish(view.byteLength - taken, at);
    await listener.onSlice?.({ bytes: at, frames: reader.frames, isLast: last });
    if (reader.problem) return { kind: "problem", problem: reader.problem };
    if (last) return { kind: "whole" };
    if (listener.cancelled?.()) return { kind: "cancelled" };
    // A reader that takes nothing of what it asked for is given twice as much, so that this comes to an end.
    const stuck = taken === 0 && reader.wanted <= view.byteLength;
    const length = Math.max(further, stuck ? 2 * view.byteLength : reader.wanted);
    if (length > Math.max(further, MOST_RECORD)) return { kind: "problem", problem: tooLong(reader, at, length) };
    const here = ahead && !stuck ? from(await ahead.slice, at - ahead.at) : null;
    ({ view, last } =
      here && (here.last || here.view.byteLength >= reader.wanted) ? here : await slice(source, at, length));
  }
}

function readAhead(source: ByteSource, at: number, length: number): { at: number; slice: Promise<Slice> } {
  const read = slice(source, at, length);
  // Whoever needs the slice meets the error; a slice that is not needed may fail in silence.
  read.catch(() => {});
  return { at, slice: read };
}

/** The slice without its first `skipped` bytes; null when it begins too late, or ends before. */
function from({ view, last }: Slice, skipped: number): Slice | null {
  if (skipped < 0 || skipped > view.byteLength) return null;
  return { view: new DataView(view.buffer, view.byteOffset + skipped, view.byteLength - skipped), last };
}

/** Bytes of a source, and whether it ends with them. */
export interface Slice {
  readonly view: DataView;
  readonly last: boolean;
}

async function slice(source: ByteSource, from: number, length: number): Promise<Slice> {
  const to = Math.min(from + length, source.size);
  const bytes = await source.read(from, to);
  const view =
    bytes instanceof Uint8Array ? new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new DataView(bytes);
  return { view, last: to === source.size || view.byteLength < to - from };
}

function tooLong(reader: CaptureReader, offset: number, value: number): CaptureProblem {
  const packet = reader.frames + 1;
  return { kind: "badRecord", offset, packet, field: "record length", value, least: 0, most: MOST_RECORD };
}
