/** Work that is done bit by bit, so that the page stays quick meanwhile: passes over all rows of a large capture. */
import { beginWork } from "./idle.ts";
import { inNextTask } from "./next-task.ts";

/** Milliseconds of work between two breaths: with what else a frame has to do, it still comes in time. */
const SLICE = 8;
/** Milliseconds for what is small: it is done within something else that has its own work to do. */
const FIRST_SLICE = 2;

/**
 * Does `step` again and again until it gives something, and hands that to `take`; the first steps at once, so that what
 * is small is there at once. The answer gives it up. A step takes two milliseconds at most.
 */
export function inFreeTime<T>(step: () => T | null, take: (result: T) => void): () => void {
  const end = beginWork();
  let giveUp = () => {};
  const work = (slice: number) => {
    const until = performance.now() + slice;
    let result = step();
    while (result === null && performance.now() < until) result = step();
    if (result === null) {
      giveUp = inNextTask(() => work(SLICE));
      return;
    }
    take(result);
    end();
  };
  work(FIRST_SLICE);
  return () => {
    giveUp();
    end();
  };
}
