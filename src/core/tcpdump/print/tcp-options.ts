/**
 * The options of a TCP segment in tcpdump's words, which are shorter than Wireshark's and go on behind a wrong length.
 * The kinds and what they hold are described in `protocols`; this file has a word for each kind, and the way through
 * the list.
 */
import { hexBytes, hexDigits } from "../../base/hex.ts";
import {
  OPTION_END,
  OPTION_MULTIPATH,
  OPTION_NOP,
  OPTION_SACK,
  OPTION_WINDOW_SCALE,
} from "../../protocols/tcp-option-kinds.ts";
import { Cut, type Line } from "./line.ts";
import type { PartKind } from "./parts.ts";
import { multipathWords } from "./tcp-multipath.ts";

/** Kinds that are told apart by their words alone (IANA, TCP Option Kind Numbers). */
const WORDS: Readonly<Record<number, string>> = {
  [OPTION_END]: "eol",
  [OPTION_NOP]: "nop",
  2: "mss",
  [OPTION_WINDOW_SCALE]: "wscale",
  4: "sackOK",
  [OPTION_SACK]: "sack",
  6: "echo",
  7: "echoreply",
  8: "TS",
  11: "cc",
  12: "ccnew",
  13: "",
  19: "md5",
  20: "scps",
  28: "uto",
  29: "tcp-ao",
  [OPTION_MULTIPATH]: "mptcp",
  34: "tfo",
  254: "exp",
};

const PARTS: Readonly<Record<number, PartKind>> = {
  [OPTION_END]: "eol",
  [OPTION_NOP]: "nop",
  2: "mss",
  [OPTION_WINDOW_SCALE]: "windowScale",
  4: "sackOk",
  [OPTION_SACK]: "sack",
  8: "timestamps",
};

/** In place of a count of bytes: the option cannot be read, and the line ends with it. */
const BAD = -1;

/** Where the values of an option stand: behind kind and length. */
interface Values {
  readonly at: number;
  /** Bytes that the option says it has for them, and that the header has left. */
  readonly length: number;
  readonly room: number;
  readonly sackBase: number;
  /** The segment's flags, which tell what an option of Multipath TCP may be. */
  readonly flags: number;
}

/** What an option's values say, and how many bytes they take; or BAD. */
type Read = (line: Line, values: Values) => { readonly text: string; readonly taken: number };

const bad = (text = "") => ({ text, taken: BAD });

/** Numbers of fixed widths: `needed` bytes must be left in the header, and captured. */
function fixed(needed: number, words: (line: Line, at: number) => string): Read {
  return (line, { at, room }) => {
    if (needed > room) return bad();
    line.need(at, needed);
    return { text: words(line, at), taken: needed };
  };
}

/** All bytes that the option says it has. */
function whole(words: (line: Line, values: Values) => string | null): Read {
  return (line, values) => {
    line.need(values.at, values.length);
    const text = words(line, values);
    return text === null ? bad() : { text, taken: values.length };
  };
}

const nothing: Read = () => ({ text: "", taken: 0 });
const one32 = fixed(4, (line, at) => ` ${line.long(at)}`);

/** The kind of experiment by which Fast Open went before it had a kind of its own (RFC 7413 §4.1.1). */
const FAST_OPEN_EXPERIMENT = 0xf989;

const READERS: Readonly<Record<number, Read>> = {
  [OPTION_END]: nothing,
  [OPTION_NOP]: nothing,
  2: fixed(2, (line, at) => ` ${line.word(at)}`),
  [OPTION_WINDOW_SCALE]: fixed(1, (line, at) => ` ${line.byte(at)}`),
  4: nothing,
  [OPTION_SACK]: sack,
  6: one32,
  7: one32,
  8: fixed(8, (line, at) => ` val ${line.long(at)} ecr ${line.long(at + 4)}`),
  11: one32,
  12: one32,
  13: one32,
  19: fixed(16, (line, at) => {
    return ` shared secret not supplied with -M, can't check - ${hexBytes(line.view, at, at + 16)}`;
  }),
  20: fixed(2, (line, at) => ` cap ${hexDigits(line.byte(at), 2)} id ${line.byte(at + 1)}`),
  28: fixed(2, (line, at) => timeoutText(line.word(at))),
  29: authentication,
  [OPTION_MULTIPATH]: (line, { at, length, flags }) => {
    line.need(at, length);
    line.protocol = "mptcp"; // to the end of the header, as tcpdump has it
    const { text, isWhole } = multipathWords(line.view, at, length, flags);
    return isWhole ? { text, taken: length } : bad(text);
  },
  34: whole((line, { at, length }) => ` ${cookieText(line.view, at, length)}`),
  254: whole((line, { at, length }) => {
    if (length < 2) return null;
    const experiment = line.word(at);
    const isFastOpen = experiment === FAST_OPEN_EXPERIMENT;
    return `-${isFastOpen ? `tfo${cookieText(line.view, at + 2, length - 2)}` : hexDigits(experiment, 4)}`;
  }),
};

/** A kind without a word: its bytes, as far as they were captured. */
function other(line: Line, { at, length }: Values): ReturnType<Read> {
  if (length > 0) printBytes(line, " 0x", at, at + length);
  return { text: "", taken: length };
}

/** The blocks, as far as they were captured. */
function sack(line: Line, { at, length, sackBase }: Values): ReturnType<Read> {
  if (length % 8 !== 0) return { text: " invalid sack", taken: length };
  line.print(` ${length / 8} `);
  for (let block = at; block < at + length; block += 8) {
    line.need(block, 8);
    const edge = (edgeAt: number) => (line.long(edgeAt) - sackBase) >>> 0;
    line.print(`{${edge(block)}:${edge(block + 4)}}`);
  }
  return { text: "", taken: length };
}

/** Bytes in hexadecimal, as far as they were captured. */
function printBytes(line: Line, before: string, from: number, to: number): void {
  line.print(before);
  for (let byte = from; byte < to; byte++) line.print(hexDigits(line.byte(byte), 2));
}

/** The highest bit says minutes, the others how many; what is written after the number is seconds (RFC 5482 §2). */
function timeoutText(value: number): string {
  const seconds = value & 1 ? (value >> 1) * 60 : value >> 1;
  return ` 0x${value.toString(16)} ${seconds}`;
}

/** The authentication option (RFC 5925 §2.2), whose words come as far as it was captured. */
function authentication(line: Line, { at, length }: Values): ReturnType<Read> {
  if (length < 2) return { text: " (invalid)", taken: length };
  line.print(` keyid ${line.byte(at)}`);
  line.print(` rnextkeyid ${line.byte(at + 1)}`);
  if (length > 2) printBytes(line, " mac 0x", at + 2, at + length);
  return { text: "", taken: length };
}

const COOKIE_LEAST = 4;
const COOKIE_MOST = 16;

/** A Fast Open cookie, or the request for one. */
function cookieText(view: DataView, at: number, length: number): string {
  if (length === 0) return " cookiereq";
  const isOne = length % 2 === 0 && length >= COOKIE_LEAST && length <= COOKIE_MOST;
  return isOne ? ` cookie ${hexBytes(view, at, at + length)}` : " (invalid)";
}

/** What of the segment its options' words depend on: what SACK blocks count from, and its flags. */
type SegmentWords = Pick<Values, "sackBase" | "flags">;

/** Prints the options between `from` and `to`; false where one of them ends the line. */
export function printTcpOptions(line: Line, from: number, to: number, segment: SegmentWords): boolean {
  line.print(", options [");
  for (let at = from; at < to; ) {
    if (at > from) line.print(",");
    const kind = line.byte(at);
    const isShort = kind === OPTION_END || kind === OPTION_NOP;
    const length = isShort ? 1 : line.byte(at + 1);
    if (!isShort && (length < 2 || length > to - at)) return printBad(line, at > from);
    const head = isShort ? 1 : 2;
    const values = { at: at + head, length: length - head, room: to - at - head, ...segment };
    const read = line.part(PARTS[kind] ?? "option", () => printOption(line, kind, values));
    if (!read) return printCut(line, at > from);
    if (read.taken === BAD) return printBad(line, at > from);
    // tcpdump goes on behind what it read, not behind what the option claims.
    if (head + read.taken !== length) line.print(`[len ${length}]`);
    at += head + read.taken;
    if (kind === OPTION_END) break;
  }
  line.print("]");
  return true;
}

/** Null where its values are not all there. */
function printOption(line: Line, kind: number, values: Values): ReturnType<Read> | null {
  line.print(WORDS[kind] ?? `unknown-${kind}`);
  try {
    const read = (READERS[kind] ?? other)(line, values);
    line.print(read.text);
    return read;
  } catch (error) {
    if (error instanceof Cut) return null;
    throw error;
  }
}

/** tcpdump ends the line with a bracket that nothing opened. */
function printCut(line: Line, isFurther: boolean): false {
  line.printCut();
  line.print(isFurther ? ">" : "");
  return false;
}

function printBad(line: Line, isFurther: boolean): false {
  line.print(`[bad opt]${isFurther ? "]" : ""}`);
  return false;
}
