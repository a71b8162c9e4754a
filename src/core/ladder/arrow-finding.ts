/** What the analysis found in a packet, as its arrow shows it: a mark of its own, words, and how the line is drawn. */
import {
  ACKED_LOST_SEGMENT,
  BAD_TCP,
  DUPLICATE_ACK,
  FAST_RETRANSMISSION,
  type Finding,
  findingsOf,
  KEEP_ALIVE,
  KEEP_ALIVE_ACK,
  LOST_SEGMENT,
  OUT_OF_ORDER,
  RETRANSMISSION,
  REUSED_PORTS,
  SPURIOUS_RETRANSMISSION,
  WINDOW_FULL,
  WINDOW_UPDATE,
  ZERO_WINDOW,
  ZERO_WINDOW_PROBE,
  ZERO_WINDOW_PROBE_ACK,
} from "../analysis/findings.ts";

/** Shapes, so that kinds differ without hue. */
export type FindingMark =
  | "again"
  | "duplicate"
  | "full"
  | "lost"
  | "pulse"
  | "reset"
  | "reused"
  | "shuffled"
  | "unseen"
  | "update"
  | "zero";

export interface ArrowFinding {
  readonly mark: FindingMark;
  /** Its title, a duplicate ACK's with its number; several with commas. Empty for a reset, whose label says it. */
  readonly words: string;
  /** Trouble, and not only worth knowing. */
  readonly isTrouble: boolean;
  /** Long dashes for what is sent again, dots for what only asks whether the other side is there; null for a line. */
  readonly dash: "again" | "asks" | null;
}

const SENT_AGAIN = RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION;
const ASKS = KEEP_ALIVE | ZERO_WINDOW_PROBE;

/** The mark of several findings is that of the first here. */
const MARKS: readonly (readonly [bits: number, mark: FindingMark])[] = [
  [SENT_AGAIN, "again"],
  [OUT_OF_ORDER, "shuffled"],
  [LOST_SEGMENT, "lost"],
  [DUPLICATE_ACK, "duplicate"],
  [ACKED_LOST_SEGMENT, "unseen"],
  [ZERO_WINDOW, "zero"],
  [WINDOW_FULL, "full"],
  [ASKS | KEEP_ALIVE_ACK | ZERO_WINDOW_PROBE_ACK, "pulse"],
  [REUSED_PORTS, "reused"],
  [WINDOW_UPDATE, "update"],
];

const RESET: ArrowFinding = { mark: "reset", words: "", isTrouble: true, dash: null };

/** What a finding is called: its own title, or that of another language. */
export type FindingTitle = (finding: Finding) => string;

export const OWN_TITLE: FindingTitle = ({ title }) => title;

/** Of a packet with these bits in its column; `amount` is a duplicate ACK's number. Null where nothing was found. */
export function arrowFinding(
  bits: number,
  amount: number,
  isReset: boolean,
  titleOf: FindingTitle,
): ArrowFinding | null {
  const mark = MARKS.find(([marked]) => bits & marked)?.[1];
  if (!mark) return isReset ? RESET : null;
  const words = findingsOf(bits).map((one) =>
    one.bit === DUPLICATE_ACK ? `${titleOf(one)} #${amount}` : titleOf(one),
  );
  const dash = bits & SENT_AGAIN ? "again" : bits & ASKS ? "asks" : null;
  return { mark, words: words.join(", "), isTrouble: (bits & BAD_TCP) !== 0, dash };
}
