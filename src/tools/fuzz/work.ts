/** The thread that takes damaged captures apart, one after the other, until it is ended or one fails. */
import { parentPort } from "node:worker_threads";
import { mutated } from "./mutate.ts";
import { readSeeds } from "./seeds.ts";
import { faultWords, takeApart } from "./take-apart.ts";

/** What the thread is given. */
export interface Work {
  readonly paths: readonly string[];
  /** A file to be taken apart as it is, and nothing else; null for damaging. */
  readonly replay: string | null;
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
  const seeds = readSeeds(replay === null ? paths : [replay]);
  for (;;) {
    const file = replay === null ? mutated(seeds, seed + progress[DONE]!) : seeds[0]!;
    try {
      const frames = await takeApart(file, "a sample");
      Atomics.add(progress, FRAMES, frames);
    } catch (error) {
      return report(faultWords(error));
    }
    if (replay !== null) return report(null);
    Atomics.add(progress, DONE, 1);
  }
}

function report(finding: Finding): void {
  parentPort?.postMessage(finding);
}
