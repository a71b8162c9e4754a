/** What the reader set on a packet of the list, and what the filter says of it. */
import { timeText } from "../../core/ladder/times.ts";
import { isAmong, REFERENCE, sinceReference } from "../../core/table/marked-rows.ts";
import { cell, HAS_NO_TIME } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { rowSigns } from "../../store/row-signs.ts";
import { timeDecimals } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import styles from "./PacketList.module.css";

/** Whether a packet is marked, would be taken by the filter that is typed, and is dimmed by the one that is applied. */
export function useRowSigns(row: number) {
  const isMarked = useStore((state) => rowSigns(state).isMarked(row));
  const isMatch = useStore((state) => rowSigns(state).isMatch(row));
  const isDimmed = useStore((state) => rowSigns(state).isDimmed(row));
  return { isMarked, isMatch, isDimmed };
}

/** The Time column: seconds since the time reference before, else since the capture's begin; empty without a time. */
export function useRowTime({ packets }: Capture, row: number): string {
  const decimals = useStore(timeDecimals);
  const references = useStore((state) => state.markup.references);
  if (cell(packets, "marks", row) & HAS_NO_TIME) return "";
  return isAmong(references, row) ? REFERENCE : timeText(sinceReference(packets, references, row), decimals);
}

/** The diamond before a packet that the filter takes. */
export function MatchSign() {
  const { t } = useTranslation();
  return (
    <span className={styles.match} title={t("marks.matches")}>
      <span className="visually-hidden">{t("marks.matches")}</span>
    </span>
  );
}
