/** What is known of the filter in the field: what is wrong, how many packets match, how far reading them is. */
import type { ReactNode } from "react";
import { applyFilter, clearFilter, dimFiltered, stopFilter } from "../../store/filter.ts";
import type { Found } from "../../store/filter-slice.ts";
import { savedFilters, saveFilter } from "../../store/kept-filters.ts";
import { openCapture } from "../../store/selectors.ts";
import { appliedFilter } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./FilterBar.module.css";
import { problemWords } from "./problem-words.ts";

/** Whether the text in the field is understood, is not, or there is nothing to say of it. */
export type FilterTone = "good" | "bad" | "applied" | "none";

/** How the field looks. */
export function useFilterTone(): FilterTone {
  return useStore((state) => {
    const { draft } = state.filter;
    if (draft.kind === "problem") return draft.problem.kind === "unfinished" ? "none" : "bad";
    if (draft.kind !== "filter") return "none";
    return appliedFilter(state)?.text === draft.text ? "applied" : "good";
  });
}

interface FilterStatusProps {
  /** What the field is described by. */
  readonly id: string;
  /** Fields that begin as what is being typed; 0 when no name is. */
  readonly begun: number;
  /** Takes the focus to the field: the button that was pressed goes. */
  readonly onDone: () => void;
}

/** Stands behind the text. */
export function FilterStatus({ id, begun, onDone }: FilterStatusProps) {
  const { t } = useTranslation();
  const draft = useStore((state) => state.filter.draft);
  const pending = useStore((state) => state.filter.pending);
  const applied = useStore(appliedFilter);
  const total = useStore((state) => openCapture(state)?.packets.length ?? 0);
  const dims = useStore((state) => state.filter.dims);
  const isApplied = applied !== null && applied.text === draft.text;
  const isPending = pending !== null && pending.text === draft.text;
  const saved = useStore(savedFilters);
  const words = () => {
    if (draft.kind === "unknown") return t("filter.loading");
    if (draft.kind === "problem" && begun > 0) return t("filter.begun", { count: begun });
    if (draft.kind === "problem") return problemWords(draft.problem, t);
    if (draft.kind !== "filter") return "";
    const { found } = isPending ? pending : isApplied ? applied : draft;
    if (isPending || found.phase === "bytes") return WAITING[found.phase] ? t(WAITING[found.phase]!) : "";
    if (isApplied) return t(dims ? "filter.undimmed" : "filter.shown", { found: found.rows.length, total });
    if (found.phase === "asks") return t("filter.asks", { count: found.unread });
    const isWhole = found.phase === "known" || found.looked === total;
    return t(isWhole ? "filter.matches" : "filter.matchesSoFar", { found: found.rows.length, total });
  };
  const known = useFilterTone();
  const tone = known === "bad" && begun > 0 ? "none" : known;
  const said = words();
  return (
    <>
      <span role="status" id={id} className={styles.status} title={said}>
        {tone === "bad" ? <Icon name="trouble" /> : tone !== "none" && !isPending && <Icon name="check" />}
        {said}
      </span>
      {isPending && <Progress found={pending.found} total={total} />}
      {tone === "good" && !isPending && (
        <button type="button" tabIndex={-1} className={styles.enter} onClick={() => void applyFilter(draft.text)}>
          {t("filter.enter")}
        </button>
      )}
      {isApplied && (
        <button
          type="button"
          aria-pressed={dims}
          className={`${controls.iconButton} ${styles.dims}`}
          aria-label={t("filter.dim")}
          title={t("filter.dimWhat")}
          onClick={() => dimFiltered(!dims)}
        >
          <Icon name="dimmed" />
        </button>
      )}
      {isApplied && !saved.includes(draft.text) && (
        <button
          type="button"
          className={`${controls.iconButton} ${styles.clear}`}
          aria-label={t("filter.save")}
          title={t("filter.save")}
          onClick={() => {
            saveFilter(draft.text, true);
            onDone();
          }}
        >
          <Icon name="keep" />
        </button>
      )}
      {(draft.text !== "" || applied) && (
        <button
          type="button"
          className={`${controls.iconButton} ${styles.clear}`}
          aria-label={t("filter.clear")}
          title={t("filter.clear")}
          onClick={() => {
            clearFilter();
            onDone();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </>
  );
}

const WAITING: Readonly<
  Partial<Record<Found["phase"], "filter.looking" | "filter.reading" | "filter.stopped" | "filter.failed">>
> = {
  columns: "filter.looking",
  bytes: "filter.reading",
  stopped: "filter.stopped",
  failed: "filter.failed",
};

/** How far a filter is that was applied; beside the words that are spoken. */
function Progress({ found, total }: { readonly found: Found; readonly total: number }): ReactNode {
  const { t } = useTranslation();
  const { phase, looked, read, unread } = found;
  if (phase !== "columns" && phase !== "bytes") return null;
  const [done, of] = phase === "bytes" ? [read, unread] : [looked, total];
  return (
    <span className={styles.progress}>
      <progress aria-label={t(WAITING[phase] ?? "filter.looking")} max={of} value={done} />
      {t("filter.looked", { done, total: of })}
      {phase === "bytes" && (
        <button type="button" className={controls.link} onClick={stopFilter}>
          {t("filter.stop")}
        </button>
      )}
    </span>
  );
}
