/**
 * Runs of the model as text, for tests: a line a segment, its time in ms with as many decimals as it has within a µs,
 * `20 B>A SYN,ACK seq=0 ack=1 | answersSyn`, behind the bar why it was sent, and what befell it.
 */
import { flagNames, PSH } from "../protocols/tcp.ts";
import type { ModelRun, ModelSegment } from "./model.ts";

/** All segments, one a line. */
export const linesOf = ({ segments }: ModelRun): readonly string[] => segments.map(lineOf);

export function lineOf(segment: ModelSegment): string {
  const { side, flags, seq, ack, length, sack, cause, fate } = segment;
  const words = [
    `${Math.round(segment.sentAt / 1e3) / 1e3}`,
    side === "client" ? "A>B" : "B>A",
    flagNames(flags & ~PSH).replaceAll(" ", ""),
    `seq=${seq}`,
    `ack=${ack}`,
    ...(length > 0 ? [`len=${length}`] : []),
    ...(sack.length > 0 ? [`sack=${sack.map((block) => block.join("-")).join()}`] : []),
    `| ${cause.kind}`,
    ...(fate === "arrives" ? [] : [fate]),
  ];
  return words.join(" ");
}
