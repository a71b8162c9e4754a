/** How many packets the filter lets through, and how to see the others: in words, near where they are missing. */
import { Trans } from "react-i18next";
import { clearFilter, dimFiltered } from "../../store/filter.ts";
import { hiddenOfConnection, ladderRows, openCapture, selectedConnection } from "../../store/selectors.ts";
import { appliedFilter, hiddenChoice } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./FilterNote.module.css";

/** Nothing while all packets show. `inLadder` counts those of its connection, if it shows one. */
export function FilterNote({ inLadder = false }: { readonly inLadder?: boolean }) {
  const { t } = useTranslation();
  const applied = useStore(appliedFilter);
  const isConnection = useStore(selectedConnection) !== null && inLadder;
  const ofConnection = useStore((state) => (isConnection ? ladderRows(state).length : 0));
  const hidden = useStore((state) => (isConnection ? hiddenOfConnection(state) : 0));
  const packets = useStore((state) => openCapture(state)?.packets.length ?? 0);
  const chosen = useStore(hiddenChoice);
  const dims = useStore((state) => state.filter.dims);
  if (!applied) return null;
  // What is dimmed can be seen: one line of words, in the list, has to do.
  if (dims) return inLadder ? null : <DimNote filter={applied.text} found={applied.rows.length} count={packets} />;
  const { text: filter, rows, found: search } = applied;
  const [found, count] = isConnection ? [ofConnection, ofConnection + hidden] : [rows.length, packets];
  return (
    <p className={styles.note}>
      {found === 0 ? (
        <>
          <b>{t(isConnection ? "filter.noneOfConnection" : "filter.noneMatches")}</b>{" "}
          <Trans i18nKey="filter.hiddenBy" values={{ count, filter }} count={count} components={{ code: <code /> }} />
        </>
      ) : (
        <Trans
          i18nKey={isConnection ? "filter.ofConnection" : "filter.shownPackets"}
          values={{ found, count, filter }}
          count={count}
          components={{ b: <b />, code: <code /> }}
        />
      )}{" "}
      {search.unread > 0 && <>{t("filter.unread", { count: search.unread })} </>}
      {chosen !== null && <>{t("filter.chosenHidden", { number: chosen + 1 })} </>}
      <button type="button" className={controls.link} onClick={clearFilter}>
        {t("filter.showAll")}
      </button>
    </p>
  );
}

interface DimNoteProps {
  readonly filter: string;
  readonly found: number;
  readonly count: number;
}

function DimNote({ filter, found, count }: DimNoteProps) {
  const { t } = useTranslation();
  return (
    <p className={styles.note}>
      <Trans
        i18nKey="filter.undimmedPackets"
        values={{ found, count, filter }}
        count={count}
        components={{ b: <b />, code: <code /> }}
      />{" "}
      <button type="button" className={controls.link} onClick={() => dimFiltered(false)}>
        {t("filter.hideDimmed")}
      </button>{" "}
      <button type="button" className={controls.link} onClick={clearFilter}>
        {t("filter.clear")}
      </button>
    </p>
  );
}
