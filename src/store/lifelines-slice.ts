/** How the reader arranged the lifelines of the open capture, and how far its link addresses are known. */
import { type Arrangement, AS_IT_COMES } from "../core/ladder/hosts/arrangement.ts";
import type { End } from "../core/ladder/hosts/ends.ts";
import type { PacketPairs } from "../core/ladder/hosts/packet-pairs.ts";
import type { AddressTable } from "../core/table/address-table.ts";
import type { OpenFile } from "./capture.ts";

/** `files` are those of the capture that it is said of: they tell one capture from the next. */
export interface ArrangedLifelines {
  readonly files: readonly OpenFile[] | null;
  readonly now: Arrangement;
  /** The arrangements before, the latest last. */
  readonly before: readonly Arrangement[];
}

/** Link addresses are read from the file when they are asked for, once for each capture. */
export type LinkReading =
  | { readonly phase: "reading"; readonly files: readonly OpenFile[]; readonly packets: number }
  | {
      readonly phase: "read";
      readonly files: readonly OpenFile[];
      readonly pairs: PacketPairs;
      readonly addresses: AddressTable;
    }
  /** A file cannot be read any more, or the worker failed. */
  | { readonly phase: "failed"; readonly files: readonly OpenFile[]; readonly message: string };

export interface LifelinesSlice {
  readonly lifelines: ArrangedLifelines;
  /** Of the capture that they were last asked for of; null before, and where reading was stopped. */
  readonly links: LinkReading | null;
  /** Whether the index of lifelines is open. */
  readonly isIndexOpen: boolean;
  /** The lifeline that the index is opened at; null for none. */
  readonly indexed: End | null;
  /** The lifeline that is to come into view, a new object each time; null when none was asked for. */
  readonly wanted: { readonly end: End } | null;
}

const NOT_ARRANGED: ArrangedLifelines = { files: null, now: AS_IT_COMES, before: [] };

export const NO_LIFELINES: LifelinesSlice = {
  lifelines: NOT_ARRANGED,
  links: null,
  isIndexOpen: false,
  indexed: null,
  wanted: null,
};
