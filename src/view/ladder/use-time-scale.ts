/** The times of the ladder's rows as a scale, when the reader wants them so. Read in slices, so that the page goes on. */
import { useEffect, useMemo, useState } from "react";
import type { LadderContent } from "../../core/ladder/content.ts";
import { FLAT, oneWayOf } from "../../core/ladder/time/one-way.ts";
import type { TimeScale } from "../../core/ladder/time/time-scale.ts";
import { TimeReader, type TimeSteps } from "../../core/ladder/time/time-steps.ts";
import { scaleBounds, usualScale, zoomWithin } from "../../core/ladder/time/zoom.ts";
import type { Capture } from "../../store/capture.ts";
import { inFreeTime } from "../../store/free-time.ts";
import { selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";
import { setTimeBounds } from "./zooming.ts";

/** Rows read at once: a millisecond at most. */
const AT_ONCE = 5000;

/** The steps read last of each ladder's rows. */
const kept = new WeakMap<Uint32Array, TimeSteps>();

/** The scale; null for even rows, while the capture is being read, and until the times are. */
export function useTimeScale(capture: Capture, content: LadderContent): TimeScale | null {
  const { isToScale, isSlanted, zoom } = useStore((state) => state.scale);
  const connection = useStore(selectedConnection);
  const isWanted = isToScale && capture.state !== "reading" && content.rows.length > 0;
  const steps = useTimeSteps(content, isWanted);
  const facts = useConnectionFacts(capture, isWanted ? connection : null);
  const scale = useMemo(() => {
    if (!isWanted || !steps || steps.rows !== content.rows) return null;
    const summary = facts && facts.connection === connection ? facts.summary : null;
    const ways = summary && isSlanted ? oneWayOf(summary.opening.times, summary.capturePoint, steps) : FLAT;
    const share = zoomWithin(zoom.time, scaleBounds(steps, ways));
    return { steps, ways, scale: usualScale(steps, ways) * share };
  }, [isWanted, steps, content.rows, facts, connection, isSlanted, zoom.time]);
  useEffect(() => {
    if (scale) setTimeBounds(scaleBounds(scale.steps, scale.ways));
  }, [scale]);
  return scale;
}

function useTimeSteps({ packets, rows }: LadderContent, isWanted: boolean): TimeSteps | null {
  const [read, setRead] = useState<TimeSteps | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const known = kept.get(rows);
    if (known) return setRead(known);
    const reader = new TimeReader(packets, rows);
    return inFreeTime(
      () => reader.next(AT_ONCE),
      (steps) => {
        kept.set(rows, steps);
        setRead(steps);
      },
    );
  }, [packets, rows, isWanted]);
  return read;
}
