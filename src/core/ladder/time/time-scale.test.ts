import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { measure, type TestPacket, testColumns, testContent, timeStepsOf } from "../ladder-for-tests.ts";
import { rowAtPoint } from "../row-at-point.ts";
import { rowsBetween } from "../rows.ts";
import { layoutScene } from "../scene.ts";
import { FLAT, type OneWay, oneWayOf } from "./one-way.ts";
import { endOffset, slantOf } from "./slant.ts";
import { idleWordsAt, layoutTimeAxis } from "./time-axis.ts";
import { BREAK_HEIGHT, isStretched, LEAST_STEP, scaledRows } from "./time-scale.ts";
import { FROM_CLIENT, FROM_SERVER, TimeReader } from "./time-steps.ts";
import { scaleBounds, usualScale, zoomWithin } from "./zoom.ts";

const MS = 1_000_000;
const ONE = [{ client: 1, server: 2 }];

/** A ladder of one connection: `>` and `<` with milliseconds, `"0> 40< 40>"`. */
function ladder(text: string) {
  const packets = text.split(" ").map((word): TestPacket => {
    const back = word.endsWith("<");
    return { from: back ? 2 : 1, to: back ? 1 : 2, back, time: Number.parseFloat(word) * MS };
  });
  return testContent(packets, ONE);
}

function rowsOf(text: string, scale = 1 / MS, ways: OneWay = FLAT) {
  const content = ladder(text);
  return scaledRows({ steps: timeStepsOf(content.packets, content.rows), ways, scale }, 26);
}

const topsOf = (rows: ReturnType<typeof rowsOf>) =>
  Array.from({ length: rows.count }, (_, index) => rows.top(index) - rows.top(0));

describe("rows to scale", () => {
  it("stand as far apart as their times", () => {
    expect(topsOf(rowsOf("0> 40< 70>"))).toEqual([0, 40, 70]);
    expect(topsOf(rowsOf("0> 40< 70>", 2 / MS))).toEqual([0, 80, 140]);
  });

  it("are never closer than can be chosen", () => {
    expect(topsOf(rowsOf("0> 0> 0.5> 40<"))).toEqual([0, LEAST_STEP, 2 * LEAST_STEP, 2 * LEAST_STEP + 39.5]);
  });

  it("tell where they are stretched", () => {
    const rows = rowsOf("0> 40< 43> 80>");
    const spans = [
      [0, 2],
      [1, 3],
      [0, 4],
      [2, 4],
      [0, 0],
    ] as const;
    expect(spans.map(([first, end]) => isStretched(rows, { first, end }))).toEqual([false, true, true, false, false]);
    expect(isStretched(rowsOf("0> 40< 43> 80>", 2 / MS), { first: 0, end: 4 })).toBe(false);
  });

  it("stay in order where the clock runs back", () => {
    expect(topsOf(rowsOf("50> 40< 70>"))).toEqual([0, LEAST_STEP, LEAST_STEP + 20]);
  });

  it("ascend, are found by their tops, and end where the height says", () => {
    const times = fc.array(fc.integer({ min: 0, max: 2_000_000_000 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(times, fc.double({ min: 1e-9, max: 1e-3, noNaN: true }), fc.nat(MS * 50), (gaps, scale, way) => {
        const times = gaps.map((_, place) => gaps.slice(0, place + 1).reduce((sum, gap) => sum + gap));
        const content = testContent(
          times.map((time) => ({ from: 1, to: 2, time })),
          ONE,
        );
        const steps = timeStepsOf(content.packets, content.rows);
        const rows = scaledRows({ steps, ways: { client: 0, server: way }, scale }, 26);
        for (let index = 0; index < rows.count; index++) {
          expect(rows.at(rows.top(index))).toBe(index);
          if (index > 0) expect(rows.top(index) - rows.top(index - 1)).toBeGreaterThanOrEqual(LEAST_STEP * 0.999);
        }
        expect(rows.top(rows.count)).toBeGreaterThanOrEqual(rows.top(rows.count - 1) + 26);
        expect(rows.height).toBeGreaterThan(rows.top(rows.count));
        expect(rowsBetween(rows, 0, rows.height)).toEqual({ first: 0, end: rows.count });
      }),
    );
  });

  it("are read in slices as at once", () => {
    const { packets, rows } = ladder("0> 40< 41> 900> 901< 2000>");
    const reader = new TimeReader(packets, rows);
    expect([reader.next(2), reader.next(2)]).toEqual([null, null]);
    expect(reader.next(2)).toEqual(timeStepsOf(packets, rows));
  });
});

describe("idle times", () => {
  const content = ladder("0> 10< 20> 30< 2440> 2450<");
  const steps = timeStepsOf(content.packets, content.rows);
  const rows = scaledRows({ steps, ways: FLAT, scale: 1 / MS }, 26);

  it("are broken out when they are longer than 200 ms and than twenty usual gaps", () => {
    expect([...steps.breaks]).toEqual([4]);
    expect(steps.active).toBe(40 * MS);
    expect(rows.top(4) - rows.top(3)).toBe(BREAK_HEIGHT);
    const slow = ladder("0> 150< 300> 450< 2440> 2590<");
    expect([...timeStepsOf(slow.packets, slow.rows).breaks]).toEqual([]);
    const quick = ladder("0> 1< 2> 202<");
    expect([...timeStepsOf(quick.packets, quick.rows).breaks]).toEqual([]);
  });

  it("say exactly how long they are, in the middle of their mark", () => {
    const { idles } = layoutTimeAxis(content, rows, { first: 0, end: 6 }, 19);
    expect(idles).toEqual([{ index: 4, y: rows.top(3) - rows.top(0) + BREAK_HEIGHT / 2 + 19, idle: 2_410_000_000n }]);
  });

  it("have their words among the lifelines, as far as these stay in view", () => {
    const columns = { width: 390, middleLeft: 280, middleRight: 390 };
    expect(idleWordsAt(columns, 60)).toBe(335);
    expect(idleWordsAt(columns, 190)).toBe(390 - 12 - 95);
    expect(idleWordsAt({ ...columns, width: 200 }, 190)).toBe(12 + 95);
  });

  it("show in a window that begins behind them", () => {
    expect(layoutTimeAxis(content, rows, { first: 4, end: 6 }, 19).idles).toHaveLength(1);
    expect(layoutTimeAxis(content, rows, { first: 5, end: 6 }, 19).idles).toHaveLength(0);
  });
});

describe("the axis", () => {
  it("has a tick for every step of 1, 2 or 5, at the height of its time", () => {
    const content = ladder("0> 40< 70> 205<");
    const rows = scaledRows({ steps: timeStepsOf(content.packets, content.rows), ways: FLAT, scale: 1 / MS }, 26);
    const { ticks } = layoutTimeAxis(content, rows, { first: 0, end: 4 }, 19);
    expect(ticks).toEqual([
      { y: 19, text: "0.0" },
      { y: 119, text: "0.1" },
      { y: 219, text: "0.2" },
    ]);
  });

  it("counts anew from a time reference, as the times beside it do", () => {
    const content = { ...ladder("0> 40< 130> 205<"), references: Uint32Array.of(2) };
    const rows = scaledRows({ steps: timeStepsOf(content.packets, content.rows), ways: FLAT, scale: 1 / MS }, 26);
    const { ticks } = layoutTimeAxis(content, rows, { first: 0, end: 4 }, 19);
    expect(ticks).toEqual([
      { y: 19, text: "0.0" },
      { y: 119, text: "0.1" },
      { y: 149, text: "0.0" },
    ]);
    const ofConnection = { ...content, timeStyle: "connection" as const };
    expect(layoutTimeAxis(ofConnection, rows, { first: 0, end: 4 }, 19).ticks.map(({ y }) => y)).toEqual([
      19, 119, 219,
    ]);
  });

  it("has none within an idle time", () => {
    const content = ladder("0> 10< 2440> 2450<");
    const rows = scaledRows({ steps: timeStepsOf(content.packets, content.rows), ways: FLAT, scale: 3 / MS }, 26);
    const texts = layoutTimeAxis(content, rows, { first: 0, end: 4 }, 19).ticks.map(({ text }) => text);
    expect(texts).toEqual(["0.00", "2.44"]);
  });
});

describe("the way of packets", () => {
  const times = { toServer: 40 * MS, toClient: 1 * MS, total: 41 * MS, isAmbiguous: false };
  const answers = { answerToClient: Number.POSITIVE_INFINITY, answerToServer: Number.POSITIVE_INFINITY };

  it("is half of the round trip to the far side", () => {
    expect(oneWayOf(times, "client", answers)).toEqual({ client: 0, server: 20 * MS });
    const back = { ...times, toServer: 1 * MS, toClient: 40 * MS };
    expect(oneWayOf(back, "server", answers)).toEqual({ client: 20 * MS, server: 0 });
    expect(oneWayOf({ ...times, toClient: 10 * MS }, "between", answers)).toEqual({ client: 5 * MS, server: 20 * MS });
  });

  it("is nothing where nobody knows", () => {
    expect(oneWayOf(times, "unclear", answers)).toEqual(FLAT);
    expect(oneWayOf(null, "client", answers)).toEqual(FLAT);
  });

  it("is so short that no acknowledgment leaves before its data lands", () => {
    const packets = [
      { from: 1, to: 2, bytes: 100, time: 0 },
      { from: 2, to: 1, back: true, time: 30 * MS },
    ];
    const content = testContent(packets, ONE);
    content.packets.chunks[0]!.acknowledged.set([-1, 0]);
    content.packets.chunks[0]!.related.fill(-1);
    const steps = timeStepsOf(content.packets, content.rows);
    const ways = oneWayOf(times, "client", steps);
    expect(ways).toEqual({ client: 0, server: 15 * MS });
    const rows = scaledRows({ steps, ways, scale: 1 / MS }, 26);
    const [data, ack] = [slantOf(rows, 0), slantOf(rows, 1)];
    expect(rows.top(1) + ack.tail).toBeGreaterThanOrEqual(rows.top(0) + data.head);
  });

  it("does not count answers to what was sent again", () => {
    const { packets, rows } = ladder("0> 30<");
    packets.chunks[0]!.acknowledged.set([-1, 0]);
    packets.chunks[0]!.related.set([0, -1]);
    expect(timeStepsOf(packets, rows).answerToClient).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("slants", () => {
  it("go to the far side of the place of capture, down", () => {
    const atClient = rowsOf("0> 40<", 1 / MS, { client: 0, server: 20 * MS });
    expect([slantOf(atClient, 0), slantOf(atClient, 1)]).toEqual([
      { tail: -0, head: 20 },
      { tail: -20, head: 0 },
    ]);
    const atServer = rowsOf("0> 1<", 1 / MS, { client: 20 * MS, server: 0 });
    expect([slantOf(atServer, 0), slantOf(atServer, 1)]).toEqual([
      { tail: -20, head: 0 },
      { tail: -0, head: 20 },
    ]);
  });

  it("begin below the top, however early", () => {
    expect(rowsOf("0> 1<", 1 / MS, { client: 20 * MS, server: 0 }).top(0)).toBe(4 + 20);
    expect(rowsOf("0> 1<", 1 / MS, { client: 0, server: 20 * MS }).top(0)).toBe(4 + 19);
  });

  it("tell where each end's state changes", () => {
    const rows = rowsOf("0> 40<", 1 / MS, { client: 0, server: 20 * MS });
    expect(rows.time.steps.side).toEqual(Uint8Array.of(FROM_CLIENT, FROM_SERVER));
    expect([endOffset(rows, 0, 0), endOffset(rows, 0, 1)]).toEqual([-0, 20]);
    expect([endOffset(rows, 1, 0), endOffset(rows, 1, 1)]).toEqual([0, -20]);
  });
});

describe("a scene to scale", () => {
  const content = ladder("0> 40< 41> 41.1> 41.2> 120<");
  const rows = scaledRows(
    { steps: timeStepsOf(content.packets, content.rows), ways: { client: 0, server: 20 * MS }, scale: 1 / MS },
    26,
  );
  const columns = testColumns(content, { width: 1200, toScale: { tick: "0.00", isCommentLeft: true } });
  const scene = layoutScene(content, columns, { first: 0, end: 6, left: 0 }, measure, rows);

  it("turns arrows about their middle, so that their ends stand at their times", () => {
    const { line, turn } = scene.arrows[0]!;
    const slope = Math.tan((turn!.degrees * Math.PI) / 180);
    const reach = Math.cos((turn!.degrees * Math.PI) / 180) * (line!.x2 - turn!.x);
    expect(turn!.x + reach).toBeCloseTo(columns.firstLifeline + columns.pitch);
    expect(turn!.y + reach * slope).toBeCloseTo(20);
    expect(scene.arrows[1]!.turn!.degrees).toBeCloseTo(-turn!.degrees);
  });

  it("leaves words out where lines are close", () => {
    expect(scene.arrows.map(({ room }) => room!.hasLabel)).toEqual([true, true, true, false, false, true]);
    expect(scene.arrows.map(({ room }) => room!.note)).toEqual([0, 0, 11, -1, 18, 0]);
  });

  it("finds the arrow that a point is nearest to", () => {
    const middle = columns.firstLifeline + columns.pitch / 2;
    expect(rowAtPoint(scene, middle, 19 + 10)).toBe(0);
    expect(rowAtPoint(scene, middle, scene.arrows[1]!.y + 19 - 10)).toBe(1);
    expect(rowAtPoint(scene, columns.timeRight, 19)).toBe(0);
    expect(rowAtPoint(scene, columns.timeRight, 90)).toBe(-1);
  });

  it("stands comments with the times, clear of the lifelines", () => {
    expect(columns.seqLeft).toBeGreaterThan(columns.timeRight);
    expect(columns.commentRight).toBeLessThan(columns.firstLifeline);
    expect(columns.axisRight).toBeLessThan(columns.numberRight);
  });
});

describe("the zoom", () => {
  const { packets, rows } = ladder("0> 40< 41> 41.1> 41.2> 120<");
  const steps = timeStepsOf(packets, rows);

  it("begins with room for each row's words", () => {
    expect(usualScale(steps, FLAT) * steps.active).toBeCloseTo(6 * 26);
    expect(usualScale(steps, { client: 0, server: 600 * MS }) * 600 * MS).toBeCloseTo(120);
  });

  it("has bounds that hold what it begins with", () => {
    for (const way of [0, 1, 60 * MS, 1e12]) {
      const { least, most } = scaleBounds(steps, { client: 0, server: way });
      expect(least).toBeLessThanOrEqual(1);
      expect(most).toBeGreaterThanOrEqual(1);
    }
    expect(zoomWithin(9, { least: 0.5, most: 4 })).toBe(4);
  });
});
