/** Counts the conversations of a capture that was read before: progress out, and then the tables. */

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
export async function countJob(
  { job, files, packets }: CountWish,
  answer: AnswerCount,
  isGivenUp: () => boolean,
): Promise<void> {
  const tally = new Tally();
  let told = performance.now();
  try {
    await new JobFiles(files).read({
      mayGrow: async () => true, // it was asked when the capture was read
      onFrame(frame, captureInterface) {
        if (tally.length < packets) tally.frame(frame, captureInterface);
      },
      onSlice() {
        if (performance.now() - told < PATIENCE) return;
        answer({ kind: "counting", job, packets: tally.length });
        told = performance.now();
      },
      cancelled: () => isGivenUp() || tally.length >= packets,
    });
    if (isGivenUp()) return;
    const conversations = tally.conversations();
    const addresses = tally.addresses.since(0);
    const transfer = Object.values(conversations).flatMap(({ columns }) => buffersOf(columns));
    answer({ kind: "counted", job, conversations, addresses }, [...transfer, addresses.buffer]);
  } catch (fault) {
    answer({ kind: "countFailed", job, message: String(fault) });
  }
}
