/** The packets of the capture that show: as a list with columns, or in tcpdump's words, which are loaded when asked for. */
import { areLinesShown, showLines } from "../../store/lines.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { FilterNote } from "../filter/FilterNote.tsx";
import head from "../parts/head.module.css";
import { TabList } from "../parts/TabList.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ListPanel.module.css";
import { PacketList } from "./PacketList.tsx";

const WAYS = ["list", "lines"] as const;

export function ListPanel() {
  const { t } = useTranslation();
  const hasCapture = useStore((state) => openCapture(state) !== null);
  const shown = useStore(areLinesShown) ? "lines" : "list";
  if (!hasCapture) return null;
  const tabs = WAYS.map((id) => ({ id, label: t(`tcpdump.${id}`) }));
  return (
    <>
      <div className={`${head.head} ${styles.head}`}>
        <TabList
          label={t("tcpdump.tabs")}
          tabs={tabs}
          selected={shown}
          panel="list-panel"
          onSelect={(id) => showLines(id === "lines")}
        />
        {shown === "lines" && <Tools />}
      </div>
      <div role="tabpanel" id="list-panel" aria-label={t(`tcpdump.${shown}`)} className={styles.panel}>
        <FilterNote />
        {shown === "lines" ? <Lines /> : <PacketList />}
      </div>
    </>
  );
}

const load = () => import("../lines/lines-view.ts");

function Lines() {
  const loaded = useLoaded(load);
  return loaded && <loaded.Lines />;
}

function Tools() {
  const loaded = useLoaded(load);
  return loaded && <loaded.LineTools />;
}
