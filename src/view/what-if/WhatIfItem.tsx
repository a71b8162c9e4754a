/** The part of a packet's menu that asks what would follow if it were lost; only for segments of a connection. */

import { connectionOf } from "../../store/connection-rows.ts";
import { closeFilterMenu } from "../../store/filter-menu.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { askWhatIf } from "../../store/what-if.ts";
import { useTranslation } from "../translation.ts";

export interface WhatIfItemProps {
  readonly row: number;
  /** Classes of the group and of an item in the menu that it stands in. */
  readonly group: string;
  readonly item: string;
}

export function WhatIfItem({ row, group, item }: WhatIfItemProps) {
  const { t } = useTranslation();
  const isSegment = useStore((state) => connectionOf(openCapture(state), row) !== null);
  if (!isSegment) return null;
  const ask = () => {
    closeFilterMenu();
    askWhatIf(row);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a menu has groups, no fieldsets
    <div role="group" aria-label={t("whatIf.title")} className={group}>
      <button type="button" role="menuitem" tabIndex={-1} className={item} onClick={ask}>
        {t("whatIf.open")}
      </button>
    </div>
  );
}
