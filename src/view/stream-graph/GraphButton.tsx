/** A line of the ladder's menu that opens the graph; only where there is a connection to show. */
import { useStore } from "../../store/store.ts";
import { graphConnection, showGraph } from "../../store/stream-graph.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

export function GraphButton() {
  const { t } = useTranslation();
  const connection = useStore(graphConnection);
  if (connection === null) return null;
  return (
    <button
      type="button"
      className={controls.link}
      title={t("streamGraph.openWhat")}
      aria-keyshortcuts="B"
      onClick={() => showGraph(true)}
    >
      {t("streamGraph.open")}
    </button>
  );
}
