/** Changes the columns of the packet list, which are kept on this machine. */
import { prefer } from "./actions.ts";
import { lastCall } from "./last-call.ts";
import {
  DEFAULT_COLUMNS,
  type ListColumn,
  movedTo,
  NARROWEST,
  WIDEST,
  withChange,
  withField,
  without,
} from "./list-columns.ts";
import { openCapture } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

/** All columns in their order, those that are hidden too. */
export const allColumns = ({ preferences }: State): readonly ListColumn[] => preferences.columns;

/** Those that show: that of the files only where there are several. */
export const shownColumns: (state: State) => readonly ListColumn[] = lastCall(
  allColumns,
  (state: State) => (openCapture(state)?.files.length ?? 0) > 1,
  (columns, isMerged) => columns.filter(({ id, isShown }) => isShown && (id !== "file" || isMerged)),
);

const change = (to: (columns: readonly ListColumn[]) => readonly ListColumn[]): void =>
  prefer({ columns: to(allColumns(useStore.getState())) });

/** Shows a field, by the name that filters have for it, in a column of its own. */
export const addColumn = (field: string): void => change((columns) => withField(columns, field));

/** Takes a column away; one that the list brings is hidden. */
export const removeColumn = (id: string): void => change((columns) => without(columns, id));

/** Changes how a column looks. */
export const changeColumn = (id: string, to: Partial<Omit<ListColumn, "id">>): void =>
  change((columns) => withChange(columns, id, to));

/** Makes a column so many px wide, within bounds; null for as wide as it needs. */
export const resizeColumn = (id: string, width: number | null): void =>
  changeColumn(id, { width: width === null ? null : Math.round(Math.max(NARROWEST, Math.min(width, WIDEST))) });

/** Puts a column where another one is. */
export function moveColumn(id: string, where: string): void {
  change((columns) =>
    movedTo(
      columns,
      id,
      columns.findIndex((column) => column.id === where),
    ),
  );
}

/** Has the columns as the list comes. */
export const resetColumns = (): void => change(() => DEFAULT_COLUMNS);

/** Opens or closes the dialog; false while no capture is open. */
export function showColumns(isOpen: boolean): boolean {
  const canOpen = openCapture(useStore.getState()) !== null;
  useStore.setState({ areColumnsOpen: isOpen && canOpen });
  return canOpen;
}
