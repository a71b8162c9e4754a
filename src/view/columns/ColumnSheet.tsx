/** The dialog that arranges the columns of the packet list. */
import {
  allColumns,
  changeColumn,
  moveColumn,
  removeColumn,
  resetColumns,
  resizeColumn,
  showColumns,
} from "../../store/columns.ts";
import { type Alignment, fieldOf, type ListColumn, NARROWEST, WIDEST } from "../../store/list-columns.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { Sheet } from "../parts/Sheet.tsx";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import { AddField } from "./AddField.tsx";
import styles from "./ColumnSheet.module.css";
import { columnTitle, ownTitle } from "./column-words.ts";

const WIDTH = 640;

export function ColumnSheet() {
  const { t } = useTranslation();
  const isOpen = useStore((state) => state.areColumnsOpen && openCapture(state) !== null);
  const columns = useStore(allColumns);
  if (!isOpen) return null;
  return (
    <Sheet title={t("columns.title")} closeLabel={t("columns.close")} width={WIDTH} onClose={() => showColumns(false)}>
      <div className={styles.content}>
        <p className={styles.hint}>{t("columns.hint")}</p>
        <ul className={styles.list}>
          {columns.map((column, place) => (
            <Entry key={column.id} column={column} before={columns[place - 1]} after={columns[place + 1]} />
          ))}
        </ul>
        <AddField />
        <button type="button" className={controls.button} onClick={resetColumns}>
          {t("columns.reset")}
        </button>
      </div>
    </Sheet>
  );
}

interface EntryProps {
  readonly column: ListColumn;
  readonly before: ListColumn | undefined;
  readonly after: ListColumn | undefined;
}

function Entry({ column, before, after }: EntryProps) {
  const { t } = useTranslation();
  const { id } = column;
  const name = columnTitle(column, t);
  const field = fieldOf(column);
  return (
    <li className={styles.entry}>
      <input
        type="checkbox"
        checked={column.isShown}
        aria-label={t("columns.shown", { column: name })}
        onChange={({ target }) => changeColumn(id, { isShown: target.checked })}
      />
      <input
        type="text"
        className={styles.text}
        aria-label={t("columns.name", { column: ownTitle(column, t) })}
        placeholder={ownTitle(column, t)}
        value={column.title}
        onChange={({ target }) => changeColumn(id, { title: target.value })}
      />
      <input
        type="number"
        className={styles.width}
        aria-label={t("columns.width", { column: name })}
        placeholder={t("columns.fits")}
        min={NARROWEST}
        max={WIDEST}
        value={column.width ?? ""}
        onChange={({ target }) => resizeColumn(id, target.value === "" ? null : Number(target.value))}
      />
      <select
        className={controls.select}
        aria-label={t("columns.align", { column: name })}
        value={column.align ?? ""}
        onChange={({ target }) => changeColumn(id, { align: alignmentOf(target.value) })}
      >
        <option value="">{t("columns.alignments.own")}</option>
        <option value="left">{t("columns.alignments.left")}</option>
        <option value="right">{t("columns.alignments.right")}</option>
      </select>
      <Step label={t("columns.up", { column: name })} id={id} where={before} isUp />
      <Step label={t("columns.down", { column: name })} id={id} where={after} />
      {field && (
        <button
          type="button"
          className={controls.iconButton}
          aria-label={t("columns.remove", { column: name })}
          onClick={() => removeColumn(id)}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

const alignmentOf = (value: string): Alignment | null => (value === "left" || value === "right" ? value : null);

interface StepProps {
  readonly label: string;
  readonly id: string;
  /** The column in whose place it comes; undefined at an end. */
  readonly where: ListColumn | undefined;
  readonly isUp?: boolean;
}

function Step({ label, id, where, isUp = false }: StepProps) {
  return (
    <SteadyButton
      className={`${controls.iconButton} ${isUp ? styles.up : ""}`}
      aria-label={label}
      isOff={!where}
      onClick={() => where && moveColumn(id, where.id)}
    >
      <Icon name="down" />
    </SteadyButton>
  );
}
