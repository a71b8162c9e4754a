/** Times as the ladder and the packet list write them. */
import { secondsText } from "../base/time.ts";

/** Nanoseconds as seconds, with all nine decimals or cut to six, as Wireshark cuts. */
export function timeText(nanoseconds: bigint, decimals: 6 | 9): string {
  return secondsText(nanoseconds).slice(0, decimals === 9 ? undefined : -3);
}

/**
 * What times count from: the capture's first packet, the first packet of the packet's connection, the packet shown
 * before; or the time of day, in UTC or where the reader is.
 */
export const TIME_STYLES = ["capture", "connection", "previous", "utc", "local"] as const;
export type TimeStyle = (typeof TIME_STYLES)[number];

/** Nanoseconds since 1970-01-01 UTC of the capture's first packet. */
export type StartTime = bigint;
