/** What can be done with the chosen lifeline, and with the whole arrangement. */
import { useState } from "react";
import { arePortsApart } from "../../core/ladder/hosts/arrangement.ts";
import { isGroup } from "../../core/ladder/hosts/ends.ts";
import { arrangedHosts, arrangement } from "../../store/arranged-hosts.ts";
import {
  canUndo,
  goToLifeline,
  isArranged,
  resetArrangement,
  showAllLifelines,
  showIndex,
  showPortsApart,
  stepLifeline,
  takeApart,
  undoArrangement,
} from "../../store/lifelines.ts";
import { showMarkup } from "../../store/markup.ts";
import { lifelineAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import { HiddenWords } from "./HiddenWords.tsx";
import styles from "./LifelineIndex.module.css";
import { fullName, type ListedLifelines } from "./listed-lifelines.ts";
import { MergeForm } from "./MergeForm.tsx";

interface LifelineActionsProps {
  readonly list: ListedLifelines;
  /** Place of the chosen end; -1 for none. */
  readonly place: number;
}

export function LifelineActions({ list, place }: LifelineActionsProps) {
  const { t } = useTranslation();
  const canStepBack = useStore(canUndo);
  const canReset = useStore(isArranged);
  return (
    <div className={styles.actions}>
      {place >= 0 && <ChosenActions list={list} place={place} />}
      <div className={styles.buttons}>
        <SteadyButton className={controls.button} isOff={!canStepBack} onClick={undoArrangement}>
          {t("lifelines.undo")}
        </SteadyButton>
        <SteadyButton className={controls.button} isOff={!canReset} onClick={resetArrangement}>
          {t("lifelines.reset")}
        </SteadyButton>
      </div>
      <Hidden />
    </div>
  );
}

function ChosenActions({ list, place }: LifelineActionsProps) {
  const { t } = useTranslation();
  const by = useStore(arrangement);
  const hosts = useStore(arrangedHosts)?.hosts;
  const end = list.endAt(place);
  const lifeline = hosts?.lifelines[place] ?? -1;
  const areApart = arePortsApart(by, end.address);
  const addresses = useStore(lifelineAddresses);
  const toNaming = () => {
    showIndex(false);
    showMarkup("names", addresses?.table.text(end.address) ?? null);
  };
  return (
    <fieldset className={styles.buttons} aria-label={t("lifelines.chosen", { name: fullName(t, list.words(place)) })}>
      <button type="button" className={controls.button} onClick={() => goToLifeline(end)}>
        {t("lifelines.goTo")}
      </button>
      <SteadyButton className={controls.button} isOff={lifeline <= 0} onClick={() => stepLifeline(end, -1)}>
        {t("lifelines.left")}
      </SteadyButton>
      <SteadyButton
        className={controls.button}
        isOff={lifeline < 0 || lifeline + 1 >= (hosts?.shown.length ?? 0)}
        onClick={() => stepLifeline(end, 1)}
      >
        {t("lifelines.right")}
      </SteadyButton>
      {isGroup(end) && (
        <button type="button" className={controls.button} onClick={() => takeApart(end)}>
          {t("lifelines.apart")}
        </button>
      )}
      {!isGroup(end) && by.unit !== "subnet" && (
        <button type="button" className={controls.button} onClick={toNaming}>
          {t("markup.names.lifeline")}
        </button>
      )}
      {!isGroup(end) && by.unit !== "subnet" && by.unit !== "link" && (
        <button type="button" className={controls.button} onClick={() => showPortsApart(end.address, !areApart)}>
          {t(areApart ? "lifelines.join" : "lifelines.split")}
        </button>
      )}
      <MergeWith list={list} place={place} />
    </fieldset>
  );
}

/** Lifelines that are offered to merge with: of more, the search finds those that are wanted. */
const MOST_OFFERED = 300;

/** Merges the chosen lifeline with another. */
function MergeWith({ list, place }: LifelineActionsProps) {
  const { t } = useTranslation();
  const [other, setOther] = useState(-1);
  const others = Array.from(list.order.subarray(0, MOST_OFFERED)).filter((one) => one !== place);
  const isThere = others.includes(other);
  return (
    <>
      <label className={styles.with}>
        {t("lifelines.mergeWith")}
        <select
          className={controls.select}
          value={isThere ? other : -1}
          onChange={({ target }) => setOther(Number(target.value))}
        >
          <option value={-1}>{t("lifelines.mergeNobody")}</option>
          {others.map((one) => (
            <option key={one} value={one}>
              {fullName(t, list.words(one))}
            </option>
          ))}
        </select>
      </label>
      {isThere && <MergeForm ends={[list.endAt(place), list.endAt(other)]} offered={list.words(place).name} />}
    </>
  );
}

function Hidden() {
  const { t } = useTranslation();
  const isSome = useStore((state) => (arrangedHosts(state)?.hiddenLifelines ?? 0) > 0);
  if (!isSome) return null;
  return (
    <p className={styles.said}>
      <HiddenWords />
      <button type="button" className={controls.link} onClick={showAllLifelines}>
        {t("lifelines.showAll")}
      </button>
    </p>
  );
}
