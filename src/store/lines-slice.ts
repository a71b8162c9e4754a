/** How the packets are listed in tcpdump's words, in the state. */
import type { Dump, TimeForm } from "../core/tcpdump/print/options.ts";

/** tcpdump's options, as far as the lines can be asked for with them. */
export interface LineOptions {
  /** `-n`: numbers in place of names. */
  readonly numeric: boolean;
  /** `-S`. */
  readonly absolute: boolean;
  /** How often `-v` is given: 0 to 3. */
  readonly verbosity: number;
  /** `-e`. */
  readonly link: boolean;
  /** `-q`. */
  readonly quiet: boolean;
  /** How often `-t` is given. */
  readonly time: TimeForm;
  readonly dump: Dump;
  /** The dump's letter is given twice. */
  readonly dumpsLink: boolean;
  /** Times in UTC, not in local time. */
  readonly utc: boolean;
}

export interface LinesSlice {
  readonly lines: {
    /** They stand in place of the packet list. */
    readonly areShown: boolean;
    /** Only packets of the ladder are listed. */
    readonly ofLadder: boolean;
    readonly options: LineOptions;
    /** How far all lines are printed for a file or the clipboard; null while none are. */
    readonly printing: { readonly done: number; readonly total: number } | null;
  };
}

/** As tcpdump prints when it is asked for nothing. */
export const PLAIN_LINES: LinesSlice = {
  lines: {
    areShown: false,
    ofLadder: false,
    options: {
      numeric: false,
      absolute: false,
      verbosity: 0,
      link: false,
      quiet: false,
      time: 0,
      dump: "none",
      dumpsLink: false,
      utc: false,
    },
    printing: null,
  },
};
