/** Whether the sheet that exports the ladder is open. */
import { ladderRows, openCapture } from "./selectors.ts";
import { useStore } from "./store.ts";

/** Opens and closes it. False when there is no ladder to export. */
export function showExport(isExportOpen: boolean): boolean {
  const state = useStore.getState();
  if (isExportOpen && (!openCapture(state) || ladderRows(state).length === 0)) return false;
  useStore.setState({ isExportOpen });
  return true;
}
