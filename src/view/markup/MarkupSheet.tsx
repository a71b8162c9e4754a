/** The sheet of notes, names and links. What it holds is loaded when it is first opened. */
import { showMarkup } from "../../store/markup.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { TabList } from "../parts/TabList.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";
import { ChangeNotice } from "./ChangeNotice.tsx";
import styles from "./Markup.module.css";

const WIDTH = 520;
const TABS = ["notes", "names", "link"] as const;

export function MarkupSheet() {
  const { t } = useTranslation();
  const tab = useStore((state) => (openCapture(state) ? state.markupTab : null));
  if (tab === null) return null;
  const tabs = TABS.map((id) => ({ id, label: t(`markup.tabs.${id}`) }));
  return (
    <Sheet title={t("markup.title")} closeLabel={t("markup.close")} width={WIDTH} onClose={() => showMarkup(null)}>
      <div className={styles.tabs}>
        <TabList
          label={t("markup.title")}
          tabs={tabs}
          selected={tab}
          panel="markup-panel"
          onSelect={(id) => showMarkup(id)}
        />
      </div>
      <div role="tabpanel" id="markup-panel" aria-label={t(`markup.tabs.${tab}`)} className={styles.panel}>
        <Contents tab={tab} />
      </div>
      <ChangeNotice isInSheet />
    </Sheet>
  );
}

const load = () => import("./tabs.ts");

function Contents({ tab }: { readonly tab: (typeof TABS)[number] }) {
  const loaded = useLoaded(load);
  if (!loaded) return null;
  const { NotesTab, NamesTab, LinkTab } = loaded;
  return tab === "notes" ? <NotesTab /> : tab === "names" ? <NamesTab /> : <LinkTab />;
}
