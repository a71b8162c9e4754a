/** What rows are coloured by; loads the colouring rules when they are wanted. */
import { asksRules, loadRules, type Painting, painting } from "../../store/colours.ts";
import { useStore } from "../../store/store.ts";
import { useLoaded } from "./use-loaded.ts";

const loadNothing = async () => null;

/** What rows have their colours of: they are in the page's own until the rules are there. */
export function useColouring(): Painting {
  useLoaded<unknown>(useStore(asksRules) ? loadRules : loadNothing);
  return useStore(painting);
}
