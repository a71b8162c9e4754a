/** What came of looking for packets, how far it is, and what is wrong with what was typed. */
import type { TFunction } from "i18next";
import { stopFind } from "../../store/find.ts";
import type { FindOutcome, FindSlice } from "../../store/find-slice.ts";
import { shownRows } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import { problemWords as filterProblemWords } from "../filter/problem-words.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./FindBar.module.css";

/** `id` is what the field is described by. */
export function FindStatus({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { query, problem, outcome, looking } = useStore((state) => state.find);
  const isLimited = useStore((state) => shownRows(state) !== null);
  const isBad = problem ? isWrong(problem) : outcome?.kind === "none" || outcome?.kind === "failed";
  const words = () => {
    if (problem) return query.text === "" ? "" : problemWords(problem, t);
    if (outcome) return outcomeWords(outcome, isLimited, t);
    return looking ? t("find.looking") : "";
  };
  const said = words();
  return (
    <span className={styles.end}>
      <span role="status" id={id} title={said} className={`${styles.status} ${isBad ? styles.bad : ""}`}>
        {said}
      </span>
      {looking && <Looking {...looking} />}
    </span>
  );
}

/** A filter that is not finished is not wrong yet. */
export const isWrong = ({ kind }: NonNullable<FindSlice["find"]["problem"]>): boolean => kind !== "unfinished";

function Looking({ done, of }: { readonly done: number; readonly of: number }) {
  const { t } = useTranslation();
  return (
    <span className={styles.looking}>
      <progress aria-label={t("find.looking")} max={Math.max(1, of)} value={done} />
      {t("find.looked", { done, of })}
      <button type="button" className={controls.link} onClick={stopFind}>
        {t("find.stop")}
      </button>
    </span>
  );
}

function outcomeWords(outcome: FindOutcome, isLimited: boolean, t: TFunction): string {
  switch (outcome.kind) {
    case "found": {
      const { of, isRound, way } = outcome;
      const number = outcome.row + 1;
      const words = of ? t("find.foundOf", { number, place: of.place, count: of.count }) : t("find.found", { number });
      if (!isRound || of?.count === 1) return words;
      return t("find.joined", { words, more: t(way > 0 ? "find.fromFirst" : "find.fromLast") });
    }
    case "none":
      return t(isLimited ? "find.noneShown" : "find.none");
    default:
      return t(`find.${outcome.kind}`);
  }
}

/** What is wrong, and where: characters count from 1. */
function problemWords(problem: NonNullable<FindSlice["find"]["problem"]>, t: TFunction): string {
  const at = problem.at + 1;
  switch (problem.kind) {
    case "noHex":
    case "halfByte":
      return t(`find.problems.${problem.kind}`, { at, found: problem.found });
    case "expression":
      return t("find.problems.expression", { at, reason: problem.reason });
    default:
      return t("find.problems.filter", { at, words: filterProblemWords(problem, t) });
  }
}
