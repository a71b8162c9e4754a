/** The blocks of pcapng that describe: the section, its interfaces, what these counted. Little-endian. */
import type { SectionNotes } from "../capture/notes.ts";
import { SECTION_HEADER } from "../capture/pcapng.ts";
import { COMMENT } from "../capture/pcapng-options.ts";
import type { CaptureInterface } from "../capture/reader.ts";
import { type Bytes, block, joined, option, options, textOption } from "./block-bytes.ts";

const BYTE_ORDER_MAGIC = 0x1a2b3c4d;
const INTERFACE_DESCRIPTION = 1;
const INTERFACE_STATISTICS = 5;

/** Codes of options, each in its own block. */
const HARDWARE = 2;
const SYSTEM = 3;
const APPLICATION = 4;
const NAME = 2;
const DESCRIPTION = 3;
const RESOLUTION = 9;
const FILTER = 11;
const RECEIVED = 4;
const DROPPED = 5;

const text = (code: number, value: string): readonly Bytes[] => (value ? [textOption(code, value, true)] : []);

/** A section header that says what the sections before it said: all comments, and the first of what there is one of. */
export function sectionBlock(sections: readonly SectionNotes[]): Bytes {
  const fixed = new Uint8Array(16);
  const view = new DataView(fixed.buffer);
  view.setUint32(0, BYTE_ORDER_MAGIC, true);
  view.setUint16(4, 1, true);
  fixed.fill(0xff, 8); // how long the section is, is not said
  const first = (key: "hardware" | "system") => sections.find((section) => section[key])?.[key] ?? "";
  const said = options([
    ...sections.flatMap(({ comments }) => comments.flatMap((comment) => text(COMMENT, comment))),
    ...text(HARDWARE, first("hardware")),
    ...text(SYSTEM, first("system")),
    ...text(APPLICATION, "Flowladder"),
  ]);
  return block(SECTION_HEADER, joined([fixed, said]), true);
}

/** An interface; its clock is that of the times that its packets are written with. */
export function interfaceBlock({ linkType, snapLength, timeDecimals, ...said }: CaptureInterface): Bytes {
  const fixed = new Uint8Array(8);
  const view = new DataView(fixed.buffer);
  view.setUint16(0, linkType, true);
  view.setUint32(4, snapLength, true);
  const resolution = timeDecimals === 6 ? [] : [option(RESOLUTION, Uint8Array.of(timeDecimals), true)];
  const all = options([
    ...text(NAME, said.name),
    ...text(DESCRIPTION, said.description),
    ...resolution,
    ...text(FILTER, said.filter && `\0${said.filter}`), // a zero: an expression, no program
  ]);
  return block(INTERFACE_DESCRIPTION, joined([fixed, all]), true);
}

/** What an interface counted, at a time in its ticks. */
export function statisticsBlock({ received, dropped }: CaptureInterface, number: number, time: bigint): Bytes {
  const fixed = new Uint8Array(12);
  const view = new DataView(fixed.buffer);
  view.setUint32(0, number, true);
  view.setUint32(4, Number((time >> 32n) & 0xffff_ffffn), true);
  view.setUint32(8, Number(time & 0xffff_ffffn), true);
  const count = (code: number, value: number) => (value < 0 ? [] : [option(code, u64(value), true)]);
  return block(
    INTERFACE_STATISTICS,
    joined([fixed, options([...count(RECEIVED, received), ...count(DROPPED, dropped)])]),
    true,
  );
}

function u64(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value), true);
  return bytes;
}
