import { describe, expect, it } from "vitest";
import { testContent, timeStepsOf } from "../ladder-for-tests.ts";
import { endWithin, evenRows } from "../rows.ts";
import { spacedRows } from "../spaced-rows.ts";
import { FLAT, type OneWay } from "../time/one-way.ts";
import { BREAK_HEIGHT, scaledRows } from "../time/time-scale.ts";
import { pieceOf, piecesOf } from "./pieces.ts";

const MS = 1_000_000;
const LINE_AT = 19;
const long = (room: number) => ({ room, leastLines: null, lineAt: LINE_AT });

/** A client's packets at so many ms, at a px for each; the server is so many ms away. */
function toScale(times: readonly number[], way = 0) {
  const packets = times.map((time) => ({ from: 1, to: 2, time: time * MS }));
  const { packets: table, rows } = testContent(packets, [{ client: 1, server: 2 }]);
  const ways: OneWay = way > 0 ? { client: 0, server: way * MS } : FLAT;
  return scaledRows({ steps: timeStepsOf(table, rows), ways, scale: 1 / MS }, 26);
}

const ends = (pieces: readonly { readonly end: number }[]) => pieces.map(({ end }) => end);

describe("even rows", () => {
  it("fill their pieces, the first with the room above and the last with the room below", () => {
    const pieces = piecesOf(evenRows(10, 20), { first: 0, end: 10 }, long(90));
    expect(pieces).toEqual([
      { first: 0, end: 4, top: 0, bottom: 84 },
      { first: 4, end: 8, top: 84, bottom: 164 },
      { first: 8, end: 10, top: 164, bottom: 212 },
    ]);
  });

  it("come in so many lines where pieces are short", () => {
    expect(ends(piecesOf(evenRows(12, 20), { first: 0, end: 12 }, { ...long(700), leastLines: 5 }))).toEqual([
      5, 10, 12,
    ]);
  });

  it("share the room for words between two lines", () => {
    const places = spacedRows(evenRows(4, 20), Uint32Array.of(2), 15);
    expect(pieceOf(places, { first: 0, end: 2 }, LINE_AT).bottom).toBe(places.top(2));
    expect(pieceOf(places, { first: 2, end: 4 }, LINE_AT).top).toBe(places.top(2) - 15);
  });
});

describe("rows to scale", () => {
  it("take what their arrows fall by with them", () => {
    const places = toScale([0, 40, 80], 100);
    const { top, bottom } = pieceOf(places, { first: 1, end: 2 }, LINE_AT);
    const line = places.top(1) + LINE_AT;
    expect(top).toBeLessThan(line - 10);
    expect(bottom).toBeGreaterThanOrEqual(line + 100);
  });

  it("are cut where no arrow crosses, if there is such a place", () => {
    // Arrows fall by 30 px: they cross within threes, and not between these.
    const places = toScale([0, 10, 20, 100, 110, 120, 200, 210, 220], 30);
    expect(ends(piecesOf(places, { first: 0, end: 9 }, long(130)))).toEqual([3, 6, 9]);
    expect(ends(piecesOf(places, { first: 0, end: 9 }, { ...long(700), leastLines: 1 }))).toEqual([3, 6, 9]);
  });

  it("are cut somewhere where arrows always cross, and no row is lost", () => {
    const places = toScale(
      Array.from({ length: 100 }, (_, at) => at * 5),
      300,
    );
    const pieces = piecesOf(places, { first: 0, end: 100 }, long(500));
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map(({ first }) => first)).toEqual([0, ...ends(pieces).slice(0, -1)]);
    expect(pieces.at(-1)?.end).toBe(100);
    for (const { top, bottom } of pieces) expect(bottom - top).toBeLessThanOrEqual(500);
  });

  it("have the mark of an idle time above them, unless they are the first that show", () => {
    const places = toScale([0, 10, 20, 30, 5000, 5010]);
    const middle = (places.top(3) + places.top(4)) / 2 + LINE_AT;
    expect(pieceOf(places, { first: 4, end: 6 }, LINE_AT, 0).top).toBeLessThan(middle - 10);
    expect(pieceOf(places, { first: 4, end: 6 }, LINE_AT).top).toBeGreaterThan(middle);
    expect(places.top(4) - places.top(3)).toBe(BREAK_HEIGHT);
  });

  it("end above the last that would be cut", () => {
    const places = toScale([0, 5, 10, 15, 20]);
    expect(endWithin(places, 0, 26 + 12)).toBe(3);
  });
});
