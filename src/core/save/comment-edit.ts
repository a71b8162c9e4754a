/**
 * The options of a packet block with its comments changed. All other options stay as they are, in their order; what
 * goes into a section of the other byte order is turned.
 */
import { COMMENT, walkOptions } from "../capture/pcapng-options.ts";
import { type Bytes, option, options, textOption } from "./block-bytes.ts";

/** What becomes of the comments on one packet. */
export interface CommentEdit {
  /** New texts by the place of the comment among the packet's own; null takes it away. */
  readonly replaced: ReadonlyMap<number, string | null>;
  /** Comments to stand behind those. */
  readonly added: readonly string[];
}

export const NO_EDIT: CommentEdit = { replaced: new Map(), added: [] };

/** Options between two positions, and their byte order. */
export interface OptionPlace {
  readonly view: DataView;
  readonly from: number;
  readonly end: number;
  readonly littleEndian: boolean;
}

/** The options at a place, edited, for a section of the byte order given. What follows damage among them is dropped. */
export function editedOptions(
  { view, from, end, ...of }: OptionPlace,
  edit: CommentEdit,
  littleEndian: boolean,
): Bytes {
  const kept: Uint8Array[] = [];
  let comment = -1;
  walkOptions(view, from, end, of.littleEndian, (code, at, length) => {
    if (code === COMMENT) comment++;
    const text = code === COMMENT ? edit.replaced.get(comment) : undefined;
    if (typeof text === "string") kept.push(textOption(COMMENT, text, littleEndian));
    if (text !== undefined) return true;
    const value = new Uint8Array(length);
    value.set(new Uint8Array(view.buffer, view.byteOffset + at, length));
    if (of.littleEndian !== littleEndian) turn(value, NUMBERS.get(code) ?? 0);
    kept.push(option(code, value, littleEndian));
    return true;
  });
  return options([...kept, ...edit.added.map((text) => textOption(COMMENT, text, littleEndian))]);
}

/** Bytes of the number that an option of a packet is, or begins with; all others are of no byte order. */
const NUMBERS: ReadonlyMap<number, number> = new Map([
  [2, 4], // epb_flags
  [4, 8], // epb_dropcount
  [5, 8], // epb_packetid
  [6, 4], // epb_queue
  [2988, 4], // custom options begin with an enterprise's number
  [2989, 4],
  [19372, 4],
  [19373, 4],
]);

function turn(value: Uint8Array, length: number): void {
  if (value.length >= length) value.subarray(0, length).reverse();
}
