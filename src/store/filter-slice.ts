/** The display filter in the state: what is typed and what is known of it, and the filter that limits what shows. */
import type { FilterProblem } from "../core/filter/problem.ts";
import type { OpenFile } from "./capture.ts";

/** How far the open capture's packets were searched for those that a filter takes. */
export interface Found {
  /** The packets that it takes, ascending: rows of the packet table. */
  readonly rows: Uint32Array;
  /** Packets looked at so far; of those, `unread` are known only when their bytes are read. */
  readonly looked: number;
  readonly unread: number;
  /**
   * What goes on: `columns` are looked at, `bytes` of packets are read, all is `known`; or it waits: `asks` for leave to
   * read bytes, was `stopped` by the reader of the page, or `failed` with a file.
   */
  readonly phase: "columns" | "asks" | "bytes" | "known" | "stopped" | "failed";
  /** Packets whose bytes were read, in the phase `bytes`. */
  readonly read: number;
}

/** The text in the filter's field, and what is known of it. */
export type FilterDraft =
  | { readonly kind: "empty"; readonly text: string }
  /** Not looked at yet: the filter language is still being loaded. */
  | { readonly kind: "unknown"; readonly text: string }
  | { readonly kind: "problem"; readonly text: string; readonly problem: FilterProblem }
  | { readonly kind: "filter"; readonly text: string; readonly found: Found };

/** A filter that takes effect when its packets are known. */
export interface PendingFilter {
  readonly text: string;
  readonly found: Found;
}

export interface AppliedFilter {
  readonly text: string;
  /** Of the capture that it limits: they tell one capture from the next. */
  readonly files: readonly OpenFile[];
  /** Packets that show, ascending. */
  readonly rows: Uint32Array;
  readonly found: Found;
}

/** The menu of filters made of what was pointed at, and where in the window it is open, px. */
export interface FilterOffers {
  readonly offers: readonly string[];
  /** The packet that was pointed at, a row of the packet table; null for what is no packet. */
  readonly row: number | null;
  /** The field that was pointed at, by its name in filters; null for what is none. */
  readonly field: string | null;
  readonly x: number;
  readonly y: number;
}

export interface FilterSlice {
  readonly filter: {
    readonly draft: FilterDraft;
    /** Null while no filter waits to take effect. */
    readonly pending: PendingFilter | null;
    /** Null while the menu is closed. */
    readonly menu: FilterOffers | null;
    /** Null while all packets show. */
    readonly applied: AppliedFilter | null;
    /** Packets that the applied filter does not take are dimmed, and not hidden. */
    readonly dims: boolean;
  };
}

export const NOTHING_FOUND: Found = { rows: new Uint32Array(0), looked: 0, unread: 0, phase: "columns", read: 0 };

export const NO_FILTER: FilterSlice = {
  filter: { draft: { kind: "empty", text: "" }, pending: null, menu: null, applied: null, dims: false },
};
