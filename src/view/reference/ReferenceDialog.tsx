/** The sheet of the field reference. What it holds is loaded when it is first opened. */
import { leaveReference } from "../../store/links.ts";
import { referenceTopic } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ReferenceDialog.module.css";

const WIDTH = 880;

export function ReferenceDialog() {
  const { t } = useTranslation();
  const topic = useStore(referenceTopic);
  if (topic === null) return null;
  return (
    <Sheet
      title={t("reference.title")}
      closeLabel={t("reference.close")}
      width={WIDTH}
      className={styles.sheet}
      onClose={leaveReference}
    >
      <Contents topic={topic} />
    </Sheet>
  );
}

const load = () => import("./Reference.tsx");

function Contents({ topic }: { readonly topic: string }) {
  const loaded = useLoaded(load);
  return loaded && <loaded.Reference topic={topic} />;
}
