import { describe, expect, it } from "vitest";
import { keyTarget } from "./keys.ts";
import { testPackets } from "./ladder-for-tests.ts";

/** Directions of two connections that take turns: `>` to the server. */
const WAYS = [..."><>><<><"];
const packets = testPackets(WAYS.length, (row) => ({
  from: 1,
  to: 2,
  connection: row < 6 ? 0 : 1,
  back: WAYS[row] === "<",
}));
const rows = Uint32Array.from(WAYS, (_, row) => row);
const from = (index: number, key: string, letters = true) => keyTarget(key, { packets, rows, index, page: 3 }, letters);

describe("keys", () => {
  it("lead up and down, no further than the ends", () => {
    expect(from(3, "ArrowUp")).toBe(2);
    expect(from(3, "ArrowDown")).toBe(4);
    expect(from(0, "ArrowUp")).toBe(0);
    expect(from(7, "ArrowDown")).toBe(7);
  });

  it("lead to the ends and by pages", () => {
    expect(from(3, "Home")).toBe(0);
    expect(from(3, "End")).toBe(7);
    expect(from(4, "PageUp")).toBe(1);
    expect(from(6, "PageDown")).toBe(7);
  });

  it("lead to the next packet of the same connection and direction", () => {
    expect(from(0, "ArrowRight")).toBe(2);
    expect(from(4, "ArrowLeft")).toBe(1);
    expect(from(3, "ArrowRight")).toBe(3);
    expect(from(6, "ArrowLeft")).toBe(6);
  });

  it("may be letters, unless these are switched off", () => {
    expect(from(3, "j")).toBe(4);
    expect(from(3, "k")).toBe(2);
    expect(from(3, "j", false)).toBeNull();
  });

  it("begin at the first packet when none is chosen", () => {
    expect(from(-1, "ArrowDown")).toBe(0);
    expect(from(-1, "ArrowRight")).toBe(0);
  });

  it("leave other keys alone", () => {
    expect(from(3, "Enter")).toBeNull();
    expect(keyTarget("ArrowDown", { packets, rows: new Uint32Array(0), index: -1, page: 3 }, true)).toBeNull();
  });
});
