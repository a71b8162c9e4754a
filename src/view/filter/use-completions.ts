/** The list below the filter's field: what may stand at the caret, which of it is marked, and taking it. */
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Completion, Completions } from "../../core/filter/completion.ts";
import { typeFilter } from "../../store/filter.ts";
import { filterCompletions } from "../../store/filter-completion.ts";
import { savedFilters, usedFilters } from "../../store/kept-filters.ts";
import { useStore } from "../../store/store.ts";

export interface CompletionList {
  readonly options: readonly Completion[];
  /** Fields that begin as the word at the caret; 0 where another thing is typed. */
  readonly fields: number;
  /** Place of the marked option; -1 for none. */
  readonly marked: number;
  readonly isOpen: boolean;
  /** Moves the mark, and opens the list. False when there is nothing to choose from. */
  readonly move: (by: 1 | -1) => boolean;
  /** Puts an option in; without its place, the marked one. False when none is marked. */
  readonly take: (place?: number) => boolean;
  /** False when it was closed already. */
  readonly close: () => boolean;
  /** What the caret does to the list: typing opens it, moving does not. */
  readonly follow: (isTyping: boolean) => void;
}

/** Of a field with this text. */
export function useCompletions(field: RefObject<HTMLInputElement | null>, text: string): CompletionList {
  const [caret, setCaret] = useState(0);
  const [isWanted, setWanted] = useState(false);
  const [marked, setMarked] = useState(-1);
  const kept = useKept(text);
  // Not kept between drawings: the language may have been loaded in between, and looking takes less than a frame.
  const found = isWanted ? filterCompletions(text, Math.min(caret, text.length)) : null;
  const options = kept ?? found?.options ?? [];
  const isOpen = isWanted && options.length > 0;
  const goTo = useCaret(field, text, setCaret);
  const close = () => {
    setWanted(false);
    setMarked(-1);
    return isOpen;
  };
  return {
    options: isOpen ? options : [],
    fields: countFields(found, text),
    marked: isOpen ? Math.min(marked, options.length - 1) : -1,
    isOpen,
    move(by) {
      setWanted(true);
      setCaret(field.current?.selectionStart ?? text.length);
      if (isOpen)
        setMarked(marked < 0 && by < 0 ? options.length - 1 : (marked + by + options.length) % options.length);
      else setMarked(0);
      return true;
    },
    take(place = marked) {
      const option = options[place];
      if (!isOpen || !option) return false;
      const { from, to } = kept || !found ? { from: 0, to: text.length } : found;
      const behind = text.slice(to);
      const space = behind.startsWith(" ") || kept ? "" : " ";
      goTo(from + option.text.length + 1);
      void typeFilter(text.slice(0, from) + option.text + space + behind);
      close();
      return true;
    },
    close,
    follow(isTyping) {
      setCaret(field.current?.selectionStart ?? 0);
      setMarked(-1);
      if (isTyping) setWanted(true);
    },
  };
}

const countFields = (found: Completions | null, text: string): number =>
  found?.expects === "field" && found.from < found.to && text !== "" ? found.options.length : 0;

/** Filters kept, for an empty field; null for another. */
function useKept(text: string): readonly Completion[] | null {
  const saved = useStore(savedFilters);
  const used = useStore(usedFilters);
  if (text.trim() !== "") return null;
  return [...new Set([...saved, ...used])].map((filter) => ({ text: filter, title: "" }));
}

/** Puts the caret where it is to be once the field has its new text. */
function useCaret(field: RefObject<HTMLInputElement | null>, text: string, setCaret: (caret: number) => void) {
  const next = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what the caret waits for
  useLayoutEffect(() => {
    if (next.current === null) return;
    field.current?.setSelectionRange(next.current, next.current);
    setCaret(next.current);
    next.current = null;
  }, [text, field, setCaret]);
  return (caret: number) => {
    next.current = caret;
  };
}
