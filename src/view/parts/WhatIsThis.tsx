/** Leads from the chosen field to its entry in the field reference. Shows while a field is chosen. */
import { keyAt, layerOf } from "../../core/inspect/field-path.ts";
import { showReference } from "../../store/actions.ts";
import { selectedField } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import controls from "./controls.module.css";

/** With `within`, the path of a header, only for fields of that header. */
export function WhatIsThis({ within }: { readonly within?: string }) {
  const { t } = useTranslation();
  const chosen = useStore(selectedField);
  if (chosen === null || (within !== undefined && layerOf(chosen) !== within)) return null;
  const key = keyAt(chosen);
  return (
    <button type="button" className={controls.link} title={key} onClick={() => showReference(key)}>
      {t("reference.whatIsThis")}
    </button>
  );
}
