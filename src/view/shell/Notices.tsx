/** What went wrong, above the panels: why a capture did not open, and what is missing of the one that did; one question. */
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cancelReading, dismissFailure, growOn, openFile } from "../../store/actions.ts";
import { failure as failureOf, loading as loadingOf, openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useAmounts } from "../parts/amounts.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { damageWords, failureWords, type Words } from "./failure-words.ts";
import styles from "./Notices.module.css";

export function Notices() {
  return (
    <div className={styles.notices}>
      <GrowthNotice />
      <FailureNotice />
      <CaptureNotice />
    </div>
  );
}

/** Asks before a compressed file takes far more room than it has by itself. */
function GrowthNotice() {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const loading = useStore(loadingOf);
  if (!loading || loading.growsTo === 0) return null;
  const { name, growsTo, size } = loading;
  return (
    <div role="alert" className={styles.notice}>
      <Icon name="notice" />
      <p>
        <b>{t("failure.growing", { name, size: amounts.bytes(growsTo) })}</b>{" "}
        {t("failure.growingWhy", { packed: amounts.bytes(size) })}
      </p>
      <button type="button" className={controls.button} onClick={growOn}>
        {t("failure.growOn")}
      </button>
      <button type="button" className={controls.button} onClick={cancelReading}>
        {t("failure.growStop")}
      </button>
    </div>
  );
}

function FailureNotice() {
  const { t } = useTranslation();
  const failure = useStore(failureOf);
  if (!failure) return null;
  const { fact, why } = failureWords(failure, t);
  return (
    <div role="alert" className={`${styles.notice} ${styles.failure}`}>
      <Icon name="trouble" />
      <p>
        <b>{fact}</b> {why}
      </p>
      {failure.kind === "crash" && (
        <button type="button" className={controls.link} onClick={() => openFile(failure.file, failure.name)}>
          {t("failure.retry")}
        </button>
      )}
      <Dismiss onDismiss={dismissFailure} />
    </div>
  );
}

function CaptureNotice() {
  const [dismissed, setDismissed] = useState(0);
  const job = useStore((state) => openCapture(state)?.job);
  const words = useCaptureWords();
  if (!words || job === undefined || job === dismissed) return null;
  return (
    <div className={styles.notice}>
      <Icon name="notice" />
      <p>
        <b>{words.fact}</b> {words.why}
      </p>
      <Dismiss onDismiss={() => setDismissed(job)} />
    </div>
  );
}

function useCaptureWords(): Words | null {
  const { t } = useTranslation();
  const state = useStore((whole) => openCapture(whole)?.state);
  const problem = useStore((whole) => openCapture(whole)?.problem ?? null);
  const packets = useStore((whole) => openCapture(whole)?.packets.length ?? 0);
  if (state === "stopped") return { fact: t("failure.stopped"), why: t("failure.stoppedWhy", { count: packets }) };
  return problem ? damageWords(problem, packets, t) : null;
}

function Dismiss({ onDismiss }: { readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={controls.iconButton} aria-label={t("failure.dismiss")} onClick={onDismiss}>
      <Icon name="close" />
    </button>
  );
}
