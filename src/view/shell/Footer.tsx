/** The foot of the page: what it says while it works, the promise that nothing leaves it, the keys. */
import { timeText } from "../../core/ladder/times.ts";
import { chosenRange, chosenSums } from "../../store/range.ts";
import { loading as loadingOf, openCapture, selectedPacket, timeDecimals } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { MarkedCount } from "../marks/MarkedCount.tsx";
import { filesName, useCaptureName, useFilesRead } from "../parts/files-name.ts";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./Footer.module.css";
import { GoToPacket } from "./GoToPacket.tsx";
import { Progress } from "./Progress.tsx";
import { useHolds } from "./Toolbar.tsx";

/** The steps in which progress is spoken: a number that runs would drown everything else. */
const SPOKEN_STEP = 0.1;

export function Footer() {
  const isOpen = useStore((state) => openCapture(state) !== null);
  const isLoading = useStore((state) => loadingOf(state) !== null);
  const spoken = useSpokenProgress();
  // One status element for both screens: what it says is heard only when it was there before.
  return (
    <footer className={isOpen ? styles.status : styles.promise}>
      <Icon name="lock" />
      <p role="status">{isLoading ? spoken : isOpen ? <Opened /> : <Privacy />}</p>
      {isOpen && (isLoading ? <Progress /> : <Hints />)}
    </footer>
  );
}

function Privacy() {
  const { t } = useTranslation();
  return (
    <>
      <b>{t("start.privacyFact")}</b> {t("start.privacy")}
    </>
  );
}

function Opened() {
  const { t } = useTranslation();
  const name = useCaptureName() ?? "";
  const count = useFilesRead().length;
  const holds = useHolds();
  return (
    <>
      <span className="visually-hidden">{t("status.opened", { name, count, holds })}</span> {t("status.local")}
    </>
  );
}

function Hints() {
  const { t } = useTranslation();
  const packet = useStore(selectedPacket);
  const total = useStore((state) => openCapture(state)?.packets.length ?? 0);
  const sums = useSums();
  const isGoToOpen = useStore((state) => state.isGoToOpen);
  return (
    <>
      <span className={styles.packet} aria-live="polite">
        {sums}
      </span>
      {(!sums || isGoToOpen) && <GoToPacket number={packet === null ? null : packet + 1} total={total} />}
      <MarkedCount />
      <span className={styles.keys} aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t("status.keyPacket")}
        </span>
        <span>
          <kbd>?</kbd> {t("status.keyHelp")}
        </span>
      </span>
    </>
  );
}

/** What lies in the chosen packets; empty while one is chosen. */
function useSums(): string {
  const { t } = useTranslation();
  const range = useStore(chosenRange);
  const picked = useStore((state) => state.selection.picked);
  const sums = useStore(chosenSums);
  const decimals = useStore(timeDecimals);
  if (!sums) return "";
  const { packets: count, bytesOut, bytesBack: back, time } = sums;
  const words = { count, out: t("status.bytes", { count: bytesOut }), back, time: timeText(time, decimals) };
  if (picked) return t("status.picked", words);
  return range ? t("status.range", { from: range.from + 1, to: range.to + 1, ...words }) : "";
}

function useSpokenProgress(): string {
  const { t, language } = useTranslation();
  const loading = useStore(loadingOf);
  if (!loading) return "";
  const { job, files, bytes, size } = loading;
  const name = filesName(files, t);
  if (job === 0) return t("status.fetching", { name });
  if (size === 0) return t("status.readingUnknown", { name });
  const share = Math.floor(bytes / size / SPOKEN_STEP) * SPOKEN_STEP;
  const percent = new Intl.NumberFormat(language, { style: "percent" }).format(share);
  return t("status.reading", { name, percent });
}
