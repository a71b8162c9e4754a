/**
 * What the analysis says of segments that are fed to it as the decoder feeds it, for tests; and of ladders whose lines
 * carry what is expected: `A>B ACK seq=1 len=5 -> retransmission of=3 rto=1.01`.
 */
import { secondsText } from "../base/time.ts";
import { type AnalysisFacts, analysisFacts } from "./analysis-facts.ts";
import { ConnectionTracker } from "./connections.ts";
import { findingsOf } from "./findings.ts";
import { learnRoundTrip } from "./handshake.ts";
import type { Direction, Segment } from "./segment.ts";
import { SegmentAnalysis } from "./segment-analysis.ts";
import { readSegments } from "./segment-lines-for-tests.ts";

/** One segment's verdict, with what was known of its connection when it was given. */
export interface JudgedSegment {
  readonly connection: number;
  readonly direction: Direction;
  /** Null when there is nothing to say. */
  readonly facts: AnalysisFacts | null;
  /** What its direction counts from, and its window scale. */
  readonly seqBase: number;
  readonly windowShift: number;
}

/** Judges segments in their order; their rows must be their places. */
export function judge(segments: readonly Segment[]): readonly JudgedSegment[] {
  const connections = new ConnectionTracker();
  const analysis = new SegmentAnalysis();
  return segments.map((given) => {
    const segment = { ...given };
    const connection = connections.add(segment);
    const { direction, columns, place } = connections;
    segment.reused = connections.reused;
    segment.repeated = connections.repeated;
    if (segment.judged) {
      analysis.add(segment, connection, direction, columns, place);
      learnRoundTrip(columns, place, segment);
    }
    const initialRtt = columns.initialRtt[place]!;
    const since = (row: number) => secondsText(segment.time - segments[row]!.time);
    const known = initialRtt === 0 ? "" : secondsText(initialRtt);
    const out = direction === 0;
    return {
      connection,
      direction,
      facts: segment.judged ? analysisFacts(analysis, segment.length, known, since) : null,
      seqBase: (out ? columns.seqBaseOut : columns.seqBaseIn)[place]!,
      windowShift: (out ? columns.windowShiftOut : columns.windowShiftIn)[place]!,
    };
  });
}

/** The numbers that a line may expect; 0 for what there is not. Frames are lines, counted from 1. */
const NUMBERS: Readonly<Record<string, (facts: AnalysisFacts) => number>> = {
  acks: ({ acknowledges }) => acknowledges,
  rtt: ({ ackRtt }) => Number(ackRtt),
  irtt: ({ initialRtt }) => Number(initialRtt),
  flight: ({ bytesInFlight }) => bytesInFlight,
  push: ({ pushBytes }) => pushBytes,
  of: ({ original, duplicateOf }) => original || duplicateOf,
  rto: ({ rto }) => Number(rto),
  nr: ({ duplicateNumber }) => duplicateNumber,
};

/** The names of all findings: Wireshark's, without what they have in common. */
export const namesOf = ({ findings }: AnalysisFacts): string[] =>
  findingsOf(findings).map(({ key }) => key.replace("tcp.analysis.", ""));

/**
 * What is said of a ladder's lines, and what they expect. Every finding must be expected, and numbers are said where
 * they are expected; a line without arrow expects no finding.
 */
export function verdicts(ladder: string): { readonly said: readonly string[]; readonly expected: readonly string[] } {
  const lines = readSegments(ladder);
  const judged = judge(lines.map(({ segment }) => segment));
  const line = (text: string, names: readonly string[], numbers: readonly string[]) =>
    [text, "->", ...[...names].sort(), ...numbers].join(" ").replace(/ ->$/, "");
  const pairs = lines.map(({ text, expected }, row) => {
    const words = expected.split(/\s+/).filter((word) => word !== "");
    const asked = words.filter((word) => word.includes("="));
    const { facts } = judged[row]!;
    const numbers = asked.map((word) => {
      const [name = ""] = word.split("=");
      return `${name}=${facts ? NUMBERS[name]?.(facts) : 0}`;
    });
    const names = words.filter((word) => !word.includes("="));
    return [line(text, facts ? namesOf(facts) : [], numbers), line(text, names, asked)] as const;
  });
  return { said: pairs.map(([said]) => said), expected: pairs.map(([, expected]) => expected) };
}
