import { describe, expect, it } from "vitest";
import { FINDINGS } from "../analysis/findings.ts";
import { readSegments } from "../analysis/segment-lines-for-tests.ts";
import { type JudgedSegment, judge } from "../analysis/verdicts-for-tests.ts";
import type { FieldNode } from "../protocols/inspection.ts";
import { FIN, SYN } from "../protocols/tcp.ts";
import { analysisPrefix } from "./analysis.ts";
import { CHECK_VALUES } from "./check-values-for-tests.ts";
import { FACTS, packetOf, SEGMENT } from "./frames-for-tests.ts";

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

/** The analysis in the tree of a segment that is judged last: keys and texts, level by level. */
function treeOf(ladder: string): readonly string[] {
  const { facts } = judge(readSegments(ladder).map(({ segment }) => segment)).at(-1)!;
  const { layers } = packetOf(SEGMENT, { facts: FACTS, analysis: facts });
  const lines: string[] = [];
  const add = (nodes: readonly FieldNode[], depth: string) => {
    for (const { field, text, children } of nodes) {
      if (field.key.startsWith("tcp.analysis.")) lines.push(`${depth}${field.key.slice(13)} ${text}`.trimEnd());
      add(children, field.key.startsWith("tcp.analysis.") ? `${depth}  ` : depth);
    }
  };
  add(layers.find(({ key }) => key === "tcp")?.nodes ?? [], "");
  return lines;
}

describe("the analysis in the tree", () => {
  const AGAIN = "A>B ACK seq=5 ack=9 len=5";

  it.each([
    [
      "a retransmission, with the time that it came after",
      `${AGAIN} \n 1 ${AGAIN}`,
      ["flags 1", "  retransmission 1", "    rto 1.000000000", "    rto_frame 1"],
    ],
    ["a retransmission at the same time, without", `${AGAIN} \n 0 ${AGAIN}`, ["flags 1", "  retransmission 1"]],
    [
      "a spurious one, which is a retransmission too",
      `B>A ACK seq=9 ack=10 \n ${AGAIN}`,
      ["flags 1", "  spurious_retransmission 1", "  retransmission 1"],
    ],
    [
      "a duplicate ACK, which Wireshark has within itself",
      "B>A ACK seq=9 ack=5 \n B>A ACK seq=9 ack=5",
      ["flags 1", "  duplicate_ack 1", "    duplicate_ack_num 1", "    duplicate_ack_frame 1", "    duplicate_ack 1"],
    ],
    [
      "what is acknowledged, and the handshake's time",
      "A>B SYN seq=4 \n B>A SYN,ACK seq=8 ack=5 \n A>B ACK seq=5 ack=9",
      ["acks_frame 2", "ack_rtt 0.010000000", "initial_rtt 0.020000000"],
    ],
    ["bytes under way and since PSH", AGAIN, ["bytes_in_flight 5", "push_bytes_sent 5"]],
  ])("has %s", (_, ladder, lines) => {
    const tree = treeOf(ladder);
    expect(tree.slice(-lines.length)).toEqual(lines);
  });
});
