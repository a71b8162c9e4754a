import { describe, expect, it } from "vitest";
import { CLOSED, ESTABLISHED, LISTEN, SYN_RECEIVED, SYN_SENT } from "../analysis/tcp-states.ts";
import { measure, testColumns, testContent } from "./ladder-for-tests.ts";
import type { LaneStates } from "./lane-states.ts";
import { layoutLanes } from "./lanes.ts";

const CONNECTION = [{ client: 1, server: 2 }];
/** A handshake and one segment more. */
const states: LaneStates = {
  rows: Uint32Array.of(0, 1, 2, 3),
  client: Uint8Array.of(SYN_SENT, ESTABLISHED, ESTABLISHED, ESTABLISHED),
  server: Uint8Array.of(SYN_RECEIVED, SYN_RECEIVED, ESTABLISHED, ESTABLISHED),
  start: { client: CLOSED, server: LISTEN, inferred: 2 },
  inferred: Uint8Array.of(0, 0, 0, 0),
};
const content = {
  ...testContent(
    Array.from({ length: 4 }, () => ({ from: 1, to: 2 })),
    CONNECTION,
  ),
  lanes: states,
};

describe("the lanes of states", () => {
  const columns = testColumns(content, { width: 1200 });
  const runs = (first: number, end: number) =>
    layoutLanes(content, columns, { first, end, left: 0 }).map(
      ({ lane, state, top, bottom, nameY, isInferred }) =>
        `${lane} ${state} ${top}-${bottom}${nameY === null ? "" : ` named ${nameY}`}${isInferred ? " inferred" : ""}`,
    );
  const line = (row: number) => row * columns.rowHeight + columns.lineAt;

  it("change where the arrows are, and name what begins there", () => {
    expect(runs(0, 4)).toEqual([
      `0 ${CLOSED} -4-${line(0)} named 8`,
      `0 ${SYN_SENT} ${line(0)}-${line(1)} named ${line(0) + 4}`,
      `0 ${ESTABLISHED} ${line(1)}-${4 * columns.rowHeight + 24} named ${line(1) + 4}`,
      `1 ${LISTEN} -4-${line(0)} named 8 inferred`,
      `1 ${SYN_RECEIVED} ${line(0)}-${line(2)} named ${line(0) + 4}`,
      `1 ${ESTABLISHED} ${line(2)}-${4 * columns.rowHeight + 24} named ${line(2) + 4}`,
    ]);
  });

  it("of a window begin with the state of the packet before it, whose name is out of view", () => {
    expect(runs(2, 3)).toEqual([
      `0 ${ESTABLISHED} 0-${columns.rowHeight}`,
      `1 ${SYN_RECEIVED} 0-${columns.lineAt}`,
      `1 ${ESTABLISHED} ${columns.lineAt}-${columns.rowHeight} named ${columns.lineAt + 4}`,
    ]);
  });

  it("stand outside of the two lifelines, clear of the time and of the comments", () => {
    const [client, server] = [0, 3].map((run) => layoutLanes(content, columns, { first: 0, end: 4, left: 0 })[run]!.x);
    expect(client! + 9).toBeLessThan(columns.firstLifeline);
    expect(server!).toBeGreaterThan(columns.firstLifeline + columns.pitch);
    const name = measure("SYN-RECEIVED", "small");
    expect(client! - 6 - name).toBeGreaterThan(columns.timeRight);
    expect(server! + 9 + 6 + name).toBeLessThan(columns.seqLeft);
  });

  it("lose their names before the lifelines lose their room", () => {
    const narrow = testColumns(content, { width: 640 });
    expect([narrow.showsLanes, narrow.showsStateNames]).toEqual([true, false]);
    expect(testColumns({ ...content, lanes: null }).showsLanes).toBe(false);
  });
});
