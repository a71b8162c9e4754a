/** In the menu of a field: lists it in a column of its own. */
import { addColumn } from "../../store/columns.ts";
import { closeFilterMenu } from "../../store/filter-menu.ts";
import { useTranslation } from "../translation.ts";

interface ColumnItemProps {
  /** By its name in filters. */
  readonly field: string;
  /** Classes of the menu's groups and items. */
  readonly group: string;
  readonly item: string;
}

export function ColumnItem({ field, group, item }: ColumnItemProps) {
  const { t } = useTranslation();
  const apply = () => {
    closeFilterMenu();
    addColumn(field);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu has groups, no fieldsets
    <div role="group" aria-label={field} className={group}>
      <code aria-hidden="true">{field}</code>
      <button type="button" role="menuitem" tabIndex={-1} className={item} onClick={apply}>
        {t("columns.apply")}
      </button>
    </div>
  );
}
