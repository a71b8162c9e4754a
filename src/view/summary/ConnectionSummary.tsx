/** What is to say of the chosen connection: the states of its ends now, what was agreed, what was measured. */
import { memo } from "react";
import type { Capture } from "../../store/capture.ts";
import { showFacts } from "../../store/facts.ts";
import { openCapture, selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { PanelBoundary } from "../parts/PanelBoundary.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ConnectionSummary.module.css";
import { CourseFacts } from "./CourseFacts.tsx";
import { SideFacts } from "./SideFacts.tsx";
import { StatesNow } from "./StatesNow.tsx";
import { useConnectionFacts } from "./use-connection-facts.ts";

/** Nothing while no connection is chosen. */
export const ConnectionSummary = memo(function ConnectionSummary() {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const connection = useStore(selectedConnection);
  if (!capture || connection === null) return null;
  const isOnly = capture.connections.length === 1;
  return (
    <section aria-label={t("summary.label")} className={`${styles.summary} ${isOnly ? styles.only : ""}`}>
      <PanelBoundary>
        <Facts capture={capture} connection={connection} />
      </PanelBoundary>
    </section>
  );
});

function Facts({ capture, connection }: { readonly capture: Capture; readonly connection: number }) {
  const { t } = useTranslation();
  const facts = useConnectionFacts(capture, connection);
  if (!facts) return capture.state === "reading" ? <p>{t("summary.reading")}</p> : null;
  return (
    <>
      <StatesNow facts={facts} />
      <section className={styles.measured}>
        <div className={styles.head}>
          <h2>{t("summary.title")}</h2>
          <button type="button" className={controls.link} title={t("facts.openWhat")} onClick={() => showFacts(true)}>
            {t("facts.open")}
          </button>
        </div>
        <SideFacts summary={facts.summary} />
        <CourseFacts summary={facts.summary} />
      </section>
    </>
  );
}
