/** The sheet of conversations and endpoints. What it holds is loaded when it is first opened. */
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { showTally } from "../../store/tally.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";

const WIDTH = 1320;

export function TallyDialog() {
  const { t } = useTranslation();
  const isOpen = useStore((state) => state.isTallyOpen && openCapture(state) !== null);
  if (!isOpen) return null;
  return (
    <Sheet title={t("tally.title")} closeLabel={t("tally.close")} width={WIDTH} onClose={() => showTally(false)}>
      <Contents />
    </Sheet>
  );
}

const load = () => import("./Tally.tsx");

function Contents() {
  const loaded = useLoaded(load);
  return loaded && <loaded.Tally />;
}
