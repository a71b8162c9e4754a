/** What packets in view say that are no TCP segments: their arrows are drawn at once, the words come when they are read. */
import { useMemo } from "react";
import type { LadderContent } from "../../core/ladder/content.ts";
import { NO_WORDS, type WordsByRow } from "../../core/ladder/packet-words.ts";
import type { RowPlaces } from "../../core/ladder/rows.ts";
import { cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { usePacketsOf } from "../packet-list/use-packets.ts";
import { infoWords } from "../parts/packet-words.ts";
import { useTranslation } from "../translation.ts";

const NONE: readonly number[] = [];

/** The words of those in places `first` .. `end` (exclusive) of the ladder that were read. */
export function useWords(
  capture: Capture,
  { packets, rows, hosts }: LadderContent,
  places: RowPlaces,
  first: number,
  end: number,
): WordsByRow {
  const { t } = useTranslation();
  const others = useMemo(() => {
    const shown = hosts ? lineEnds(rows, places, first, end) : NONE;
    const wanted = shown.filter((row) => cell(packets, "connection", row) < 0);
    return wanted.length > 0 ? wanted : NONE;
  }, [packets, rows, hosts, places, first, end]);
  const read = usePacketsOf(capture, others);
  return useMemo(() => {
    if (read.size === 0) return NO_WORDS;
    const words = Array.from(read, ([row, { details }]) => {
      return [row, { protocol: details.protocol, info: infoWords(details, t) }] as const;
    });
    return new Map(words);
  }, [read, t]);
}

/** The first and the last row of each line: of a folded run no others say anything. */
function lineEnds(rows: Uint32Array, places: RowPlaces, first: number, end: number): readonly number[] {
  const found: number[] = [];
  for (let index = first; index < end; ) {
    const next = places.after(index);
    found.push(rows[index]!);
    if (next - 1 > index) found.push(rows[next - 1]!);
    index = next;
  }
  return found;
}
