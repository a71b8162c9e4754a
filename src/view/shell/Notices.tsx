/** What went wrong, above the panels: why a capture did not open, and what is missing of the one that did; one question. */
import { useState } from "react";
import { cancelReading, dismissFailure, growOn, openFiles } from "../../store/actions.ts";
import { damagedFiles } from "../../store/capture.ts";
import { showTextFile } from "../../store/paste.ts";
import { failure as failureOf, loading as loadingOf, openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { LinkNotice } from "../markup/ChangeNotice.tsx";
import { useAmounts } from "../parts/amounts.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import { damagedFileWords, failureWords, type Words } from "./failure-words.ts";
import styles from "./Notices.module.css";

export function Notices() {
  return (
    <div className={styles.notices}>
      <GrowthNotice />
      <FailureNotice />
      <CaptureNotice />
      <LinkNotice />
    </div>
  );
}

/** Asks before a compressed file takes far more room than it has by itself. */
function GrowthNotice() {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const loading = useStore(loadingOf);
  if (!loading?.growing) return null;
  const { file, bytes } = loading.growing;
  return (
    <div role="alert" className={styles.notice}>
      <Icon name="notice" />
      <p>
        <b>{t("failure.growing", { name: file.name, size: amounts.bytes(bytes) })}</b>{" "}
        {t("failure.growingWhy", { packed: amounts.bytes(file.blob.size) })}
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
  const isText = useStore(({ textFile }) => textFile !== null);
  if (!failure) return null;
  return (
    <div role="alert" className={`${styles.notice} ${styles.failure}`}>
      <Icon name="trouble" />
      <Sentences words={failureWords(failure, t)} />
      {failure.kind === "crash" && (
        <button type="button" className={controls.link} onClick={() => openFiles(failure.files)}>
          {t("failure.retry")}
        </button>
      )}
      {isText && (
        <button type="button" className={`${controls.button} ${styles.offer}`} onClick={() => void showTextFile()}>
          {t("paste.offer")}
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
  if (words.length === 0 || job === undefined || job === dismissed) return null;
  return (
    <div className={styles.notice}>
      <Icon name="notice" />
      <Sentences words={words} />
      <Dismiss onDismiss={() => setDismissed(job)} />
    </div>
  );
}

function useCaptureWords(): readonly Words[] {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  if (capture?.state === "stopped") {
    return [{ fact: t("failure.stopped"), why: t("failure.stoppedWhy", { count: capture.packets.length }) }];
  }
  return capture ? damagedFileWords(damagedFiles(capture), capture.files.length > 1, t) : [];
}

/** Each fact with its reason; of several, one below the other. */
function Sentences({ words }: { readonly words: readonly Words[] }) {
  return (
    <div className={styles.words}>
      {words.map(({ fact, why }) => (
        <p key={fact}>
          <b>{fact}</b> {why}
        </p>
      ))}
    </div>
  );
}

function Dismiss({ onDismiss }: { readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className={controls.iconButton} aria-label={t("failure.dismiss")} onClick={onDismiss}>
      <Icon name="close" />
    </button>
  );
}
