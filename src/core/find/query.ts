/**
 * What is looked for: where, and as what it is meant. Understood once, and then asked of texts and bytes. A display
 * filter is left to the filter language; here it is passed over.
 */
import { type ByteRange, ByteSearch, bytesOfText } from "./byte-search.ts";
import { type ExpressionProblem, readExpression } from "./expression.ts";
import { type HexProblem, readHexadecimal } from "./hexadecimal.ts";

export const FIND_PLACES = ["list", "details", "bytes"] as const;
export type FindPlace = (typeof FIND_PLACES)[number];

export const FIND_KINDS = ["filter", "text", "hex", "expression"] as const;
export type FindKind = (typeof FIND_KINDS)[number];

export interface FindQuery {
  /** Columns of the list, lines of the tree, or bytes. */
  readonly place: FindPlace;
  readonly kind: FindKind;
  readonly text: string;
  /** Whether large and small letters differ. */
  readonly matchesCase: boolean;
}

export type FindProblem = HexProblem | ExpressionProblem;

/** A query that is understood. */
export interface Finder {
  /** Where it is looked for: bytes are in bytes only. */
  readonly place: FindPlace;
  readonly isIn: (text: string) => boolean;
  /** The first place in `length` bytes of a view from `at` on; null for none. */
  readonly inBytes: (view: DataView, at: number, length: number) => ByteRange | null;
}

/** Understands a query, or says what is wrong with it. What is empty is in nothing. Never throws. */
export function finderOf({ place, kind, text, matchesCase }: FindQuery): Finder | { readonly problem: FindProblem } {
  if (text === "" || kind === "filter") return { place, isIn: () => false, inBytes: () => null };
  if (kind === "hex") {
    const bytes = readHexadecimal(text);
    return bytes instanceof Uint8Array ? bytesFinder([bytes], false) : { problem: bytes };
  }
  if (kind === "text") {
    if (place === "bytes") return bytesFinder(bytesOfText(text), !matchesCase);
    const wanted = folded(text, matchesCase);
    return { place, isIn: (line) => folded(line, matchesCase).includes(wanted), inBytes: () => null };
  }
  const made = readExpression(text, !matchesCase, place === "bytes");
  if (!(made instanceof RegExp)) return { problem: made };
  return { place, isIn: (line) => made.test(line), inBytes: (...bytes) => matchIn(made, ...bytes) };
}

const folded = (text: string, matchesCase: boolean): string => (matchesCase ? text : text.toLowerCase());

function bytesFinder(wanted: readonly Uint8Array[], ignoresCase: boolean): Finder {
  const search = new ByteSearch(wanted, ignoresCase);
  return { place: "bytes", isIn: () => false, inBytes: (view, at, length) => search.in(view, at, length) };
}

/** A call takes so many arguments safely. */
const AT_ONCE = 8192;

function matchIn(expression: RegExp, view: DataView, at: number, length: number): ByteRange | null {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  let text = "";
  for (let from = 0; from < length; from += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  }
  const match = expression.exec(text);
  return match && { from: match.index, end: match.index + match[0].length };
}
