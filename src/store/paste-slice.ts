/** Text that the reader pasted, on its way to being a capture, in the state. */
import type { OpenFile } from "./capture.ts";

/** What the sheet for tcpdump's text is opened with. */
export interface PastedText {
  /** Empty where the reader is to paste it yet; a Blob where it is too long to be shown. */
  readonly text: string | Blob;
  /** Name of the capture that it becomes. */
  readonly name: string;
}

export interface PasteSlice {
  /** Null while the sheet is closed. */
  readonly pasted: PastedText | null;
  /** The file that is no capture, but has packets as tcpdump's text; null where there is none. */
  readonly textFile: OpenFile | null;
}

export const NOTHING_PASTED: PasteSlice = { pasted: null, textFile: null };
