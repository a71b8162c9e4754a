/** Display filters that are kept on this machine: those applied before, and those that the reader made buttons of. */
import { prefer } from "./actions.ts";
import { type State, useStore } from "./store.ts";

/** Filters that are remembered. */
const REMEMBERED = 20;

/** Filters that were applied, the latest first; and those that the reader keeps as buttons. */
export const usedFilters = ({ preferences }: State): readonly string[] => preferences.filters.used;
export const savedFilters = ({ preferences }: State): readonly string[] => preferences.filters.saved;

/** Remembers a filter that was applied. */
export function rememberFilter(text: string): void {
  const state = useStore.getState();
  const used = [text, ...usedFilters(state).filter((one) => one !== text)].slice(0, REMEMBERED);
  prefer({ filters: { used, saved: savedFilters(state) } });
}

/** Keeps a filter as a button, or no longer. */
export function saveFilter(text: string, isSaved: boolean): void {
  const state = useStore.getState();
  const others = savedFilters(state).filter((one) => one !== text);
  prefer({ filters: { used: usedFilters(state), saved: isSaved ? [...others, text] : others } });
}
