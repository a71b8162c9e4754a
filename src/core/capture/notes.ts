/** What a capture file tells beside its packets and interfaces. */

/** A name that the file gives an address. */
export interface NamedAddress {
  /** As the address is written everywhere else: `192.0.2.1`, `2001:db8::1`. */
  readonly address: string;
  readonly name: string;
}

/** Who wrote a section of a file, and with which remarks; empty texts for what is not stated. */
export interface SectionNotes {
  readonly comments: readonly string[];
  readonly hardware: string;
  readonly system: string;
  readonly application: string;
}

export interface CaptureNotes {
  /** In the order of the file; none in formats without sections. */
  readonly sections: readonly SectionNotes[];
  /** In the order of the file. Of several names of one address the last is Wireshark's. */
  readonly names: readonly NamedAddress[];
  /** Blocks with keys that would decrypt what was captured. They are counted, and not used. */
  readonly secrets: number;
}

export const NO_NOTES: CaptureNotes = { sections: [], names: [], secrets: 0 };
