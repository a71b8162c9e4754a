/** The sheet of the model. What it holds is loaded when it is first opened. */
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { askedPacket, closeWhatIf } from "../../store/what-if.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";

const WIDTH = 1360;

export function WhatIfSheet() {
  const { t } = useTranslation();
  const packet = useStore(askedPacket);
  if (packet === null) return null;
  return (
    <Sheet title={t("whatIf.title")} closeLabel={t("whatIf.close")} width={WIDTH} onClose={closeWhatIf}>
      <Contents packet={packet} />
    </Sheet>
  );
}

const load = () => import("./WhatIf.tsx");

function Contents({ packet }: { readonly packet: number }) {
  const loaded = useLoaded(load);
  const capture = useStore(openCapture);
  return loaded && capture && <loaded.WhatIf key={packet} capture={capture} packet={packet} />;
}
