/** Switches of what the ladder writes and draws, for its menu; those that change nothing here are left out. */
import { showAsTable, showNames, showNumbers, showStates } from "../../store/actions.ts";
import { areEndsSwapped } from "../../store/arranged-hosts.ts";
import { foldedPackets, showFolds } from "../../store/folding.ts";
import { swapEnds } from "../../store/lifelines.ts";
import { areLinesShown, showLines } from "../../store/lines.ts";
import { areNamesShown, captureNames, isTableShown, selectedConnection, shownNumbers } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { foldStreams, streamsFolded } from "../../store/streams.ts";
import { useTranslation } from "../translation.ts";
import styles from "./LadderPanel.module.css";

interface SwitchProps {
  readonly name: string;
  readonly what?: string;
  readonly isOn: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** One line of the ladder's menu. */
export function Switch({ name, what, isOn, isDisabled = false, onChange }: SwitchProps) {
  return (
    <label className={styles.check} title={what}>
      <input type="checkbox" checked={isOn} disabled={isDisabled} onChange={({ target }) => onChange(target.checked)} />
      {name}
    </label>
  );
}

/** Sequence numbers from the connection's first, or as they stand in the packets. */
export function RelativeNumbers() {
  const { t } = useTranslation();
  const numbers = useStore(shownNumbers);
  return (
    <Switch
      name={t("ladder.relativeNumbers")}
      isOn={numbers === "relative"}
      onChange={(isOn) => showNumbers(isOn ? "relative" : "raw")}
    />
  );
}

/** The states of a connection's ends; all packets have no lanes. */
export function States() {
  const { t } = useTranslation();
  const isConnection = useStore((state) => selectedConnection(state) !== null);
  const areShown = useStore((state) => state.ladder.states);
  return isConnection && <Switch name={t("ladder.states")} isOn={areShown} onChange={showStates} />;
}

/** The packets below in tcpdump's words in place of their list. */
export function TcpdumpLines() {
  const { t } = useTranslation();
  const areShown = useStore(areLinesShown);
  return <Switch name={t("tcpdump.lines")} what={t("tcpdump.switchWhat")} isOn={areShown} onChange={showLines} />;
}

/** Names instead of addresses, in all panels; only where there are some. */
export function Names() {
  const { t } = useTranslation();
  const hasNames = useStore((state) => captureNames(state).size > 0);
  const areShown = useStore(areNamesShown);
  return (
    hasNames && <Switch name={t("ladder.names")} what={t("ladder.namesWhat")} isOn={areShown} onChange={showNames} />
  );
}

/** Runs that repeat in one line each, with how many packets are in such lines now. */
export function Folds() {
  const { t } = useTranslation();
  const areFolded = useStore((state) => state.folding.isOn);
  const count = useStore(foldedPackets);
  const isToScale = useStore((state) => state.scale.isToScale);
  const now = isToScale ? t("ladder.foldEven") : count > 0 ? t("ladder.folded", { count }) : "";
  const name = [t("ladder.fold"), now].filter(Boolean).join(": ");
  return (
    <Switch name={name} what={t("ladder.foldWhat")} isOn={areFolded} isDisabled={isToScale} onChange={showFolds} />
  );
}

/** Which of a connection's ends stands at the left. */
export function SwappedEnds() {
  const { t } = useTranslation();
  const isConnection = useStore((state) => selectedConnection(state) !== null);
  const isSwapped = useStore(areEndsSwapped);
  return (
    isConnection && (
      <Switch name={t("lifelines.swapped")} what={t("lifelines.swappedWhat")} isOn={isSwapped} onChange={swapEnds} />
    )
  );
}

/** Connections that ended in one line each, in ladders that can hold several. */
export function FoldedStreams() {
  const { t } = useTranslation();
  const { isOn } = useStore((state) => state.streams);
  const count = useStore(streamsFolded);
  const isToScale = useStore((state) => state.scale.isToScale);
  const flow = useStore((state) => (selectedConnection(state) === null ? state.selection.flow : null));
  if (flow !== "tcp" && flow !== "any") return null;
  const now = isToScale ? t("ladder.foldEven") : count > 0 ? t("ladder.streamsFolded", { count }) : "";
  const name = [t("ladder.foldStreams"), now].filter(Boolean).join(": ");
  return (
    <Switch name={name} what={t("ladder.foldStreamsWhat")} isOn={isOn} isDisabled={isToScale} onChange={foldStreams} />
  );
}

/** Columns instead of arrows. */
export function AsTable() {
  const { t } = useTranslation();
  const isTable = useStore(isTableShown);
  return <Switch name={t("ladder.asTable")} what={t("ladder.asTableWhat")} isOn={isTable} onChange={showAsTable} />;
}
