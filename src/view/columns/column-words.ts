/** What a column of the packet list is called. */
import type { TFunction } from "i18next";
import { fieldOf, type ListColumn, type OwnColumn } from "../../store/list-columns.ts";

/** The title that the reader gave it, else its own: a field's is its name. */
export const columnTitle = (column: ListColumn, t: TFunction): string => column.title || ownTitle(column, t);

/** The title that it has anyway. */
export const ownTitle = (column: ListColumn, t: TFunction): string =>
  fieldOf(column) || t(`packet.list.${column.id as OwnColumn}`); // what is no field is one of these
