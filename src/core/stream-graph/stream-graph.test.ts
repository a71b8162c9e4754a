import { describe, expect, it } from "vitest";
import { RETRANSMISSION } from "../analysis/findings.ts";
import { readLadder, segmentsOfLines } from "../analysis/ladder-for-tests.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import { nearestMark } from "./nearest.ts";
import { streamSeries } from "./series.ts";
import { type GraphView, markStrokes, stepLine } from "./strokes.ts";

const MS = 1e6;
const LADDER = `
  A>B SYN seq=4294967290 at=5
  B>A SYN,ACK seq=100 ack=4294967291 win=1000 at=45
  A>B ACK seq=4294967291 ack=101 at=46
  A>B PSH,ACK seq=4294967291 ack=101 len=10 at=50
  A>B PSH,ACK seq=5 ack=101 len=10 at=51
  B>A ACK seq=101 ack=5 win=500 at=90
  A>B PSH,ACK seq=5 ack=101 len=10 at=300
`;
const segments = segmentsOfLines(readLadder(LADDER));
segments.findings[6] = RETRANSMISSION;
const series = streamSeries(segments, CLIENT_TO_SERVER, { base: 4294967290, windowShift: 2 });

describe("one direction of a connection", () => {
  it("has the numbers that each segment covers, on where 32 bits wrap", () => {
    const { marks } = series;
    expect([...marks.place]).toEqual([0, 3, 4, 6]);
    expect([...marks.from]).toEqual([0, 1, 11, 11]);
    expect([...marks.to]).toEqual([1, 11, 21, 21]);
    expect([...marks.time]).toEqual([0, 45 * MS, 46 * MS, 295 * MS]);
    expect([...marks.again]).toEqual([0, 0, 0, 1]);
    expect([series.highest, series.lastTime]).toEqual([21, 295 * MS]);
  });

  it("has what was acknowledged, and how far the window reached: that of a SYN unscaled", () => {
    expect([...series.acks.number]).toEqual([1, 11]);
    expect([...series.acks.edge]).toEqual([1001, 11 + 2000]);
    expect(series.highestEdge).toBe(2011);
  });

  it("has no window's edge where its scale is not known, and counts from the first segment without a base", () => {
    const unknown = streamSeries(segments, CLIENT_TO_SERVER, { base: -1, windowShift: -1 });
    expect([...unknown.acks.edge]).toEqual([1001, Number.NaN]);
    expect([...unknown.marks.from]).toEqual([...series.marks.from]);
    const back = streamSeries(segments, SERVER_TO_CLIENT, { base: 100, windowShift: 0 });
    expect([[...back.marks.from], [...back.acks.number]]).toEqual([[0], [1, 1, 1, 1]]);
  });
});

const VIEW: GraphView = { fromTime: 0, toTime: 300 * MS, fromNumber: 0, toNumber: 30, width: 300, height: 300 };

describe("what shows of it", () => {
  it("is a stroke for each segment, from its first number up to its last", () => {
    expect(markStrokes(series.marks, VIEW)).toEqual({
      once: [0, 290, 300, 45, 190, 290, 46, 90, 190],
      again: [295, 90, 190],
    });
  });

  it("is one stroke where they share a column of pixels and touch, and none of what is out of view", () => {
    const coarse = { ...VIEW, width: 30 };
    expect(markStrokes(series.marks, coarse).once).toEqual([0, 290, 300, 4, 90, 290]);
    expect(markStrokes(series.marks, { ...VIEW, toTime: 40 * MS }).once).toHaveLength(3);
    expect(markStrokes(series.marks, { ...VIEW, fromNumber: 22 }).once).toEqual([]);
  });

  it("is never more strokes than there are columns of pixels, of a million segments", () => {
    const length = 1_000_000;
    const column = (each: (at: number) => number) => Float64Array.from({ length }, (_, at) => each(at));
    const marks = {
      length,
      place: new Uint32Array(length),
      time: column((at) => at * 1000),
      from: column((at) => at * 1448),
      to: column((at) => (at + 1) * 1448),
      again: new Uint8Array(length),
    };
    const view = {
      fromTime: 0,
      toTime: length * 1000,
      fromNumber: 0,
      toNumber: length * 1448,
      width: 800,
      height: 400,
    };
    expect(markStrokes(marks, view).once.length / 3).toBeLessThanOrEqual(801);
  });

  it("is a line of steps for what was acknowledged, which goes on to the edge", () => {
    expect(stepLine(series.acks, series.acks.number, VIEW)).toEqual([40, 290, 85, 290, 85, 190, 300, 190]);
  });

  it("begins at the left edge with what was said before", () => {
    const points = stepLine(series.acks, series.acks.number, { ...VIEW, fromTime: 60 * MS, width: 240 });
    expect(points.slice(0, 4)).toEqual([0, 290, 25, 290]);
  });
});

describe("the segment at a point", () => {
  const at = (x: number, y: number) => nearestMark(series.marks, VIEW, { x, y }, 8)?.at ?? -1;
  it("is the one whose stroke is nearest", () => {
    expect([at(44, 200), at(47, 100), at(292, 150)]).toEqual([1, 2, 3]);
  });
  it("is none where all are farther than wanted", () => {
    expect([at(150, 150), at(45, 20)]).toEqual([-1, -1]);
  });
});
