import { describe, expect, it } from "vitest";
import { FINDINGS } from "../analysis/findings.ts";
import { readSegments } from "../analysis/segment-lines-for-tests.ts";
import { type JudgedSegment, judge } from "../analysis/verdicts-for-tests.ts";
import { FIN, SYN } from "../protocols/tcp.ts";
import { analysisPrefix } from "./analysis.ts";
import { CHECK_VALUES } from "./check-values-for-tests.ts";

const lines = readSegments(CHECK_VALUES);
const judged = judge(lines.map(({ segment }) => segment));

/** A number as the check values have it: empty where there is none. */
const shown = (value: number | string | undefined) => String(Number(value ?? 0) || "");

function scaleOf(flags: number, shift: number): string {
  if (flags & SYN) return "";
  return String(shift < 0 ? shift : 2 ** shift);
}

/** The cells of one packet. */
function cellsOf(row: number, { connection, facts, seqBase, windowShift }: JudgedSegment): readonly string[] {
  const { seq, flags, length } = lines[row]!.segment;
  const next = (seq - seqBase + length + (flags & (SYN | FIN) ? 1 : 0)) >>> 0;
  return [
    String(connection),
    facts ? analysisPrefix(facts).trim() : "",
    shown(facts?.bytesInFlight),
    shown(facts?.pushBytes),
    shown(facts?.acknowledges),
    shown(facts?.ackRtt),
    shown(facts?.initialRtt),
    String(next),
    scaleOf(flags, windowShift),
    shown(facts?.rto),
    shown(facts?.original),
  ];
}

describe("the analysis of a capture with every finding", () => {
  it.each(lines.map(({ text, expected }, row) => [row + 1, text, expected] as const))(
    "frame %i: %s",
    (frame, _, cells) => {
      expect(cellsOf(frame - 1, judged[frame - 1]!)).toEqual(cells.split("|"));
    },
  );

  it("has every finding", () => {
    const found = judged.reduce((bits, { facts }) => bits | (facts?.findings ?? 0), 0);
    expect(FINDINGS.filter(({ bit }) => !(found & bit)).map(({ key }) => key)).toEqual([]);
  });
});
