/** A capture read once more by a job that looks into its packets: each packet in turn, as far as the page has them. */
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { JobFiles } from "./job-files.ts";

/** A capture that the page has read. */
export interface ReadCapture {
  readonly files: readonly Blob[];
  /** Packets of the capture: reading was stopped behind them, or the file is damaged there. */
  readonly packets: number;
}

/** Gives the capture's packets to `take`, until `count` says that they are enough. Rejects when a file cannot be read. */
export async function readPackets(
  { files, packets }: ReadCapture,
  take: (record: FrameRecord, on: CaptureInterface) => void,
  count: () => number,
  onSlice: () => void = () => {},
): Promise<void> {
  await new JobFiles(files).read({
    mayGrow: async () => true, // it was asked when the capture was read
    onFrame(record, on) {
      if (count() < packets) take(record, on);
    },
    onSlice,
    cancelled: () => count() >= packets,
  });
}

/** The first of Wireshark's two passes. Rejects likewise. */
export async function firstPassOver(capture: ReadCapture): Promise<FirstPass> {
  const first = new FirstPass();
  await readPackets(
    capture,
    (record, on) => first.frame(record, on),
    () => first.decoder.length,
  );
  return first;
}
