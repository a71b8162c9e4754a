/** Times as the ladder and the packet list write them. */
import { secondsText } from "../base/time.ts";

/** Nanoseconds as seconds, with six decimals or all nine. */
export function timeText(nanoseconds: number, decimals: 6 | 9): string {
  if (decimals === 9) return secondsText(nanoseconds);
  // A capture of years has times that a number holds to some tens of nanoseconds only: cutting would lose a microsecond.
  return secondsText(Math.round(nanoseconds / 1000) * 1000).slice(0, -3);
}
