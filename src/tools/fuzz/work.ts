/** The thread that takes damaged captures apart, one after the other, until it is ended or one fails. */
import { parentPort } from "node:worker_threads";
import { inputs } from "./inputs.ts";
import { readSeeds } from "./seeds.ts";
import { faultWords, takeApart, takeMergedApart } from "./take-apart.ts";

/** What the thread is given. */
export interface Work {
  readonly paths: readonly string[];
  /** Whether the captures at `paths` are to be taken apart as they are, several as one, and nothing else. */
  readonly replay: boolean;
  /** The seed to begin with. */
  readonly seed: number;
  /** Two cells: the seed at hand, less the first; frames decoded. The watch reads them while the thread is at work. */
  readonly progress: Int32Array;
}

/** Places in `progress`. */
export const DONE = 0;
export const FRAMES = 1;

/** What the thread says when it ends by itself: what was wrong with the seed at hand, or null after a replay. */
export type Finding = string | null;

/** Works on, and reports what it finds. */
export async function work({ paths, replay, seed, progress }: Work): Promise<void> {
  const seeds = readSeeds(paths);
  for (;;) {
    const files = replay ? seeds : inputs(seeds, seed + progress[DONE]!);
    try {
      const frames = await (files.length === 1 ? takeApart(files[0]!, "a sample") : takeMergedApart(files));
      Atomics.add(progress, FRAMES, frames);
    } catch (error) {
      return report(faultWords(error));
    }
    if (replay) return report(null);
    Atomics.add(progress, DONE, 1);
  }
}

function report(finding: Finding): void {
  parentPort?.postMessage(finding);
}
