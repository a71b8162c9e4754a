/** Counts the conversations of a capture that was read before: progress out, and then the tables. */

import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { buffersOf } from "../core/table/columns.ts";
import { Tally } from "../core/tally/tally.ts";
import { JobFiles } from "./job-files.ts";
import type { CountReply } from "./protocol.ts";

/** Sends a reply; the buffers in `transfer` are gone from here then. */
export type AnswerCount = (reply: CountReply, transfer?: Transferable[]) => void;

/** Ms between words on how far it is. */
const PATIENCE = 100;

/** What is to be counted. */
export interface CountWish {
  readonly job: number;
  readonly files: readonly Blob[];
  /** Packets of the capture: reading was stopped behind them, or the file is damaged there. */
  readonly packets: number;
}

/** Runs a job to its end; one that is given up says nothing more. Never rejects: its fault is an answer. */
export async function countJob(wish: CountWish, answer: AnswerCount, isGivenUp: () => boolean): Promise<void> {
  const tally = new Tally();
  await countFrames(tally, wish, answer, isGivenUp, () => {
    const conversations = tally.conversations();
    const addresses = tally.addresses.since(0);
    const transfer = Object.values(conversations).flatMap(({ columns }) => buffersOf(columns));
    answer({ kind: "counted", job: wish.job, conversations, addresses }, [...transfer, addresses.buffer]);
  });
}

/** Who takes frames one after the other, and says how many they were. */
interface FrameCounter {
  readonly length: number;
  frame(record: FrameRecord, captureInterface: CaptureInterface): void;
}

/** Gives the wanted frames to `counter`, and calls `finish` behind the last one. Never rejects, likewise. */
export async function countFrames(
  counter: FrameCounter,
  { job, files, packets }: CountWish,
  answer: AnswerCount,
  isGivenUp: () => boolean,
  finish: () => void,
): Promise<void> {
  let told = performance.now();
  try {
    await new JobFiles(files).read({
      mayGrow: async () => true, // it was asked when the capture was read
      onFrame(frame, captureInterface) {
        if (counter.length < packets) counter.frame(frame, captureInterface);
      },
      onSlice() {
        if (performance.now() - told < PATIENCE) return;
        answer({ kind: "counting", job, packets: counter.length });
        told = performance.now();
      },
      cancelled: () => isGivenUp() || counter.length >= packets,
    });
    if (!isGivenUp()) finish();
  } catch (fault) {
    answer({ kind: "countFailed", job, message: String(fault) });
  }
}
