/** The menu that offers to filter by what was pointed at: these packets only, all but these, with those that show or beside them. */
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { closeFilterMenu, joinFilter, writeFilter } from "../../store/filter-menu.ts";
import type { FilterOffers } from "../../store/filter-slice.ts";
import { appliedFilter } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import { ConversationItems } from "../colour-rules/ConversationItems.tsx";
import { ColumnItem } from "../columns/ColumnItem.tsx";
import { MarkItems } from "../marks/MarkItems.tsx";
import { useTranslation } from "../translation.ts";
import { WhatIfItem } from "../what-if/WhatIfItem.tsx";
import styles from "./FilterMenu.module.css";

interface FilterMenuProps {
  /** Takes the focus to the filter's field, in which there is something new. */
  readonly onWritten: () => void;
}

export function FilterMenu({ onWritten }: FilterMenuProps) {
  const offered = useStore((state) => state.filter.menu);
  return offered && <Menu offered={offered} onWritten={onWritten} />;
}

/** Px that it keeps from the window's edges. */
const EDGE = 4;

function Menu({
  offered: { offers, row, field, x, y },
  onWritten,
}: FilterMenuProps & { readonly offered: FilterOffers }) {
  const { t } = useTranslation();
  const menu = useRef<HTMLDivElement>(null);
  const canJoin = useStore((state) => appliedFilter(state) !== null);
  useLayoutEffect(() => {
    const { current } = menu;
    if (!current) return;
    if (!current.matches(":popover-open")) current.showPopover();
    const { clientWidth, clientHeight } = document.documentElement;
    current.style.left = `${Math.max(EDGE, Math.min(x, clientWidth - current.offsetWidth - EDGE))}px`;
    current.style.top = `${Math.max(EDGE, Math.min(y, clientHeight - current.offsetHeight - EDGE))}px`;
    current.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  }, [x, y]);
  const joinings = canJoin ? (["only", "not", "and", "or"] as const) : (["only", "not"] as const);
  return (
    <div
      ref={menu}
      role="menu"
      popover="auto"
      tabIndex={-1}
      aria-label={t("filter.menu.title")}
      className={styles.menu}
      onKeyDown={key}
      onToggle={({ newState }) => newState === "closed" && closeFilterMenu()}
    >
      {offers.map((offer) => (
        // biome-ignore lint/a11y/useSemanticElements: a menu has groups, no fieldsets
        <div key={offer} role="group" aria-label={offer} className={styles.offer}>
          <code aria-hidden="true">{offer}</code>
          {joinings.map((joining) => (
            <button
              key={joining}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className={styles.item}
              onClick={() => joinFilter(offer, joining)}
            >
              {t(`filter.menu.${joining}`)}
            </button>
          ))}
          <button
            type="button"
            role="menuitem"
            tabIndex={-1}
            className={styles.item}
            onClick={() => {
              menu.current?.hidePopover(); // which gives the focus back to where it was
              writeFilter(offer);
              onWritten();
            }}
          >
            {t("filter.menu.prepare")}
          </button>
        </div>
      ))}
      {field !== null && <ColumnItem field={field} group={styles.offer ?? ""} item={styles.item ?? ""} />}
      {row !== null && <ConversationItems row={row} group={styles.offer ?? ""} />}
      {row !== null && <MarkItems row={row} group={styles.offer ?? ""} item={styles.item ?? ""} />}
      {row !== null && <WhatIfItem row={row} group={styles.offer ?? ""} item={styles.item ?? ""} />}
    </div>
  );
}

function key(event: KeyboardEvent<HTMLElement>): void {
  const items = Array.from(event.currentTarget.querySelectorAll<HTMLElement>("[role=menuitem]"));
  const now = items.findIndex((item) => item.matches(":focus"));
  const { length } = items;
  const places: Readonly<Record<string, number>> = {
    ArrowDown: (now + 1) % length,
    ArrowUp: (now - 1 + length) % length,
    Home: 0,
    End: length - 1,
  };
  if (event.key === "Escape" || event.key === "Tab") event.currentTarget.hidePopover();
  else if (event.key in places) items[places[event.key]!]?.focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
}
