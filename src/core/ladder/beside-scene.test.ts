import { describe, expect, it } from "vitest";
import { MissingRanges } from "../analysis/missing-ranges.ts";
import { tablesOf } from "../analysis/tables-for-tests.ts";
import { type Beside, NOTHING_BESIDE } from "./beside.ts";
import { layoutBeside } from "./beside-scene.ts";
import type { LadderContent } from "./content.ts";
import { mostOf, NO_AMOUNTS } from "./gauges.ts";
import { CHARACTER, measure, testColumns, testContent } from "./ladder-for-tests.ts";
import { evenRows } from "./rows.ts";

const LADDER = `
  0    A>B SYN     seq=99          win=1000 ws=0
  0.01 B>A SYN,ACK seq=499 ack=100 win=1000 ws=0
  0.02 A>B ACK     seq=100 ack=500
  0.03 A>B ACK     seq=100 ack=500 len=100
  0.03 A>B ACK     seq=200 ack=500 len=100
  0.03 A>B ACK     seq=300 ack=500 len=100
  0.05 B>A ACK     seq=500 ack=200 win=500
  0.06 B>A ACK     seq=500 ack=200 win=500 sack=300-400
  1    A>B ACK     seq=200 ack=500 len=100
  1.02 B>A ACK     seq=500 ack=400 win=500`;

const words: Beside["words"] = {
  ...NOTHING_BESIDE.words,
  phase: (name) => name,
  gauge: (gauge) => gauge,
  amount: (gauge, amount) => String(gauge === "rtt" ? amount / 1e6 : amount),
  missing: ({ kind, from, to }) => [`${kind} ${from} to ${to} and so on and so on and so on`, `${kind} ${to - from}`],
};

/** The ladder with its surroundings. */
function contentWith(beside: Partial<Beside>): LadderContent {
  const { packets, connections, rows, sacks } = tablesOf(LADDER);
  const walk = new MissingRanges();
  walk.add(packets, rows, 0, rows.length, sacks);
  const content = testContent([], [{ client: 1, server: 2 }]);
  const most = mostOf({ packets, connections }, rows, 0, rows.length, NO_AMOUNTS);
  const columns = { ...content.connections.columns, windowShiftOut: connections.columns.windowShiftOut };
  const tables = { packets, rows, connections: { ...content.connections, columns } };
  const all = { ...NOTHING_BESIDE, words, most, missing: walk.ranges, sacks, ...beside };
  return { ...content, ...tables, beside: all };
}

function sceneOf(beside: Partial<Beside>, width = 1200, rows = { first: 0, end: 10 }) {
  const content = contentWith(beside);
  const columns = testColumns(content, { width });
  const places = evenRows(content.rows.length, columns.rowHeight);
  return { columns, ...layoutBeside(content, columns, { ...rows, left: 0 }, places, measure) };
}

const slim = (gauge: "window" | "flight" | "rtt") => ({ gauge, isWide: false });
const ALL = [slim("window"), slim("flight"), slim("rtt")];

describe("columns of amounts", () => {
  it("stand behind the comments while the arrows have room, and go from the last", () => {
    const shown = (width: number, gauges: Beside["gauges"] = ALL) =>
      sceneOf({ gauges }, width).columns.gauges.map(({ gauge, isWide }) => `${gauge}${isWide ? " wide" : ""}`);
    expect(shown(1200)).toEqual(["window", "flight", "rtt"]);
    expect(shown(700)).toEqual(["window", "flight"]);
    expect(shown(640)).toEqual(["window"]);
    expect(shown(500)).toEqual([]);
    expect(shown(1200, [slim("window"), { gauge: "rtt", isWide: true }])).toEqual(["window", "rtt wide"]);
    expect(shown(700, [slim("window"), { gauge: "rtt", isWide: true }])).toEqual(["window", "rtt"]);
  });

  it("leave the comments and what is left of them where they are", () => {
    const { columns } = sceneOf({ gauges: ALL }, 1200);
    const [first] = columns.gauges;
    expect(first!.left).toBeGreaterThan(columns.ackLeft + "Ack = 000".length * CHARACTER);
    expect(columns.gauges.at(-1)!.right).toBeLessThanOrEqual(1200);
    expect(columns.contentWidth).toBe(1200);
  });

  it("draw from the axis to the share of the greatest amount", () => {
    const [flight] = sceneOf({ gauges: [slim("flight")] }).gauges;
    const { left, right } = flight!.column;
    const told = flight!.marks.map(({ row, x, text, isAgain }) => [
      row + 1,
      (x - left) / (right - left),
      text,
      isAgain,
    ]);
    expect(told).toEqual([
      [4, 100 / 300, "100", false],
      [5, 200 / 300, "200", false],
      [6, 1, "300", false],
      [9, 100 / 300, "100", true],
    ]);
  });

  it("join the amounts of each side by steps when they are wide", () => {
    const [flight] = sceneOf({ gauges: [{ gauge: "flight", isWide: true }] }).gauges;
    expect(flight!.lines).toHaveLength(1);
    expect(flight!.lines[0]!.corners).toHaveLength(2 + 3 * 4);
    expect(sceneOf({ gauges: [slim("flight")] }).gauges[0]!.lines).toEqual([]);
  });
});

describe("missing bytes", () => {
  it("break their sender's lifeline below what was lost, with the words that fit", () => {
    const { missing, columns } = sceneOf({});
    expect(missing.map(({ text, y, x, textX }) => [text, y, x, textX])).toEqual([
      ["lost 200 to 300 and so on and so on and so on", 5 * 26, columns.firstLifeline, columns.firstLifeline + 20],
    ]);
    expect(sceneOf({}, 560).missing[0]!.text).toBe("lost 100");
  });
});

describe("strips of what is held", () => {
  it("stand in rows with SACK blocks alone", () => {
    const { strips, columns } = sceneOf({});
    expect(strips.map(({ row, cells }) => [row + 1, cells.map(({ state }) => state)])).toEqual([
      [8, ["acknowledged", "missing", "held"]],
    ]);
    expect(strips[0]!.cells[0]!.x).toBe(columns.seqLeft);
    expect(sceneOf({}, 390).strips).toEqual([]);
    expect(sceneOf({ sacks: null }).strips).toEqual([]);
  });
});

describe("bands of phases", () => {
  const phases: Beside["phases"] = [
    { name: "handshake", from: 0, to: 2 },
    { name: "data", from: 3, to: 9 },
  ];
  const bands = (rows?: { first: number; end: number }) =>
    sceneOf({ phases }, 1200, rows).phases.map(
      ({ phase, top, bottom, isStart, isEnd, names }) =>
        `${isStart ? "[" : "…"}${phase.name} ${top}-${bottom}${isEnd ? "]" : "…"} ${names}`,
    );

  it("cover their rows, and are named where the name fits", () => {
    expect(bands()).toEqual(["[handshake 0-78] 39", "[data 78-260] 169"]);
    expect(bands({ first: 2, end: 6 })).toEqual(["…handshake 0-26] ", "[data 26-104… 65"]);
  });

  it("move what stands right of them", () => {
    expect(sceneOf({ phases }).columns.numberRight).toBe(sceneOf({}).columns.numberRight + 14);
  });
});
