/** Finding packets in the state: what is looked for, how that ended, and what of the found packet is shown. */
import type { FilterProblem } from "../core/filter/problem.ts";
import type { ByteRange } from "../core/find/byte-search.ts";
import type { FindProblem, FindQuery } from "../core/find/query.ts";

/** How the last step ended, or how far it is. */
export type FindOutcome =
  /** `place` among all packets found, from 1, and their number; null while not all are known. */
  | {
      readonly kind: "found";
      readonly row: number;
      readonly of: { readonly place: number; readonly count: number } | null;
      /** The step went on from the first packet at the last one, or the other way round. */
      readonly isRound: boolean;
      /** Whether it was a step on, or back. */
      readonly way: 1 | -1;
    }
  | { readonly kind: "none" }
  | { readonly kind: "stopped" }
  /** The capture's file cannot be read any more. */
  | { readonly kind: "failed" };

export interface FindSlice {
  readonly find: {
    readonly isOpen: boolean;
    readonly query: FindQuery;
    /** What is wrong with it; null for nothing, and where that is not known yet. */
    readonly problem: FindProblem | FilterProblem | null;
    /** Null before the first step of a query. */
    readonly outcome: FindOutcome | null;
    /** Packets that were looked into, of how many; null while none are. */
    readonly looking: { readonly done: number; readonly of: number } | null;
    /** Bytes of a packet that were found; null for none. */
    readonly bytes: (ByteRange & { readonly row: number }) | null;
  };
}

export const NOTHING_SOUGHT: FindSlice = {
  find: {
    isOpen: false,
    query: { place: "list", kind: "text", text: "", matchesCase: false },
    problem: null,
    outcome: null,
    looking: null,
    bytes: null,
  },
};
