/** What is in the sheet: what lifelines stand for, the list of all with a search, what can be done with them. */
import { useMemo, useState } from "react";
import type { End } from "../../core/ladder/hosts/ends.ts";
import type { ArrangedHosts } from "../../core/ladder/hosts/host-order.ts";
import type { LifelineAddresses } from "../../core/ladder/hosts/lifeline-names.ts";
import { arrangedHosts } from "../../store/arranged-hosts.ts";
import { goToLifeline } from "../../store/lifelines.ts";
import { lifelineAddresses } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import { FoundActions } from "./FoundActions.tsx";
import { LifelineActions } from "./LifelineActions.tsx";
import { LifelineGrid } from "./LifelineGrid.tsx";
import styles from "./LifelineIndex.module.css";
import { byPackets, type ListedLifelines, listedLifelines } from "./listed-lifelines.ts";
import { UnitChoice } from "./UnitChoice.tsx";
import { useFound } from "./use-found.ts";

export function LifelineIndex() {
  const arranged = useStore(arrangedHosts);
  const addresses = useStore(lifelineAddresses);
  return arranged && addresses && <Index arranged={arranged} addresses={addresses} />;
}

interface IndexProps {
  readonly arranged: ArrangedHosts;
  readonly addresses: LifelineAddresses;
}

function Index({ arranged, addresses }: IndexProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const [isByPackets, setByPackets] = useState(false);
  const list = useMemo(() => listedLifelines(arranged, addresses, t), [arranged, addresses, t]);
  const found = useFound(list, query);
  const rows = useMemo(() => (isByPackets ? byPackets(list, found) : found), [list, found, isByPackets]);
  const chosen = useChosen(list, rows);
  return (
    <div className={styles.index}>
      <UnitChoice />
      <div className={styles.search}>
        <input
          type="search"
          aria-label={t("lifelines.search")}
          placeholder={t("lifelines.search")}
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <FoundActions list={list} found={found} searched={query.trim()} />
      </div>
      {rows.length > 0 ? (
        <LifelineGrid
          list={list}
          rows={rows}
          chosen={chosen.place}
          isByPackets={isByPackets}
          onSort={setByPackets}
          onChoose={(place) => chosen.choose(list.endAt(place))}
          onEnter={(place) => goToLifeline(list.endAt(place))}
        />
      ) : (
        <p className={styles.none}>{t("lifelines.none")}</p>
      )}
      <LifelineActions list={list} place={rows.length > 0 ? chosen.place : -1} />
    </div>
  );
}

/** The chosen lifeline, which stays so while the list changes; the first of the list where it is gone. */
function useChosen(list: ListedLifelines, rows: Int32Array) {
  const indexed = useStore((state) => state.indexed);
  const [end, choose] = useState<End | null>(indexed);
  const place = end === null ? -1 : list.placeOf(end);
  return { place: rows.includes(place) ? place : (rows[0] ?? -1), choose };
}
