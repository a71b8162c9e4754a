/** The link to what is shown, to be copied. */
import { useMemo, useState } from "react";
import { working } from "../../store/idle.ts";
import { captureSource } from "../../store/links.ts";
import { appliedFilter } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import { viewLink } from "../../store/view.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./Markup.module.css";

export function LinkTab() {
  const { t } = useTranslation();
  const [withNotes, setWithNotes] = useState(true);
  const [said, setSaid] = useState("");
  const { selection, ladder, markup } = useStore();
  const filter = useStore((state) => appliedFilter(state)?.text ?? null);
  const dims = useStore((state) => state.filter.dims);
  const source = captureSource();
  const made = useMemo(
    () => viewLink(source, { selection, ladder, markup, filter, dims }, withNotes),
    [source, selection, ladder, markup, filter, dims, withNotes],
  );
  const hasMarkup = markup.notes.length > 0 || markup.names.size > 0;
  const copy = async (link: string) => {
    try {
      await working(navigator.clipboard.writeText(link));
      setSaid(t("markup.link.copied"));
    } catch (fault) {
      setSaid(t("markup.link.notCopied", { message: fault instanceof Error ? fault.message : String(fault) }));
    }
  };
  return (
    <section className={styles.section}>
      <p className={styles.how}>{source ? t("markup.link.what") : t("markup.link.noSource")}</p>
      {hasMarkup && (
        <label className={styles.check}>
          <input type="checkbox" checked={withNotes} onChange={({ target }) => setWithNotes(target.checked)} />
          <span>
            {t("markup.link.withNotes")} <small>{t("markup.link.withNotesWhat")}</small>
          </span>
        </label>
      )}
      {"link" in made ? (
        <>
          <textarea
            readOnly
            rows={4}
            aria-label={t("markup.link.label")}
            value={made.link}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <div className={styles.actions}>
            <button
              type="button"
              className={`${controls.button} ${controls.primary}`}
              onClick={() => void copy(made.link)}
            >
              {t("markup.link.copy")}
            </button>
          </div>
        </>
      ) : (
        <p className={styles.wrong}>{t("markup.link.tooLong", { count: made.tooLongBy })}</p>
      )}
      <p role="status" className={styles.how}>
        {said}
      </p>
    </section>
  );
}
