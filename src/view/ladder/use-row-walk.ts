/** Walks over the rows of a ladder in the page's free time, and gives what was found when it is through. */
import { useEffect, useState } from "react";
import { RowWalk } from "../../core/ladder/row-walk.ts";
import type { Capture } from "../../store/capture.ts";
import { inFreeTime } from "../../store/free-time.ts";

/** The walk of a table and its rows that was done last. */
let kept: RowWalk | null = null;

/** The walk over the rows, when it is through; null while it is not, while the capture is read, and unless it is wanted. */
export function useRowWalk(capture: Capture, rows: Uint32Array, isWanted: boolean): RowWalk | null {
  const { packets, connections, sacks, state } = capture;
  const isOn = isWanted && state !== "reading";
  const [whole, setWhole] = useState<RowWalk | null>(kept);
  useEffect(() => {
    if (!isOn || isOf(kept, capture, rows)) {
      setWhole(kept);
      return;
    }
    const walk = new RowWalk({ packets, connections }, rows, (row) => sacks.of(row));
    const step = () => {
      walk.step();
      return walk.isWhole ? walk : null;
    };
    return inFreeTime(step, () => {
      kept = walk;
      setWhole(walk);
    });
  }, [isOn, capture, packets, connections, sacks, rows]);
  return isOn && isOf(whole, capture, rows) ? whole : null;
}

const isOf = (walk: RowWalk | null, { packets, connections }: Capture, rows: Uint32Array): walk is RowWalk =>
  walk !== null && walk.rows === rows && walk.tables.packets === packets && walk.tables.connections === connections;
