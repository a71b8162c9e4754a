/** The table of keys, and the switch for those that are single letters. */
import { useEffect, useRef } from "react";
import { prefer, showReference } from "../../store/actions.ts";
import { letterKeys } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./HelpDialog.module.css";

/** Keys of a row; "or" stands between its groups. */
const KEYS = [
  {
    does: "move",
    keys: [
      ["↑", "↓"],
      ["K", "J"],
    ],
  },
  { does: "ends", keys: [["Home", "End"]] },
  { does: "page", keys: [["PgUp", "PgDn"]] },
  { does: "range", keys: [["Shift"]] },
  { does: "pick", keys: [["Ctrl"], ["Ctrl+Space"]] },
  { does: "sameWay", keys: [["←", "→"]] },
  { does: "scale", keys: [["T"]] },
  { does: "zoom", keys: [["+", "−"]] },
  { does: "zoomReset", keys: [["0"]] },
  { does: "pan", keys: [["Shift+Alt+↑", "↓", "←", "→"]] },
  { does: "tree", keys: [["←", "→", "↑", "↓"]] },
  { does: "panels", keys: [["F6", "Shift+F6"]] },
  { does: "splitter", keys: [["←", "→", "↑", "↓"]] },
  { does: "fold", keys: [["F", "Shift+F"]] },
  { does: "stream", keys: [["Z", "Shift+Z"]] },
  { does: "finding", keys: [["N", "Shift+N"]] },
  { does: "expert", keys: [["X"]] },
  { does: "graph", keys: [["B"]] },
  { does: "tally", keys: [["C"]] },
  { does: "table", keys: [["G"]] },
  { does: "lines", keys: [["D"]] },
  { does: "linePart", keys: [["←", "→"]] },
  { does: "lifelines", keys: [["H"]] },
  { does: "moveLifeline", keys: [["Alt+←", "Alt+→"]] },
  { does: "hideLifeline", keys: [["Del"]] },
  { does: "checksums", keys: [["V"]] },
  { does: "classroom", keys: [["P"]] },
  { does: "lesson", keys: [["Shift+P"]] },
  { does: "export", keys: [["S"]] },
  { does: "find", keys: [["Ctrl+F"]] },
  {
    does: "findStep",
    keys: [
      ["F3", "Shift+F3"],
      ["Ctrl+N", "Ctrl+B"],
    ],
  },
  { does: "goTo", keys: [["Ctrl+G"]] },
  { does: "mark", keys: [["Ctrl+M"]] },
  { does: "markShown", keys: [["Ctrl+Shift+M"]] },
  {
    does: "stepMark",
    keys: [
      ["M", "Shift+M"],
      ["Ctrl+Shift+N", "Ctrl+Shift+B"],
    ],
  },
  { does: "timeReference", keys: [["R"], ["Ctrl+T"]] },
  { does: "clearReferences", keys: [["Shift+R"], ["Ctrl+Alt+T"]] },
  { does: "stepReference", keys: [["Ctrl+Alt+N", "Ctrl+Alt+B"]] },
  { does: "acknowledged", keys: [["A"]] },
  { does: "acknowledgment", keys: [["Shift+A"]] },
  { does: "quoted", keys: [["Q", "Shift+Q"]] },
  { does: "explain", keys: [["Y"]] },
  { does: "facts", keys: [["U"]] },
  { does: "whatIf", keys: [["Shift+L"]] },
  { does: "note", keys: [["W"]] },
  { does: "notes", keys: [["Shift+W"]] },
  { does: "names", keys: [["E"]] },
  { does: "link", keys: [["L"]] },
  { does: "undo", keys: [["Ctrl+Z", "Ctrl+Y"]] },
  { does: "colourRules", keys: [["Shift+X"]] },
  { does: "conversation", keys: [["Ctrl+1", "…", "Ctrl+9"]] },
  { does: "columns", keys: [["Shift+C"]] },
  { does: "moveColumn", keys: [["Alt+←", "Alt+→"]] },
  { does: "columnWidth", keys: [["Shift+←", "Shift+→"]] },
  { does: "filter", keys: [["/"]] },
  { does: "filterMenu", keys: [["Shift+F10"]] },
  { does: "open", keys: [["O"]] },
  { does: "reference", keys: [["I"]] },
  { does: "help", keys: [["?"]] },
  { does: "close", keys: [["Esc"]] },
] as const;

export function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const areLetters = useStore(letterKeys);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // Else the switch has the focus, and a long table opens at its end.
    title.current?.focus();
  }, []);
  const toReference = () => {
    // First, so that the focus is back in the page when the reference takes it.
    dialog.current?.close();
    showReference("");
  };
  return (
    <dialog ref={dialog} className={styles.dialog} aria-labelledby="help-title" onClose={onClose}>
      <h2 ref={title} id="help-title" tabIndex={-1}>
        {t("help.title")}
      </h2>
      <dl className={styles.keys}>
        {KEYS.map(({ does, keys }) => (
          <div key={does}>
            <dt>
              {keys.map((group, index) => (
                <span key={group.join()}>
                  {index > 0 && <i>{t("help.or")}</i>}
                  {group.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{t(`help.keys.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.letters}>
        <input type="checkbox" checked={areLetters} onChange={({ target }) => prefer({ letterKeys: target.checked })} />
        <span>
          {t("help.letters")}
          <small>{t("help.lettersWhy")}</small>
        </span>
      </label>
      <form method="dialog" className={styles.end}>
        <button type="submit" className={controls.button}>
          {t("help.close")}
        </button>
        <button type="button" className={controls.link} onClick={toReference}>
          {t("reference.title")}
        </button>
      </form>
    </dialog>
  );
}
