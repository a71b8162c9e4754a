/** What the analysis says of one segment, in the numbers that a reader sees: frames from 1, seconds as text. */
import { DUPLICATE_ACK, RETRANSMISSION } from "./findings.ts";
import type { SegmentAnalysis } from "./segment-analysis.ts";

/** Verdict on one segment. Frame numbers are 0 where there is none, times empty. */
export interface AnalysisFacts {
  /** Bits of findings.ts. */
  readonly findings: number;
  /** Frame whose segment it acknowledges to the last byte, and how long that took. */
  readonly acknowledges: number;
  readonly ackRtt: string;
  /** The handshake's round-trip time. */
  readonly initialRtt: string;
  /** Bytes under way after it, and bytes sent since PSH; 0 when not known. */
  readonly bytesInFlight: number;
  readonly pushBytes: number;
  /** Of a duplicate ACK: its number, and the frame that said so first. */
  readonly duplicateNumber: number;
  readonly duplicateOf: number;
  /** Of a retransmission: the frame from which the time was taken that it came after, and that time. */
  readonly original: number;
  readonly rto: string;
}

/** What the columns keep of a verdict; `pushBytes` may be asked for later. */
export type Verdict = Pick<SegmentAnalysis, "findings" | "acknowledged" | "related" | "amount" | "pushBytes">;

/**
 * The facts of a segment with `length` bytes of data; null when there are none. `since` gives the seconds from a row to
 * this segment, `initialRtt` those of the handshake, empty while unknown: they show where anything else does.
 */
export function analysisFacts(
  { findings, acknowledged, related, amount, pushBytes }: Verdict,
  length: number,
  initialRtt: string,
  since: (row: number) => string,
): AnalysisFacts | null {
  const bytesInFlight = length > 0 ? amount : 0;
  if (findings === 0 && acknowledged < 0 && bytesInFlight === 0) return null;
  const isDuplicate = (findings & DUPLICATE_ACK) !== 0;
  const isRetransmission = (findings & RETRANSMISSION) !== 0;
  return {
    findings,
    acknowledges: acknowledged + 1,
    ackRtt: acknowledged < 0 ? "" : shown(since(acknowledged)),
    initialRtt: shown(initialRtt),
    bytesInFlight,
    pushBytes: bytesInFlight > 0 ? pushBytes : 0,
    duplicateNumber: isDuplicate ? amount : 0,
    duplicateOf: isDuplicate ? related + 1 : 0,
    original: isRetransmission ? related + 1 : 0,
    rto: isRetransmission ? shown(since(related)) : "",
  };
}

/** Wireshark leaves out a time of nothing. */
const shown = (seconds: string) => (/[1-9]/.test(seconds) ? seconds : "");
