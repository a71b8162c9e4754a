/**
 * Reads a made-up capture for a moment before the first real one comes: engines compile what ran often, and the first
 * file is then read by compiled code from its first packet on. Keeps nothing, tells nobody.
 */
import { madeUpCapture } from "./made-up-capture.ts";
import { readJob } from "./read-job.ts";

/** Times that the capture is read: what is not compiled after these is seldom used. */
const TIMES = 12;
/** Ms after which a slow engine is left alone. */
const LONGEST = 500;
/** More than the first slice of a file holds, so that the step to the next is met as well. */
const CONNECTIONS = 500;

/** Resolves when reading is warm, or soon after `isWanted` denies, which is asked between readings. */
export async function warmUp(isWanted: () => boolean): Promise<void> {
  const capture = new Blob([madeUpCapture(CONNECTIONS)]);
  const start = performance.now();
  for (let time = 0; time < TIMES && isWanted() && performance.now() - start < LONGEST; time++) {
    await readJob(0, [capture], () => {}, { cancelled: () => !isWanted(), goOn: async () => false });
  }
}
