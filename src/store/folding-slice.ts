/** Whether runs that repeat stand in one line of the ladder. */
export interface FoldingSlice {
  readonly folding: {
    /** Runs are folded; false: they are not. */
    readonly isOn: boolean;
    /** First rows of the runs that are the other way, in the packet table. */
    readonly exceptions: ReadonlySet<number>;
  };
}

export const ALL_FOLDED: FoldingSlice = { folding: { isOn: true, exceptions: new Set() } };
