/**
 * How much room the window has: decides which panels stand beside each other, which of the tokens' sizes holds, and
 * keeps a size of each panel for each.
 */
import { useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "../translation.ts";

/** Widths in px from which on a class holds, widest first. */
const CLASSES = [
  ["wide", 1680],
  ["desk", 1440],
  ["laptop", 1280],
  ["small", 1080],
  ["tablet", 760],
  ["phone", 0],
] as const;

export type SizeClass = (typeof CLASSES)[number][0];

const queries = CLASSES.map(([name, from]) => ({ name, query: matchMedia(`(min-width: ${from}px)`) }));

/** Lets the tokens follow the window's width. To be called once, before the page is drawn. */
export function followWindowSize(): void {
  const follow = () => {
    const { dataset } = document.documentElement;
    if (sizeClass() === "phone") dataset.size = "roomy";
    else delete dataset.size;
  };
  subscribe(follow);
  follow();
}

/** The class that the window has now; the caller is rendered again when it changes. */
export function useSizeClass(): SizeClass {
  return useSyncExternalStore(subscribe, sizeClass);
}

/** The px of a token, `--row-list`; the caller is rendered again when the tokens' size or language changes. */
export function useTokenPixels(token: `--${string}`): number {
  const size = useSizeClass();
  const { language } = useTranslation();
  // The window's class and the page's language alone change what the style sheet says of a token.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  return useMemo(
    () => Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue(token)),
    [token, size, language],
  );
}

function subscribe(onChange: () => void): () => void {
  for (const { query } of queries) query.addEventListener("change", onChange);
  return () => {
    for (const { query } of queries) query.removeEventListener("change", onChange);
  };
}

function sizeClass(): SizeClass {
  return queries.find(({ query }) => query.matches)?.name ?? "phone";
}
