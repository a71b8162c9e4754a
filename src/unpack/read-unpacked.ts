/** Reads a capture as the core does, out of its compression where it is compressed. */
import type { CaptureProblem, Packing } from "../core/capture/problem.ts";
import { type ByteSource, type CaptureEnd, type CaptureListener, readCapture } from "../core/capture/read-capture.ts";
import type { CaptureReader } from "../core/capture/reader.ts";
import { HEAD } from "../core/capture/sniff.ts";
import { PackedInput } from "./packed-input.ts";
import { findPacking, unpackerOf } from "./packing.ts";
import { type GrowthLimits, type UnpackControl, UnpackedFile, type UnpackingEnd } from "./unpacked-file.ts";

/** Who is told of what, and asked. Positions of frames and slices are those of the unpacked file. */
export interface UnpackListener extends CaptureListener, Pick<UnpackControl, "mayGrow"> {
  /** Called for a compressed file, before anything else is. */
  readonly onUnpack?: (file: UnpackedFile) => void;
}

/**
 * Captures shrink three- to tenfold, those of one repeated packet to a hundredth: a file that grows more was made to,
 * or holds little to see. The bytes are few enough for any browser, a private window too.
 */
const LIMITS: GrowthLimits = { bytes: 250e6, times: 100 };

/** Reads all of `source`. Rejects when a read of it does, a listener throws, or code cannot be fetched. */
export async function readUnpacked(
  source: ByteSource,
  listener: UnpackListener,
  limits: GrowthLimits = LIMITS,
): Promise<CaptureEnd> {
  const packing = await findPacking(source);
  if (!packing) return readCapture(source, listener);
  const input = new PackedInput(source);
  const unpack = await unpackerOf(packing);
  const file = new UnpackedFile(input, unpack(input), listener, limits);
  listener.onUnpack?.(file);
  let reader: CaptureReader | null = null;
  const end = await readCapture(file, {
    ...listener,
    onOpen(opened) {
      reader = opened;
      listener.onOpen?.(opened);
    },
  });
  return endOf(end, file, packing, reader);
}

/**
 * A capture that ends early because its compression does is told as the latter, and so is a bad record in front of
 * damaged compression, which is where such records come from. All else that the core found wrong stands.
 */
function endOf(end: CaptureEnd, file: UnpackedFile, packing: Packing, reader: CaptureReader | null): CaptureEnd {
  const { fault } = file;
  // Who refuses growth cancels as well; which of the two the core met first is chance.
  if (!fault || (end.kind === "cancelled" && fault.kind !== "refused")) return end;
  if (fault.kind === "cancelled") return fault;
  const isCut = end.kind !== "problem" || end.problem.kind === "cutRecord" || end.problem.kind === "cutHeader";
  const isShort = !reader && file.length < HEAD;
  const isFollowed = fault.kind === "bad" && end.kind === "problem" && end.problem.kind === "badRecord";
  if (!isCut && !isShort && !isFollowed) return end;
  return { kind: "problem", problem: problemOf(fault, file, packing, reader?.frames ?? 0) };
}

function problemOf(
  fault: Exclude<UnpackingEnd, { kind: "cancelled" }>,
  file: UnpackedFile,
  packing: Packing,
  packets: number,
): CaptureProblem {
  switch (fault.kind) {
    case "cut":
      return { kind: "cutPacking", packing, offset: file.position, packets };
    case "bad":
      return { kind: "badPacking", packing, part: fault.part, offset: fault.offset, packets };
    case "refused":
      return { kind: "growth", unpacked: fault.unpacked, packets };
    case "full":
      return { kind: "noRoom", unpacked: fault.unpacked, packets };
    case "unsupported":
      return fault;
  }
}
