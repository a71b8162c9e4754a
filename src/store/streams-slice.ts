/** Whether connections that ended stand in one line of a ladder of many. */
export interface StreamsSlice {
  readonly streams: {
    /** They do; false: they do not. */
    readonly isOn: boolean;
    /** Connections that are the other way. */
    readonly exceptions: ReadonlySet<number>;
  };
}

export const STREAMS_OPEN: StreamsSlice = { streams: { isOn: false, exceptions: new Set() } };
