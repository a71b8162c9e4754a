/** A line under the word of a filter that is wrong: the same text once more, unseen, which scrolls with the field. */
import { useLayoutEffect, useRef } from "react";
import type { FilterDraft } from "../../store/filter-slice.ts";
import styles from "./FilterBar.module.css";

/** Stands beside the field's `<input>`. */
export function WrongWord({ draft: { text, problem } }: { readonly draft: Extract<FilterDraft, { kind: "problem" }> }) {
  const words = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const field = words.current?.parentElement?.querySelector("input");
    const follow = () => {
      if (words.current && field) words.current.scrollLeft = field.scrollLeft;
    };
    follow();
    field?.addEventListener("scroll", follow);
    return () => field?.removeEventListener("scroll", follow);
  });
  const { at, length } = problem;
  return (
    <span ref={words} aria-hidden="true" className={styles.wrong}>
      {text.slice(0, at)}
      <i>{text.slice(at, at + length)}</i>
      {text.slice(at + length)}
    </span>
  );
}
