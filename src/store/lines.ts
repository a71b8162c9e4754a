/** The packets in tcpdump's words in place of their list: whether, with which options, and of which packets. */
import { lastCall } from "./last-call.ts";
import type { LineOptions } from "./lines-slice.ts";
import { ladderRows, openCapture } from "./selectors.ts";
import { shownRows } from "./shown-rows.ts";
import { type State, useStore } from "./store.ts";

const { getState: state, setState: set } = useStore;

/** Whether tcpdump's lines stand in place of the packet list. */
export const areLinesShown = (of: State) => of.lines.areShown;
export const lineOptions = (of: State) => of.lines.options;

/** Rows of the packet table that are listed, ascending; null for all. */
export const listedRows: (of: State) => Uint32Array | null = lastCall(
  (of: State) => (of.lines.areShown && of.lines.ofLadder ? ladderRows(of) : null),
  shownRows,
  (ofLadder, shown) => ofLadder ?? shown,
);

/** Lists the packets in tcpdump's words, or in columns again. False without a capture. */
export function showLines(areShown: boolean): boolean {
  if (!openCapture(state())) return false;
  set(({ lines }) => ({ lines: { ...lines, areShown } }));
  return true;
}

/** Lists those of the ladder only, or all that the filter lets through. */
export function listLadder(ofLadder: boolean): void {
  set(({ lines }) => ({ lines: { ...lines, ofLadder } }));
}

/** Changes options. */
export function setLineOptions(changes: Partial<LineOptions>): void {
  set(({ lines }) => ({ lines: { ...lines, options: { ...lines.options, ...changes } } }));
}

/** The letters by which tcpdump is asked for these options: ` -n -vv`; empty for none. */
export function optionLetters(options: LineOptions): string {
  const { numeric, absolute, verbosity, link, quiet, time, dump, dumpsLink } = options;
  const dumpLetter = { none: "", hex: "x", hexAndText: "X", text: "A" }[dump];
  const letters = [
    numeric ? "n" : "",
    absolute ? "S" : "",
    "v".repeat(verbosity),
    link ? "e" : "",
    quiet ? "q" : "",
    "t".repeat(time),
    dumpLetter.repeat(dumpsLink ? 2 : 1),
  ];
  return letters.map((letter) => (letter ? ` -${letter}` : "")).join("");
}
