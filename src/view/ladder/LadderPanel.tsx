/** The flow graph with its head: what it shows, how it writes numbers; or why there is none. */
import { useEffect } from "react";
import { TIME_STYLES, type TimeStyle } from "../../core/ladder/times.ts";
import { showTimes } from "../../store/actions.ts";
import type { Capture } from "../../store/capture.ts";
import { groupRows } from "../../store/connection-rows.ts";
import { isTableShown, ladderRows, openCapture, selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { figureRows } from "../../store/streams.ts";
import { ClassroomButton } from "../classroom/ClassBar.tsx";
import { ExportButton } from "../export/ExportButton.tsx";
import { FilterNote } from "../filter/FilterNote.tsx";
import { LadderTable } from "../ladder-table/LadderTable.tsx";
import { LessonButton } from "../lesson-editor/LessonButton.tsx";
import { LifelinesButton } from "../lifelines/LifelinesButton.tsx";
import controls from "../parts/controls.module.css";
import head from "../parts/head.module.css";
import { GraphButton } from "../stream-graph/GraphButton.tsx";
import { useTranslation } from "../translation.ts";
import { WhatIfButton } from "../what-if/WhatIfButton.tsx";
import { BesideChecks } from "./BesideChecks.tsx";
import { ColourChoice } from "./ColourChoice.tsx";
import { FlowChoice } from "./FlowChoice.tsx";
import { LadderFigure } from "./LadderFigure.tsx";
import { LadderMenu } from "./LadderMenu.tsx";
import { LadderNotes } from "./LadderNotes.tsx";
import styles from "./LadderPanel.module.css";
import { useLadderContent } from "./ladder-content.ts";
import { ScaleChoice, ScaleSwitches } from "./ScaleControls.tsx";
import {
  AsTable,
  FoldedStreams,
  Folds,
  Names,
  RelativeNumbers,
  States,
  SwappedEnds,
  TcpdumpLines,
} from "./ShownParts.tsx";

/** The ladder of the open capture; nothing while none is open. */
export function LadderPanel() {
  const capture = useStore(openCapture);
  return capture && <CaptureLadder capture={capture} />;
}

function CaptureLadder({ capture }: { readonly capture: Capture }) {
  const { t } = useTranslation();
  const isTable = useStore(isTableShown);
  const content = useLadderContent(capture, isTable ? ladderRows : figureRows);
  const connection = useStore(selectedConnection);
  const flow = useStore((state) => state.selection.flow);
  const shown = connection ?? flow;
  useEffect(() => groupRows(capture), [capture]);
  const Shown = isTable ? LadderTable : LadderFigure;
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
            </span>
            <LifelinesButton />
            <ScaleChoice />
            <LadderMenu>
              <Folds />
              <FoldedStreams />
              <States />
              <SwappedEnds />
              <BesideChecks />
              <Names />
              {hasConnections && <RelativeNumbers />}
              <AsTable />
              <TcpdumpLines />
              <ColourChoice />
              <GraphButton />
              <WhatIfButton />
              <LessonButton />
              <ScaleSwitches />
            </LadderMenu>
            <ClassroomButton />
            <ExportButton />
          </>
        )}
      </div>
      <FilterNote inLadder />
      <LadderNotes capture={capture} shown={shown} isEmpty={content.rows.length === 0} />
      {content.rows.length > 0 && <Shown capture={capture} content={content} connection={connection} />}
    </>
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
