/** How the fuzzer reads a file: from memory, and when it is damaged, no further than is worth while. */
import type { ByteSource, CaptureEnd, CaptureListener } from "../../core/capture/read-capture.ts";
import { readUnpacked } from "../../unpack/read-unpacked.ts";

/** Damage makes compressed files that unpack to more than one can wait for: how many bytes they may come to. */
const SOME = { bytes: 2e6, times: 1 };

/** Which packets are taken apart: all, or so many that what is done a thousand times over is soon done. */
export type Extent = "every packet" | "a sample";

/** Reads a file that is at hand, all of it or so much as damaged ones deserve. */
export function openFile(file: Uint8Array, extent: Extent, listener: CaptureListener): Promise<CaptureEnd> {
  const source: ByteSource = { size: file.length, read: async (from, to) => file.slice(from, to) };
  const unpacking = { ...listener, mayGrow: async () => false };
  return extent === "a sample" ? readUnpacked(source, unpacking, SOME) : readUnpacked(source, unpacking);
}
