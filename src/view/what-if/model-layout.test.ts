/** The model's ladder in px, rows of 10. */
import { expect, it } from "vitest";
import type { ModelRun, ModelSegment } from "../../core/what-if/model.ts";
import { layoutModel } from "./model-layout.ts";

/** When a segment is sent and arrives, and its second copy, ms: only that matters here. */
type Times = readonly [sent: number, arrives: number, again?: number];

function runOf(times: readonly Times[]): ModelRun {
  const segments = times.map(([sent, arrives, again = Number.NaN]) => ({
    sentAt: sent * 1e6,
    arrivesAt: arrives * 1e6,
    comesAgainAt: again * 1e6,
  }));
  return { segments: segments as unknown as readonly ModelSegment[] } as ModelRun; // what the layout reads
}

const layout = (...times: readonly Times[]) => layoutModel(runOf(times), 10e6, 10);

it("gives each segment a row, and its arrival a place between the rows by its time", () => {
  expect(layout([0, 10], [10, 20], [12, 22]).rows.map(({ y, endY }) => [y, endY])).toEqual([
    [10, 20],
    [20, 34],
    [30, 35.5],
  ]);
});

it("lets segments that are sent together arrive below the last of them", () => {
  const { rows } = layout([0, 10], [0, 11], [0, 12], [20, 30]);
  expect(rows.slice(0, 3).map(({ endY }) => endY)).toEqual([35, 35.5, 36]);
});

it("breaks where nothing happens for long", () => {
  const { rows, breaks, height } = layout([0, Number.NaN], [1000, 1010]);
  expect(breaks).toEqual([{ y: 25, time: 1e9 }]);
  expect(rows[0]).toEqual({ y: 10, endY: 15.5, againY: Number.NaN });
  expect(rows[1]!.y).toBe(30);
  expect(height).toBe(rows[1]!.endY + 10);
});

it("places a second copy below the first", () => {
  const [first] = layout([0, 10, 10], [30, 40]).rows;
  expect(first!.againY).toBeGreaterThan(first!.endY);
});
