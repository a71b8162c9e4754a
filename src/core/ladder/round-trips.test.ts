import { describe, expect, it } from "vitest";
import { DUPLICATE_ACK, FAST_RETRANSMISSION } from "../analysis/findings.ts";
import { measure, type TestPacket, testColumns, testContent, timeStepsOf } from "./ladder-for-tests.ts";
import { RoundTrips } from "./round-trips.ts";
import { layoutScene } from "./scene.ts";
import { scaledRows } from "./time/time-scale.ts";

const MS = 1e6;

interface Sent extends TestPacket {
  /** Place of the segment that it acknowledges, and of the original of what is sent again. */
  readonly acks?: number;
  readonly again?: number;
  readonly findings?: number;
}
const data = (at: number, seq: number, more: Partial<Sent> = {}): Sent => ({
  from: 1,
  to: 2,
  time: at * MS,
  seq,
  bytes: 100,
  ...more,
});
const ack = (at: number, number: number, more: Partial<Sent> = {}): Sent => ({
  from: 2,
  to: 1,
  back: true,
  time: at * MS,
  ack: number,
  ...more,
});

function ladder(sent: readonly Sent[]) {
  const content = testContent(sent, [{ client: 1, server: 2 }]);
  const [chunk] = content.packets.chunks;
  for (const [row, { acks, again, findings }] of sent.entries()) {
    chunk!.acknowledged[row] = acks ?? -1;
    chunk!.related[row] = again ?? -1;
    chunk!.findings[row] = findings ?? 0;
  }
  return { content, steps: timeStepsOf(content.packets, content.rows) };
}

function tripsOf(sent: readonly Sent[]) {
  const { content, steps } = ladder(sent);
  return new RoundTrips(content.packets, steps)
    .within(0, sent.length)
    .map(({ kind, from, to, nanoseconds }) => `${kind} ${from}-${to} ${nanoseconds / MS}`);
}

describe("round trips", () => {
  it("are timed one after the other, as a host times them", () => {
    const sent = [
      data(0, 0),
      data(1, 100),
      ack(40, 100, { acks: 0 }),
      ack(41, 200, { acks: 1 }),
      data(50, 200),
      ack(92, 300, { acks: 4 }),
    ];
    expect(tripsOf(sent)).toEqual(["rtt 0-2 40", "rtt 4-5 42"]);
  });

  it("are those of the end that waits for answers", () => {
    const there = [data(0, 0), ack(40, 100, { acks: 0, seq: 0, bytes: 10 })];
    const back = data(40.5, 100, { ack: 10, acks: 1 });
    expect(tripsOf([...there, back])).toEqual(["rtt 0-1 40"]);
  });

  it("are called by the part of the way that they are, between the hosts", () => {
    const there = [data(0, 0), ack(40, 100, { acks: 0, seq: 0, bytes: 10 })];
    expect(tripsOf([...there, data(70, 100, { ack: 10, acks: 1 })])).toEqual(["answer 0-1 40"]);
  });

  it("leave out what was sent again, and bracket its repair from the first duplicate ACK", () => {
    const sent = [
      data(0, 0),
      data(1, 100),
      data(2, 200),
      ack(40, 100, { acks: 0 }),
      ack(42, 100, { findings: DUPLICATE_ACK }),
      ack(43, 100, { findings: DUPLICATE_ACK }),
      data(44, 100, { findings: FAST_RETRANSMISSION, again: 1 }),
      ack(90, 300, { acks: 2 }),
    ];
    expect(tripsOf(sent)).toEqual(["rtt 0-3 40", "repair 4-7 48"]);
  });
});

describe("their brackets", () => {
  const { content, steps } = ladder([data(0, 0), ack(40, 100, { acks: 0 }), data(90, 100), ack(95, 200, { acks: 2 })]);
  const words = { ...content.beside.words, trip: () => ({ value: "40.0 ms", name: "RTT" }) };
  const worded = { ...content, beside: { ...content.beside, words } };
  const places = scaledRows({ steps, ways: { client: 0, server: 20 * MS }, scale: 1 / MS }, 26);
  const sceneIn = (width: number) => {
    const columns = testColumns(worded, { width, toScale: { tick: "0.00", isCommentLeft: true } });
    return layoutScene(worded, columns, { first: 0, end: 4, left: 0 }, measure, places);
  };

  it("reach from the one line to the other, with words where there is room", () => {
    const { trips, columns } = sceneIn(1400);
    expect(trips.map(({ top, bottom, valueY }) => [top, bottom, valueY !== null])).toEqual([
      [columns.lineAt, columns.lineAt + 40, true],
    ]);
    expect(columns.axisRight).toBeLessThan(columns.tripLeft);
    expect(columns.tripLeft + 9 + measure("40.0 ms", "strong")).toBeLessThan(columns.numberRight);
  });

  it("go where the room is small, and before them the comments at the server's end", () => {
    expect(sceneIn(1400).columns.serverSeqLeft).toBeGreaterThan(sceneIn(1400).columns.firstLifeline);
    const [medium, small] = [sceneIn(780).columns, sceneIn(640).columns];
    expect([medium.serverSeqLeft, medium.tripLeft > 0]).toEqual([-1, true]);
    expect([small.serverSeqLeft, small.tripLeft]).toEqual([-1, 0]);
  });

  it("has the server's comments where its packets leave", () => {
    const { arrows, columns } = sceneIn(1400);
    expect(arrows.map(({ seqText, drop }) => [seqText.x >= columns.serverSeqLeft, drop])).toEqual([
      [false, 0],
      [true, -20],
      [false, 0],
      [true, -20],
    ]);
  });
});
