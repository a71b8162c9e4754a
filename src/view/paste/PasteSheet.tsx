/** The sheet for tcpdump's text. What it holds is loaded when it is first opened. */
import { closePaste } from "../../store/paste.ts";
import type { PastedText } from "../../store/paste-slice.ts";
import { useStore } from "../../store/store.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";

const WIDTH = 760;

export function PasteSheet() {
  const { t } = useTranslation();
  const pasted = useStore((state) => (state.isPasteOpen ? state.pasted : null));
  if (!pasted) return null;
  return (
    <Sheet title={t("paste.title")} closeLabel={t("paste.close")} width={WIDTH} onClose={closePaste}>
      <Contents pasted={pasted} />
    </Sheet>
  );
}

const load = () => import("./PasteForm.tsx");

function Contents({ pasted }: { readonly pasted: PastedText }) {
  const loaded = useLoaded(load);
  return loaded && <loaded.PasteForm pasted={pasted} />;
}
