/** What rows are coloured by; loads the colouring rules when they are wanted. */
import type { Colouring } from "../../core/colour/rules.ts";
import { asksRules, colouring, loadRules } from "../../store/colours.ts";
import { useStore } from "../../store/store.ts";
import { useLoaded } from "./use-loaded.ts";

const loadNothing = async () => null;

/** The colouring that shows: rows are in the page's own colours until the rules are there. */
export function useColouring(): Colouring {
  useLoaded<unknown>(useStore(asksRules) ? loadRules : loadNothing);
  return useStore(colouring);
}
