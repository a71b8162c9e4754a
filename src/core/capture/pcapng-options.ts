/** The options that may end a pcapng block: a code, a length and a value each, padded to four bytes. */
import { utf8Text } from "../base/text.ts";

const END_OF_OPTIONS = 0;
/** A remark on what the block describes; any block may have several. */
export const COMMENT = 1;
const OPTION_HEADER = 4;

/** An option that reaches past its block: how long it claims to be, how long it may be. */
export interface OverlongOption {
  readonly length: number;
  readonly most: number;
}

/** Takes one option, whose value has `length` bytes from `at` on. False ends the walk. */
type TakeOption = (code: number, at: number, length: number) => boolean;

/** Gives the options between `from` and `end`, in their order; the answer tells of one that reaches past the end. */
export function walkOptions(
  view: DataView,
  from: number,
  end: number,
  littleEndian: boolean,
  take: TakeOption,
): OverlongOption | null {
  let at = from;
  while (at + OPTION_HEADER <= end) {
    const code = view.getUint16(at, littleEndian);
    if (code === END_OF_OPTIONS) return null;
    const length = view.getUint16(at + 2, littleEndian);
    const valueAt = at + OPTION_HEADER;
    if (valueAt + length > end) return { length, most: end - valueAt };
    if (!take(code, valueAt, length)) return null;
    at = valueAt + ((length + 3) & ~3);
  }
  return null;
}

/** Whether there is a comment among the options. Makes nothing: it is asked for every packet that has options. */
export function hasComment(view: DataView, from: number, end: number, littleEndian: boolean): boolean {
  let at = from;
  while (at + OPTION_HEADER <= end) {
    const code = view.getUint16(at, littleEndian);
    const next = at + OPTION_HEADER + ((view.getUint16(at + 2, littleEndian) + 3) & ~3);
    if (code === END_OF_OPTIONS || next > end) return false;
    if (code === COMMENT) return true;
    at = next;
  }
  return false;
}

/** The texts of all options of one code, in their order. */
export function optionTexts(
  view: DataView,
  from: number,
  end: number,
  littleEndian: boolean,
  wanted: number,
): readonly string[] {
  const texts: string[] = [];
  walkOptions(view, from, end, littleEndian, (code, at, length) => {
    if (code === wanted) texts.push(optionText(view, at, length));
    return true;
  });
  return texts;
}

/** An option's text. Some writers count the zero that ends a C string. */
export function optionText(view: DataView, at: number, length: number): string {
  return utf8Text(view, at, at + length).replace(/\0.*$/s, "");
}
