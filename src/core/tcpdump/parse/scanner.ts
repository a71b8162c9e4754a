/** Reads a text from left to right, piece by piece; what does not stand there is a Misread, which parse.ts catches. */
import type { LineProblem } from "./facts.ts";

/** The text does not go on as a packet's does. Caught where the packet's text began; never leaves this folder. */
export class Misread extends Error {
  readonly problem: LineProblem;
  /** The words at which it shows. */
  readonly at: string;

  constructor(problem: LineProblem, at: string) {
    super(problem);
    this.problem = problem;
    this.at = at.slice(0, 40);
  }
}

/** What a terminal may have left of a word at a line's end. */
const CUT_WORD = /^[\x20-\x7e]{0,16}$/;

export class Scanner {
  private readonly text: string;
  private place = 0;

  constructor(text: string) {
    this.text = text;
  }

  get rest(): string {
    return this.text.slice(this.place);
  }

  get isAtEnd(): boolean {
    return this.place >= this.text.length;
  }

  /** Passes `pattern`, which must be sticky, and gives its groups; null where it does not stand here. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.place;
    const found = pattern.exec(this.text);
    if (found) this.place = pattern.lastIndex;
    return found;
  }

  /** The same where it must stand. */
  need(pattern: RegExp, problem: LineProblem = "syntax"): RegExpExecArray {
    return this.match(pattern) ?? this.fail(problem);
  }

  /** A few letters at the end may be the beginning of a word that goes on in the next line. */
  fail(problem: LineProblem): never {
    throw new Misread(CUT_WORD.test(this.rest) ? "incomplete" : problem, this.rest);
  }
}
