/** Times in the ladder's left column. */
import { secondsText } from "../base/time.ts";

/** Nanoseconds as seconds, with six decimals or all nine. */
export function timeText(nanoseconds: number, decimals: 6 | 9): string {
  const text = secondsText(nanoseconds);
  return decimals === 9 ? text : text.slice(0, -3);
}
