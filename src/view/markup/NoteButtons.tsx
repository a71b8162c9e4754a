/** What can be added to the chosen packet: a note, names of its addresses. */
import { showMarkup } from "../../store/markup.ts";
import { beginNote } from "../../store/notes.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";

export function NoteButtons() {
  const { t } = useTranslation();
  return (
    <>
      <button type="button" className={controls.link} title={t("markup.addTitle")} onClick={beginNote}>
        {t("markup.add")}
      </button>
      <button
        type="button"
        className={controls.link}
        title={t("markup.nameHostsTitle")}
        onClick={() => showMarkup("names")}
      >
        {t("markup.nameHosts")}
      </button>
    </>
  );
}
