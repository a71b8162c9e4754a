/** The part of a packet's menu that marks it, or lets times count from it. */
import { isAmong } from "../../core/table/marked-rows.ts";
import { closeFilterMenu } from "../../store/filter-menu.ts";
import { toggleMarkOf, toggleReference } from "../../store/marked-packets.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";

export interface MarkItemsProps {
  readonly row: number;
  /** Classes of the group and of an item in the menu that it stands in. */
  readonly group: string;
  readonly item: string;
}

export function MarkItems({ row, group, item }: MarkItemsProps) {
  const { t } = useTranslation();
  const isMarked = useStore((state) => isAmong(state.markup.marked, row));
  const isReference = useStore((state) => isAmong(state.markup.references, row));
  const items = [
    { words: t(isMarked ? "marks.unmark" : "marks.mark"), act: () => toggleMarkOf(row) },
    { words: t(isReference ? "marks.noReference" : "marks.reference"), act: () => toggleReference(row) },
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu has groups, no fieldsets
    <div role="group" aria-label={t("marks.packet", { number: row + 1 })} className={group}>
      {items.map(({ words, act }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          tabIndex={-1}
          className={item}
          onClick={() => {
            closeFilterMenu();
            act();
          }}
        >
          {words}
        </button>
      ))}
    </div>
  );
}
