/** The time column of a flow graph. */
import { durationText } from "../core/base/time.ts";

/** A duration in whole seconds and nanoseconds, with as many decimals as the clock of its interface has. */
export function flowTime(seconds: number, nanoseconds: number, decimals: number): string {
  const text = durationText(seconds, nanoseconds);
  return text.slice(0, decimals === 0 ? -10 : text.length - 9 + decimals);
}
