/** One kind of finding: how many packets it was met in, and on demand which, each a way to the packet. */
import { useId, useState } from "react";
import type { ExpertEntry } from "../../core/analysis/expert.ts";
import { FINDINGS } from "../../core/analysis/findings.ts";
import { timeText } from "../../core/ladder/times.ts";
import { cell, exactTime } from "../../core/table/packet-table.ts";
import { selectPacket } from "../../store/actions.ts";
import { showExpert } from "../../store/expert.ts";
import { openCapture, shownAddresses, timeDecimals } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { ruleWords } from "../findings/evidence-words.ts";
import controls from "../parts/controls.module.css";
import { kindTitle } from "../parts/core-words.ts";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ExpertSheet.module.css";

/** Packets shown at first, and with each wish for more. */
const STEP = 100;

export function KindEntry({ entry: { kind, rows } }: { readonly entry: ExpertEntry }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(0);
  const packets = useId();
  const finding = FINDINGS.find(({ key }) => key === kind.key);
  const isOpen = shown > 0;
  return (
    <div className={styles.kind}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        aria-controls={packets}
        onClick={() => setShown(isOpen ? 0 : STEP)}
      >
        <Icon name={isOpen ? "opened" : "closed"} />
        <span className={styles.title}>{kindTitle(kind, t)}</span>
        <span className={styles.count}>{t("expert.packets", { count: rows.length })}</span>
      </button>
      <div id={packets} hidden={!isOpen}>
        {finding && <p className={styles.rule}>{ruleWords(finding, t)}</p>}
        <ul className={styles.packets}>
          {Array.from(rows.subarray(0, shown), (row) => (
            <Packet key={row} row={row} />
          ))}
        </ul>
        {rows.length > shown && (
          <button type="button" className={controls.link} onClick={() => setShown(shown + STEP)}>
            {t("expert.more", { count: Math.min(STEP, rows.length - shown) })}
          </button>
        )}
      </div>
    </div>
  );
}

function Packet({ row }: { readonly row: number }) {
  const { t } = useTranslation();
  const table = useStore((state) => openCapture(state)?.packets);
  const addresses = useStore(shownAddresses);
  const decimals = useStore(timeDecimals);
  if (!table) return null;
  const address = (column: "source" | "destination") => addresses?.text(cell(table, column, row)) ?? "";
  const goTo = () => {
    showExpert(false);
    selectPacket(row);
  };
  return (
    <li>
      <button type="button" className={styles.packet} onClick={goTo}>
        <span>{t("expert.packet", { number: row + 1, time: timeText(exactTime(table, row), decimals) })}</span>
        <span>{`${address("source")} → ${address("destination")}`}</span>
      </button>
    </li>
  );
}
