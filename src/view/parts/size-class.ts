/** How much room the window has: decides which panels stand beside each other, and keeps a size of each for each. */
import { useSyncExternalStore } from "react";

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

/** The class that the window has now; the caller is rendered again when it changes. */
export function useSizeClass(): SizeClass {
  return useSyncExternalStore(subscribe, sizeClass);
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
