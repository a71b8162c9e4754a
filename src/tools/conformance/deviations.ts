/** Where the project's answer differs from tshark's and shall: each with its reason and the capture that shows it. */

export interface Deviation {
  /** Name of a capture, or what the names of several match. */
  readonly capture: string | RegExp;
  /** A field's name or what several match; "flow" for lines of the flow graph; "status" for the exit status. */
  readonly field: string | RegExp;
  /** Numbers of the frames; all when absent. Of the flow graph: lines, from 1. */
  readonly frames?: readonly number[];
  readonly reason: string;
}

export const DEVIATIONS: readonly Deviation[] = [];

/** True when a difference at this place is known and meant. */
export function isDeviation(capture: string, field: string, frame: number): boolean {
  return DEVIATIONS.some(
    (known) =>
      matches(known.capture, capture) &&
      matches(known.field, field) &&
      (known.frames === undefined || known.frames.includes(frame)),
  );
}

const matches = (pattern: string | RegExp, text: string): boolean =>
  typeof pattern === "string" ? pattern === text : pattern.test(text);
