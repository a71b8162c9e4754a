/** What is to be seen beside the ladder's arrows, put together from the reader's choice and what is known. */
import { useMemo } from "react";
import { type Beside, NOTHING_BESIDE } from "../../core/ladder/beside.ts";
import { NO_AMOUNTS } from "../../core/ladder/gauges.ts";
import { phaseRows, shownBeside } from "../../store/beside.ts";
import type { Capture } from "../../store/capture.ts";
import { selectedConnection, shownNumbers } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useConnectionFacts } from "../summary/use-connection-facts.ts";
import { useTranslation } from "../translation.ts";
import { besideWords } from "./beside-words.ts";
import { useRowWalk } from "./use-row-walk.ts";

/** The surroundings of the rows that show; the same object until something about them changes. */
export function useBeside(capture: Capture, rows: Uint32Array): Beside {
  const { t, language } = useTranslation();
  const { packets, connections, sacks } = capture;
  const { gauges, ...shown } = useStore(shownBeside);
  const numbers = useStore(shownNumbers);
  const connection = useStore(selectedConnection);
  const facts = useConnectionFacts(capture, shown.phases ? connection : null);
  const walk = useRowWalk(capture, rows, shown.missing || gauges.length > 0);
  const phases = useMemo(
    () => (facts && facts.connection === connection ? phaseRows(capture, facts) : NOTHING_BESIDE.phases),
    [capture, facts, connection],
  );
  const words = useMemo(
    () => besideWords(t, { packets, connections, numbers }, language),
    [t, packets, connections, numbers, language],
  );
  return useMemo(
    () => ({
      gauges,
      most: walk?.most ?? NO_AMOUNTS,
      phases,
      missing: (shown.missing && walk?.missing) || NOTHING_BESIDE.missing,
      sacks: shown.sacks ? (row: number) => sacks.of(row) : null,
      words,
    }),
    [gauges, walk, phases, shown.missing, shown.sacks, sacks, words],
  );
}
