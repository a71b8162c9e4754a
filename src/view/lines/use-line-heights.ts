/** Where each packet stands in the list: guessed for all of them in free time, put right as they are printed. */
import { useLayoutEffect, useState } from "react";
import { lineGuess } from "../../core/lines/guess-lines.ts";
import { LineHeights } from "../../core/lines/line-heights.ts";
import type { Capture } from "../../store/capture.ts";
import { interfaceOf } from "../../store/frames.ts";
import { inFreeTime } from "../../store/free-time.ts";
import { lineOptions } from "../../store/lines.ts";
import { useStore } from "../../store/store.ts";

const NONE = new LineHeights(0, () => 1);

/** The heights of the packets that are listed; those from before until they are known, none where they are fewer now. */
export function useLineHeights(capture: Capture, shown: Uint32Array | null): LineHeights {
  const { verbosity, dump, dumpsLink } = useStore(lineOptions);
  const [heights, setHeights] = useState(NONE);
  const count = shown?.length ?? capture.packets.length;
  useLayoutEffect(() => {
    const linkTypeOf = (row: number) => interfaceOf(capture, row).linkType;
    const guess = lineGuess(capture.packets, capture.addresses, linkTypeOf, { verbosity, dump, dumpsLink });
    const next = new LineHeights(count, (place) => guess(shown ? shown[place]! : place));
    return inFreeTime(
      () => next.step() || null,
      () => setHeights(next),
    );
  }, [capture, shown, count, verbosity, dump, dumpsLink]);
  return heights.count <= count ? heights : NONE;
}
