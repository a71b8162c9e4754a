/** A row of tabs. What they show is the caller's, in an element of the role "tabpanel" with the id given. */
import { type KeyboardEvent, useEffect, useRef } from "react";
import styles from "./TabList.module.css";

export interface TabListProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly label: string }[];
  readonly selected: Id;
  /** Id of the element that shows what is selected. */
  readonly panel: string;
  readonly onSelect: (id: Id) => void;
}

export function TabList<Id extends string>({ label, tabs, selected, panel, onSelect }: TabListProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  // Behind the drawing: the browser lays the page out for it.
  useEffect(() => {
    const tab = list.current?.querySelector(`[data-tab="${selected}"]`);
    tab?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [selected]);
  const key = (event: KeyboardEvent<HTMLElement>) => {
    const now = tabs.findIndex(({ id }) => id === selected);
    const next = target(event.key, now, tabs.length);
    const tab = next === null ? undefined : tabs[next];
    if (next === null || !tab) return;
    event.preventDefault();
    onSelect(tab.id);
    event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")[next]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs} onKeyDown={key}>
      {tabs.map(({ id, label: name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === selected}
          aria-controls={panel}
          tabIndex={id === selected ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

/** The tab that a key leads to; null for keys that lead nowhere. */
function target(key: string, now: number, count: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return (now + count - 1) % count;
    case "ArrowRight":
      return (now + 1) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
