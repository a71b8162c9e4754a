/** The sheet of all lifelines. What it holds is loaded when it is first opened. */
import { arrangedHosts } from "../../store/arranged-hosts.ts";
import { showIndex } from "../../store/lifelines.ts";
import { useStore } from "../../store/store.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";

const WIDTH = 460;

export function LifelineSheet() {
  const { t } = useTranslation();
  const isOpen = useStore((state) => state.isIndexOpen && arrangedHosts(state) !== null);
  if (!isOpen) return null;
  return (
    <Sheet
      title={t("lifelines.title")}
      closeLabel={t("lifelines.close")}
      width={WIDTH}
      onClose={() => showIndex(false)}
    >
      <Contents />
    </Sheet>
  );
}

const load = () => import("./LifelineIndex.tsx");

function Contents() {
  const loaded = useLoaded(load);
  return loaded && <loaded.LifelineIndex />;
}
