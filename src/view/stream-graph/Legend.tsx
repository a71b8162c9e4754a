/** What the graph's lines are, each with a piece of it; the colours that it is drawn in are read from here. */
import type { RefObject } from "react";
import { useTranslation } from "../translation.ts";
import { COLOURS, type GraphColours } from "./draw-graph.ts";
import styles from "./StreamGraph.module.css";

const SHOWN = ["out", "back", "again", "ack", "edge"] as const;

export function Legend({ list }: { readonly list: RefObject<HTMLUListElement | null> }) {
  const { t } = useTranslation();
  return (
    <ul ref={list} className={styles.legend}>
      {SHOWN.map((name) => (
        <li key={name}>
          <span data-colour={name} className={`${styles.sign} ${styles[name]}`} aria-hidden="true" />
          {t(`streamGraph.legend.${name}`)}
        </li>
      ))}
      {COLOURS.filter((name) => !(SHOWN as readonly string[]).includes(name)).map((name) => (
        <li key={name} hidden>
          <span data-colour={name} className={styles[name]} />
        </li>
      ))}
    </ul>
  );
}

/** The colours of a legend in the scheme that shows. */
export function coloursOf(list: HTMLElement): GraphColours {
  const colours = Array.from(list.querySelectorAll<HTMLElement>("[data-colour]"), (sign) => {
    return [sign.dataset.colour, getComputedStyle(sign).color];
  });
  return Object.fromEntries(colours) as GraphColours; // the legend has each of them
}
