/** One text read for the packets in it, from its first line to the file that they make. */
import type { UnreadLine } from "../core/tcpdump/parse/facts.ts";
import type { Untold } from "../core/tcpdump/parse/frame-bytes.ts";
import { type OnProgress, parseTcpdump } from "../core/tcpdump/parse/parse.ts";
import { pcapngOf } from "../core/tcpdump/write-pcapng.ts";

/** Words for each set of what a text can leave open, by `untoldKey`: the interface's, made before the text is read. */
export interface UntoldTable {
  readonly file: Readonly<Record<string, string>>;
  readonly packet: Readonly<Record<string, string>>;
}

/** All that a text can leave open, in the order in which it is said. */
export const UNTOLD: readonly Untold[] = ["ipHeader", "checksum", "addresses", "quoted", "sequence", "payload"];

/** The key of a set in the table of words, whatever its order. */
export const untoldKey = (untold: readonly Untold[]): string => UNTOLD.filter((one) => untold.includes(one)).join(" ");

/** A text to be read. */
export interface TextWish {
  readonly text: string | Blob;
  /** The day of the first packet, where the text has times of day alone; empty for none. */
  readonly date: string;
  readonly words: UntoldTable;
}

/** What a text was read into. */
export interface ReadText {
  readonly packets: number;
  /** The first lines that were not understood, and how many there are. */
  readonly unread: readonly UnreadLine[];
  readonly unreadLines: number;
  /** The packets as a pcapng file. */
  readonly file: ArrayBuffer;
}

export type TextReply =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "text"; readonly read: ReadText }
  | { readonly kind: "failed"; readonly message: string };

/** Lines that are handed on; of a text that is no tcpdump's, more tell nothing more. */
const MOST_LINES = 100;
/** Characters of such a line that are. */
const MOST_TEXT = 500;

/** Reads a text; `onProgress` is told how much of it is read. Rejects when a file cannot be read. */
export async function textJob({ text, date, words }: TextWish, onProgress: OnProgress = () => {}): Promise<ReadText> {
  const whole = typeof text === "string" ? text : await text.text();
  const parsed = parseTcpdump(whole, { ...(date === "" ? {} : { date }), onProgress });
  const file = pcapngOf(parsed, {
    file: (untold) => words.file[untoldKey(untold)] ?? "",
    packet: (untold) => words.packet[untoldKey(untold)] ?? "",
  });
  return {
    packets: parsed.packets.length,
    unread: parsed.unread.slice(0, MOST_LINES).map((line) => ({ ...line, text: line.text.slice(0, MOST_TEXT) })),
    unreadLines: parsed.unread.length,
    file: file.buffer,
  };
}
