/** When a packet came, in the ways in which a ladder can write it. */
import { isAmong, REFERENCE, sinceReference } from "../table/marked-rows.ts";
import { cell, exactTime, type PacketTable } from "../table/packet-table.ts";
import type { LadderContent } from "./content.ts";
import { timeText } from "./times.ts";

type TimedContent = Pick<
  LadderContent,
  "packets" | "connections" | "rows" | "timeStyle" | "references" | "start" | "decimals"
>;

/** The time of the row in place `index` of the ladder; of a time reference, as in Wireshark, that it is one. */
export function rowTime(content: TimedContent, index: number): string {
  const { packets, rows, timeStyle, references, start, decimals } = content;
  const row = rows[index]!;
  if (isAmong(references, row)) return REFERENCE;
  const time = exactTime(packets, row);
  switch (timeStyle) {
    case "capture":
      return timeText(sinceReference(packets, references, row), decimals);
    case "connection":
      return timeText(time - exactTime(packets, firstOf(content, row)), decimals);
    case "previous":
      return timeText(index === 0 ? 0n : time - exactTime(packets, rows[index - 1]!), decimals);
    default:
      return timeOfDay(start + time, timeStyle === "utc", decimals);
  }
}

/** The first row of a row's connection; the row itself where it has none. */
function firstOf({ packets, connections }: { packets: PacketTable } & Pick<LadderContent, "connections">, row: number) {
  const first = connections.columns.firstRow[cell(packets, "connection", row)] ?? -1;
  return first < 0 ? row : first;
}

const SECOND = 1_000_000_000n;

/** `09:26:53.517012`; the day is in the packet's details. */
export function timeOfDay(sinceEpoch: bigint, isUtc: boolean, decimals: 6 | 9): string {
  const fraction = ((sinceEpoch % SECOND) + SECOND) % SECOND;
  const date = new Date(Number((sinceEpoch - fraction) / 1_000_000n));
  const parts = isUtc
    ? [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
    : [date.getHours(), date.getMinutes(), date.getSeconds()];
  const clock = parts.map((part) => String(part).padStart(2, "0")).join(":");
  return `${clock}.${String(fraction).padStart(9, "0").slice(0, decimals)}`;
}
