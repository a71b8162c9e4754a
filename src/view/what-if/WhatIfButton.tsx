/** A line of the ladder's menu that opens the model for the chosen packet; only where that is a segment of a connection. */

import { connectionOf } from "../../store/connection-rows.ts";
import { openCapture, selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { askWhatIf } from "../../store/what-if.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

export function WhatIfButton() {
  const { t } = useTranslation();
  const isSegment = useStore((state) => connectionOf(openCapture(state), selectedPacket(state)) !== null);
  if (!isSegment) return null;
  return (
    <button
      type="button"
      className={controls.link}
      title={t("whatIf.openWhat")}
      aria-keyshortcuts="Shift+L"
      onClick={() => askWhatIf()}
    >
      {t("whatIf.openMenu")}
    </button>
  );
}
