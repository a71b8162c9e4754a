/** Text that the reader pasted, on its way to being a capture, in the state. */
import type { OpenFile } from "./capture.ts";

/** What is in the sheet for tcpdump's text. */
export interface PastedText {
  /** Empty where the reader is to paste it yet; a Blob where it is too long to be shown. */
  readonly text: string | Blob;
  /** The first packet's day, "2024-05-31"; empty where none was given. */
  readonly date: string;
  /** Name of the capture that it becomes. */
  readonly name: string;
}

export interface PasteSlice {
  /** Null while there is none. It outlives the closing of its sheet, until it is a capture or is emptied. */
  readonly pasted: PastedText | null;
  readonly isPasteOpen: boolean;
  /** The file that is no capture, but has packets as tcpdump's text; null where there is none. */
  readonly textFile: OpenFile | null;
}

export const NOTHING_PASTED: PasteSlice = { pasted: null, isPasteOpen: false, textFile: null };
