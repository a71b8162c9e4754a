/** The flow graph with its head: what it shows, how it writes numbers; or why there is none. */
import { useTranslation } from "react-i18next";
import { TIME_STYLES, type TimeStyle } from "../../core/ladder/times.ts";
import { showNames, showNumbers, showStates, showTimes } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { areNamesShown, captureNames, openCapture, selectedConnection, shownNumbers } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { ExportButton } from "../export/ExportButton.tsx";
import controls from "../parts/controls.module.css";
import head from "../parts/head.module.css";
import { FlowChoice } from "./FlowChoice.tsx";
import { LadderFigure } from "./LadderFigure.tsx";
import { LadderNotes } from "./LadderNotes.tsx";
import styles from "./LadderPanel.module.css";
import { useLadderContent } from "./ladder-content.ts";

/** The ladder of the open capture; nothing while none is open. */
export function LadderPanel() {
  const capture = useStore(openCapture);
  return capture && <CaptureLadder capture={capture} />;
}

function CaptureLadder({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const content = useLadderContent(capture);
  const connection = useStore(selectedConnection);
  const flow = useStore((state) => state.selection.flow);
  const shown = connection ?? flow;
  const hasConnections = capture.connections.length > 0;
  return (
    <>
      <div className={`${head.head} ${styles.panelHead}`}>
        <h2 className={styles.title}>{t("ladder.title")}</h2>
        {capture.packets.length > 0 && (
          <>
            <FlowChoice capture={capture} />
            <span className={styles.checks}>
              <Times />
              <States />
              <Names />
              {hasConnections && <RelativeNumbers />}
            </span>
            <ExportButton />
          </>
        )}
      </div>
      <LadderNotes capture={capture} shown={shown} isEmpty={content.rows.length === 0} />
      {content.rows.length > 0 && <LadderFigure capture={capture} content={content} connection={connection} />}
    </>
  );
}

function RelativeNumbers() {
  const { t } = useTranslation();
  const numbers = useStore(shownNumbers);
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={numbers === "relative"}
        onChange={({ target }) => showNumbers(target.checked ? "relative" : "raw")}
      />
      {t("ladder.relativeNumbers")}
    </label>
  );
}

/** What times count from. */
function Times() {
  const { t } = useTranslation();
  const timeStyle = useStore((state) => state.ladder.timeStyle);
  return (
    <label className={styles.check}>
      {t("ladder.time")}
      <select
        className={controls.select}
        value={timeStyle}
        onChange={({ target }) => showTimes(target.value as TimeStyle /* its options */)}
      >
        {TIME_STYLES.map((style) => (
          <option key={style} value={style}>
            {t(`ladder.times.${style}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The states of a connection's ends; all packets have no lanes. */
function States() {
  const { t } = useTranslation();
  const isConnection = useStore((state) => selectedConnection(state) !== null);
  const areShown = useStore((state) => state.ladder.states);
  if (!isConnection) return null;
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={areShown} onChange={({ target }) => showStates(target.checked)} />
      {t("ladder.states")}
    </label>
  );
}

/** Names instead of addresses, in all panels; only where the capture has some. */
function Names() {
  const { t } = useTranslation();
  const hasNames = useStore((state) => captureNames(state).size > 0);
  const areShown = useStore(areNamesShown);
  if (!hasNames) return null;
  return (
    <label className={styles.check} title={t("ladder.namesWhat")}>
      <input type="checkbox" checked={areShown} onChange={({ target }) => showNames(target.checked)} />
      {t("ladder.names")}
    </label>
  );
}
