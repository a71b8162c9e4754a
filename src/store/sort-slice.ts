/** By what the packet list is sorted, and how far that is. The ladder stays in the order of time. */
import type { PacketTable } from "../core/table/packet-table.ts";
import type { ListColumn } from "./list-columns.ts";

/** What is wanted. */
export interface Sorting {
  readonly column: ListColumn["id"];
  readonly isDescending: boolean;
}

/** Rows in their order: those of a table that a filter takes, or all of it. */
export interface SortedRows {
  readonly by: Sorting;
  readonly packets: PacketTable;
  /** Those that the filter takes; null for all. */
  readonly shown: Uint32Array | null;
  readonly rows: Uint32Array;
}

export interface SortSlice {
  readonly sort: {
    /** Null while the list is in the order of the capture. */
    readonly wanted: Sorting | null;
    /** What goes on; "waits" for the rest of the capture, "failed" with a file. */
    readonly phase: "rest" | "waits" | "reading" | "sorting" | "failed";
    /** Of what goes on, 0 .. 1. */
    readonly share: number;
    readonly sorted: SortedRows | null;
  };
  /** Whether the dialog of the columns is open. */
  readonly areColumnsOpen: boolean;
  /** Whether the code for columns of fields is there, which is loaded with the first of them. */
  readonly areFieldsLoaded: boolean;
  /** The table of which the states of all connections are known: columns that show them wait for that. */
  readonly statesKnownOf: PacketTable | null;
}

export const NOT_SORTED: SortSlice = {
  sort: { wanted: null, phase: "rest", share: 0, sorted: null },
  areColumnsOpen: false,
  areFieldsLoaded: false,
  statesKnownOf: null,
};
