/** The colours of the ladder's rows in view; those that ask for a packet's bytes come when it was read. */
import { useMemo } from "react";
import type { LadderScene } from "../../core/ladder/scene.ts";
import type { Capture } from "../../store/capture.ts";
import { asksRules, isPainted } from "../../store/colours.ts";
import { useStore } from "../../store/store.ts";
import { usePacketsOf } from "../packet-list/use-packets.ts";
import { type ColourOf, NO_COLOURS, rowColour } from "../parts/row-colour.ts";
import { useColouring } from "../parts/use-colouring.ts";
import { useTranslation } from "../translation.ts";

const NO_ROWS: readonly number[] = [];

/** Tells the colours of the rows in a scene. The same function as long as they stay. */
export function useRowColours(capture: Capture, { content, window }: LadderScene): ColourOf {
  const { t } = useTranslation();
  const by = useColouring();
  const isRead = useStore(asksRules);
  const { rows } = content;
  const { first, end } = window;
  const shown = useMemo(() => (isRead ? Array.from(rows.subarray(first, end)) : NO_ROWS), [rows, first, end, isRead]);
  const packets = usePacketsOf(capture, shown);
  return useMemo(() => {
    if (!isPainted(by)) return NO_COLOURS;
    return (row) => rowColour(capture, row, packets.get(row), by, t);
  }, [capture, packets, by, t]);
}
