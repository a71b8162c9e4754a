/** What is in the sheet: the tables when the capture is counted, and until then how far that is. */
import { useEffect } from "react";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { captureTally, countConversations, stopCounting } from "../../store/tally.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./Tally.module.css";
import { TallyTables } from "./TallyTables.tsx";

export function Tally() {
  const { t } = useTranslation();
  const tally = useStore(captureTally);
  const isReading = useStore((state) => openCapture(state)?.state === "reading");
  const isDue = tally === null && !isReading;
  useEffect(() => {
    if (isDue) void countConversations();
  }, [isDue]);
  if (isReading) return <p className={styles.state}>{t("tally.reading")}</p>;
  switch (tally?.phase) {
    case undefined:
      return null;
    case "counting":
      return <Progress packets={tally.packets} />;
    case "counted":
      return <TallyTables conversations={tally.conversations} addresses={tally.addresses} />;
    case "stopped":
      return <Again words={t("tally.stopped")} label={t("tally.count")} />;
    case "failed":
      return <Again words={t("tally.failed", { message: tally.message })} label={t("tally.tryAgain")} />;
  }
}

/** Shows after a moment, so that small captures do not flash. */
function Progress({ packets }: { readonly packets: number }) {
  const { t } = useTranslation();
  const total = useStore((state) => openCapture(state)?.packets.length ?? 0);
  return (
    <div className={`${styles.state} ${styles.late}`}>
      <progress aria-label={t("tally.countingLabel")} max={Math.max(total, 1)} value={packets} />
      <span>{t("tally.counting", { done: packets, total })}</span>
      <button type="button" className={controls.link} onClick={stopCounting}>
        {t("tally.stop")}
      </button>
    </div>
  );
}

function Again({ words, label }: { readonly words: string; readonly label: string }) {
  return (
    <div className={styles.state} role="alert">
      <p>{words}</p>
      <button type="button" className={controls.button} onClick={() => void countConversations()}>
        {label}
      </button>
    </div>
  );
}
