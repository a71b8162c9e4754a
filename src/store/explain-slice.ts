/** What of a packet is explained, and which number of the explanation is pointed at. */

/** What is explained together. */
export const TOPICS = ["ack", "seq", "window", "flags", "state", "option", "checksum"] as const;
export type Topic = (typeof TOPICS)[number];

/** A number of an explanation that is pointed at: where it stands, and what it is (explain's `what`). */
export interface LitOperand {
  /** Row of the packet table. */
  readonly row: number;
  readonly what: string;
}

export interface ExplainSlice {
  readonly explaining: {
    readonly topic: Topic;
    readonly lit: LitOperand | null;
  };
}

export const NOT_POINTED: ExplainSlice = { explaining: { topic: "ack", lit: null } };
