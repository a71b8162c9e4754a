/**
 * What a key brings about, in a task of its own: keys come within the task that draws a frame, which has its own work to
 * do. Nothing overtakes it: whatever else the reader does next finds it done.
 */
import { beginWork } from "../../store/idle.ts";
import { inNextTask } from "../../store/next-task.ts";

const OTHER_DEEDS = ["pointerdown", "click", "wheel"] as const;

/** What is to be done, in its order. */
const owed: (() => void)[] = [];
let drop = () => {};

/** Calls soon, alone in a task, behind those that were handed in before. */
export function inOwnTask(call: () => void): void {
  const end = beginWork();
  owed.push(() => {
    call();
    end();
  });
  if (owed.length > 1) return;
  drop = inNextTask(doFirst);
  for (const deed of OTHER_DEEDS) addEventListener(deed, doOwed, { capture: true, passive: true });
}

/** Calls at once what still waits. For keys that are not handed in themselves. */
export function doOwed(): void {
  drop();
  for (const deed of OTHER_DEEDS) removeEventListener(deed, doOwed, true);
  for (const call of owed.splice(0)) call();
}

function doFirst(): void {
  const first = owed.shift();
  if (owed.length > 0) drop = inNextTask(doFirst);
  else doOwed();
  first?.();
}
