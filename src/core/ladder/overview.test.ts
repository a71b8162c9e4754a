import { describe, expect, it } from "vitest";
import { LOST_SEGMENT, WINDOW_UPDATE } from "../analysis/findings.ts";
import { ACK, RST } from "../protocols/tcp.ts";
import { testPackets } from "./ladder-for-tests.ts";
import { type Overview, OverviewWalk } from "./overview.ts";

const packets = testPackets(4, (row) => ({
  from: 1,
  to: 2,
  back: row % 2 === 1,
  bytes: row === 2 ? 540 : 0,
  flags: row === 3 ? RST : ACK,
}));
packets.chunks[0]!.findings.set([LOST_SEGMENT, WINDOW_UPDATE, 0, 0]);
const all = Uint32Array.of(0, 1, 2, 3);
const rounded = (column: Float32Array) => Array.from(column, (value) => Math.round(value * 100) / 100);

function overviewOf(...given: ConstructorParameters<typeof OverviewWalk>): Overview {
  const walk = new OverviewWalk(...given);
  let overview = walk.step();
  while (!overview) overview = walk.step();
  return overview;
}

describe("a ladder at a glance", () => {
  it("has a line for each packet where there is room, as long as what it carries", () => {
    const overview = overviewOf(packets, all, 100);
    expect(overview.bins).toBe(4);
    expect(rounded(overview.out)).toEqual([0.1, 0, 1, 0]);
    expect(rounded(overview.back)).toEqual([0, 0.1, 0, 0.1]);
  });

  it("puts packets together where there is not", () => {
    const overview = overviewOf(packets, all, 2);
    expect(rounded(overview.out)).toEqual([0.1, 1]);
    expect([...overview.trouble]).toEqual([1, 1]);
  });

  it("marks trouble, and no more than that", () => {
    expect([...overviewOf(packets, all, 4).trouble]).toEqual([1, 0, 0, 1]);
  });

  it("is empty without rows or room", () => {
    expect(overviewOf(packets, new Uint32Array(0), 50).bins).toBe(0);
    expect(overviewOf(packets, all, 0).bins).toBe(0);
  });

  it("counts rows beyond the first chunk", () => {
    const many = testPackets(70_000, (row) => ({ from: 1, to: 2, bytes: row === 69_999 ? 1000 : 0 }));
    const { out } = overviewOf(
      many,
      Uint32Array.from({ length: 70_000 }, (_, row) => row),
      70_000,
    );
    expect(out.indexOf(1)).toBe(69_999);
  });
});
