/** Times as the ladder and the packet list write them. */
import { secondsText } from "../base/time.ts";

/** Nanoseconds as seconds, with all nine decimals or cut to six, as Wireshark cuts. */
export function timeText(nanoseconds: bigint, decimals: 6 | 9): string {
  return secondsText(nanoseconds).slice(0, decimals === 9 ? undefined : -3);
}
