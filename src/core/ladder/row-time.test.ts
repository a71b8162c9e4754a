import { describe, expect, it } from "vitest";
import { testContent } from "./ladder-for-tests.ts";
import { rowTime, timeOfDay } from "./row-time.ts";
import type { TimeStyle } from "./times.ts";

const SECOND = 1_000_000_000;

describe("the times of a ladder's rows", () => {
  const content = testContent(
    [
      { from: 1, to: 2, time: 0 },
      { from: 3, to: 2, time: SECOND, connection: 1 },
      { from: 2, to: 3, time: 1.25 * SECOND, connection: 1, back: true },
      { from: 2, to: 1, time: 1.5 * SECOND, back: true },
    ],
    [
      { client: 1, server: 2, firstRow: 0 },
      { client: 3, server: 2, firstRow: 1 },
    ],
    { isAll: true },
  );
  const start = 1_700_000_000_500_000_000n;

  it.each([
    ["capture", ["0.000000", "1.000000", "1.250000", "1.500000"]],
    ["connection", ["0.000000", "0.000000", "0.250000", "1.500000"]],
    ["previous", ["0.000000", "1.000000", "0.250000", "0.250000"]],
    ["utc", ["22:13:20.500000", "22:13:21.500000", "22:13:21.750000", "22:13:22.000000"]],
  ] as const satisfies readonly (readonly [TimeStyle, readonly string[]])[])("%s", (timeStyle, times) => {
    expect(times.map((_, index) => rowTime({ ...content, timeStyle, start }, index))).toEqual(times);
  });

  it("count from the last time reference, which says that it is one in every style", () => {
    const references = Uint32Array.of(1, 3);
    const times = (timeStyle: TimeStyle) =>
      [0, 1, 2, 3].map((index) => rowTime({ ...content, timeStyle, references, start }, index));
    expect(times("capture")).toEqual(["0.000000", "*REF*", "0.250000", "*REF*"]);
    expect(times("connection")).toEqual(["0.000000", "*REF*", "0.250000", "*REF*"]);
    expect(times("utc")[2]).toBe("22:13:21.750000");
  });

  it("of day are the reader's own where that is asked for", () => {
    const here = new Date(1_700_000_000_000);
    const hours = String(here.getHours()).padStart(2, "0");
    expect(timeOfDay(1_700_000_000_123_456_789n, false, 9)).toBe(
      `${hours}:${String(here.getMinutes()).padStart(2, "0")}:20.123456789`,
    );
  });

  it("of day hold before 1970 too", () => {
    expect(timeOfDay(-1n, true, 9)).toBe("23:59:59.999999999");
  });
});
