/** The overview of a ladder, counted in the page's free time. */
import { useEffect, useState } from "react";
import { type Overview, OverviewWalk } from "../../core/ladder/overview.ts";
import type { RowPlaces } from "../../core/ladder/rows.ts";
import { isScaled } from "../../core/ladder/time/slant.ts";
import type { PacketTable } from "../../core/table/packet-table.ts";
import { inFreeTime } from "../../store/free-time.ts";
import { inNextTask } from "../../store/next-task.ts";

/** What was counted last, and of which rows. */
interface Counted {
  readonly rows: Uint32Array;
  readonly overview: Overview;
}

/** The rows in so many bins; that of the same rows before, while it is counted anew, and null before the first. */
export function useOverview(packets: PacketTable, rows: Uint32Array, bins: number, places: RowPlaces): Overview | null {
  const [counted, setCounted] = useState<Counted | null>(null);
  // Even rows have the same shares however high they are.
  const scaled = isScaled(places) ? places : null;
  useEffect(() => {
    const count = () => {
      const walk = new OverviewWalk(packets, rows, bins, scaled);
      giveUp = inFreeTime(
        () => walk.step(),
        (overview) => setCounted({ rows, overview }),
      );
    };
    let giveUp = inNextTask(count); // the task of a zoom has enough to do with the rows that show
    return () => giveUp();
  }, [packets, rows, bins, scaled]);
  return counted?.rows === rows ? counted.overview : null;
}
