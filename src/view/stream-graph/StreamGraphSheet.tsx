/** The sheet of the time-sequence graph. What it holds is loaded when it is first opened. */
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { graphConnection, showGraph } from "../../store/stream-graph.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";

const WIDTH = 1000;

export function StreamGraphSheet() {
  const { t } = useTranslation();
  const isOpen = useStore((state) => state.isGraphOpen);
  const connection = useStore(graphConnection);
  if (!isOpen || connection === null) return null;
  return (
    <Sheet
      title={t("streamGraph.title")}
      closeLabel={t("streamGraph.close")}
      width={WIDTH}
      onClose={() => showGraph(false)}
    >
      <Contents connection={connection} />
    </Sheet>
  );
}

const load = () => import("./StreamGraph.tsx");

function Contents({ connection }: { readonly connection: number }) {
  const loaded = useLoaded(load);
  const capture = useStore(openCapture);
  return loaded && capture && <loaded.StreamGraph key={connection} capture={capture} connection={connection} />;
}
