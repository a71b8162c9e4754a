/** Work that is done bit by bit, so that the page stays quick meanwhile: passes over all rows of a large capture. */
import { beginWork } from "./idle.ts";

/** Milliseconds of work between two breaths: with what else a frame has to do, it still comes in time. */
const SLICE = 8;

/**
 * Does `step` again and again until it gives something, and hands that to `take`; the first steps at once, so that what
 * is small is there at once. The answer gives it up. A step takes a few milliseconds at most.
 */
export function inFreeTime<T>(step: () => T | null, take: (result: T) => void): () => void {
  const end = beginWork();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const work = () => {
    const until = performance.now() + SLICE;
    let result = step();
    while (result === null && performance.now() < until) result = step();
    if (result === null) {
      timer = setTimeout(work);
      return;
    }
    take(result);
    end();
  };
  work();
  return () => {
    clearTimeout(timer);
    end();
  };
}
