import { expect, it } from "vitest";
import { measure, type TestPacket, testColumns, testContent, timeStepsOf } from "./ladder-for-tests.ts";
import { layoutPointedStrip, stripGround } from "./pointed-strip.ts";
import { layoutScene } from "./scene.ts";
import { scaledRows } from "./time/time-scale.ts";

const MS = 1e6;
const data = (at: number, seq: number): TestPacket => ({ from: 1, to: 2, time: at * MS, seq, bytes: 100 });
/** Four segments, of which the second is missing; the ACK holds the third by SACK, and has no word of the fourth. */
const plain = testContent(
  [
    data(0, 1000),
    data(1, 1100),
    data(2, 1200),
    data(3, 1300),
    { from: 2, to: 1, back: true, time: 40 * MS, ack: 1100 },
  ],
  [{ client: 1, server: 2 }],
);
const sacks = (row: number) => (row === 4 ? [1200, 1300] : []);
const content = { ...plain, beside: { ...plain.beside, sacks } };
const columns = testColumns(content, { width: 1000 });
const window = { first: 0, end: 5, left: 0 };
const steps = timeStepsOf(content.packets, content.rows);
const scaled = scaledRows({ steps, ways: { client: 0, server: 0 }, scale: 2 / MS }, 26);

it("shows what is held by the ACK that is pointed at, to scale", () => {
  const scene = layoutScene(content, columns, window, measure, scaled);
  const strip = layoutPointedStrip(scene, 4)!;
  expect(strip.cells.map(({ state }) => state)).toEqual(["acknowledged", "missing", "held", "sent"]);
  expect(strip.y).toBeGreaterThan(scene.arrows[4]!.y + columns.lineAt);
  const ground = stripGround(strip);
  expect(ground.x + ground.width).toBeLessThan(columns.width);
  expect([ground.x < strip.cells[0]!.x, ground.y < strip.y]).toEqual([true, true]);
});

it("shows nothing of other rows, where nothing is asked for, and where the strip is drawn anyway", () => {
  const scene = layoutScene(content, columns, window, measure, scaled);
  expect([layoutPointedStrip(scene, 0), layoutPointedStrip(scene, null), layoutPointedStrip(scene, 9)]).toEqual([
    null,
    null,
    null,
  ]);
  const even = layoutScene(content, columns, window, measure);
  expect(even.beside.strips.map(({ row }) => row)).toEqual([4]);
  expect(layoutPointedStrip(even, 4)).toBeNull();
  const off = layoutScene(plain, columns, window, measure, scaled);
  expect(layoutPointedStrip(off, 4)).toBeNull();
});
