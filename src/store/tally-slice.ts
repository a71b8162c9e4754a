/** The conversations of the open capture in the state: whether their view is open, and how far counting them is. */
import type { AddressTable } from "../core/table/address-table.ts";
import type { Conversations } from "../core/tally/conversations.ts";
import type { OpenFile } from "./capture.ts";

/** `files` are those of the capture that is counted: they tell one capture from the next. */
export type TallyCount =
  | { readonly phase: "counting"; readonly files: readonly OpenFile[]; readonly packets: number }
  | {
      readonly phase: "counted";
      readonly files: readonly OpenFile[];
      readonly conversations: Conversations;
      /** Their own, MAC addresses included: rows are not those of the capture's table. */
      readonly addresses: AddressTable;
    }
  /** By the reader of the page. */
  | { readonly phase: "stopped"; readonly files: readonly OpenFile[] }
  /** A file cannot be read any more, or the worker failed. */
  | { readonly phase: "failed"; readonly files: readonly OpenFile[]; readonly message: string };

export interface TallySlice {
  readonly isTallyOpen: boolean;
  /** Of the capture that was counted last; null before. */
  readonly tally: TallyCount | null;
}

export const NO_TALLY: TallySlice = { isTallyOpen: false, tally: null };
