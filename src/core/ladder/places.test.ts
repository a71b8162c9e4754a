import { describe, expect, it } from "vitest";
import { layoutHead } from "./head.ts";
import { type ArrowPart, highlightsOf, relationHighlights } from "./highlight.ts";
import { CHARACTER, measure, testColumns, testContent } from "./ladder-for-tests.ts";
import { leftShowing } from "./lifelines.ts";
import { endWithin, evenRows, nearestRow, rowsBetween } from "./rows.ts";
import { layoutScene } from "./scene.ts";

const ONE = [{ client: 2, server: 80 }];
const content = testContent([{ from: 2, to: 80, seq: 1001, ack: 5001, bytes: 725 }], ONE);
const star = testContent(
  Array.from({ length: 60 }, (_, host) => ({ from: host + 1, to: 0 })),
  ONE,
  { isAll: true },
);

describe("rows", () => {
  const places = evenRows(40, 26);

  it("are found by their height", () => {
    expect(places.top(3)).toBe(4 + 78);
    expect(places.at(places.top(3))).toBe(3);
    expect(places.at(places.top(4) - 1)).toBe(3);
  });

  it("do not lie in the margins, but are the nearest there", () => {
    expect(places.at(3)).toBe(-1);
    expect(places.at(places.height - 1)).toBe(-1);
    expect(nearestRow(places, 3)).toBe(0);
    expect(nearestRow(places, places.height - 1)).toBe(39);
    expect(nearestRow(evenRows(0, 26), 3)).toBe(-1);
  });

  it("between two heights are whole steps of rows", () => {
    expect(rowsBetween(places, -100, 300)).toEqual({ first: 0, end: 16 });
    expect(rowsBetween(places, 300, 5000)).toEqual({ first: 8, end: 40 });
    expect(rowsBetween(evenRows(10_000_000, 26), 130_000_000, 130_000_900)).toEqual({
      first: 4_999_992,
      end: 5_000_040,
    });
    expect(rowsBetween(evenRows(0, 26), 0, 500)).toEqual({ first: 0, end: 0 });
    expect(rowsBetween(places, 0, 0)).toEqual({ first: 0, end: 0 });
  });

  it("fill a room as far as they are whole, but one of them at least", () => {
    expect(endWithin(places, 4, 100)).toBe(7);
    expect(endWithin(places, 4, 104)).toBe(8);
    expect(endWithin(places, 4, 10)).toBe(5);
    expect(endWithin(places, 38, 1000)).toBe(40);
  });
});

describe("scrolling sideways to an arrow", () => {
  const columns = testColumns(star);

  it("leaves what shows where it is", () => {
    expect(leftShowing(columns, 0, { from: 50, to: 1 })).toBe(0);
  });

  it("brings the sender's lifeline into the middle", () => {
    const left = leftShowing(columns, 0, { from: 30, to: 31 });
    expect(columns.firstLifeline + 30 * columns.pitch - left).toBe((columns.middleLeft + columns.middleRight) / 2);
  });

  it("goes no further than the ends", () => {
    expect(leftShowing(columns, 0, { from: 60, to: 59 })).toBe(columns.contentWidth - columns.width);
    expect(leftShowing(columns, 9000, { from: 0, to: 1 })).toBe(0);
    expect(leftShowing(columns, 9000, { from: -1, to: 1 })).toBe(9000);
  });
});

describe("names over the lifelines", () => {
  const named = (width: number, name: string) =>
    layoutHead(
      testColumns(content, { width, isNarrow: width < 760 }),
      0,
      () => ({ name, role: "client, opens" }),
      measure,
    );

  it("are centred", () => {
    for (const { x, name } of named(800, "10.0.0.2")) expect(name.x + name.width / 2).toBe(x);
  });

  it("move away from the edge", () => {
    const [, server] = named(390, "174.143.213.184");
    expect(server!.name.x + server!.name.width).toBe(390 - 12);
  });

  it("are whole where two have room side by side", () => {
    for (const { name } of named(390, "2001:db8:85a3::8a2e:7334")) expect(name.text).not.toMatch(/…$/);
  });

  it("are cut where two would meet", () => {
    const [client, server] = named(390, "2001:db8:1234:5678:9abc:def0:1234:5678");
    expect(client!.name.text).toMatch(/…$/);
    expect(client!.name.x + client!.name.width).toBeLessThan(server!.name.x);
  });

  it("are those of the lifelines in view only", () => {
    const columns = testColumns(star);
    const heads = layoutHead(columns, 5000, (lifeline) => ({ name: `h${lifeline}`, role: "" }), measure);
    expect(heads.length).toBeLessThan(6);
    expect(heads[0]!.name.text).toBe(`h${heads[0]!.lifeline}`);
  });
});

describe("roles below the names", () => {
  /** Of a phone's ladder whose lifelines are `pitch` apart at the right edge, behind times that end at `middleLeft`. */
  const roles = (middleLeft: number, pitch: number) => {
    const columns = { ...testColumns(content, { width: 390, isNarrow: true }), middleLeft, pitch };
    const ends = ["client", "server"].map((side) => ({ name: "10.0.0.1", role: `${side}, by port`, shortRole: side }));
    return layoutHead({ ...columns, firstLifeline: 366 - pitch }, 0, (lifeline) => ends[lifeline]!, measure).map(
      ({ role }) => role,
    );
  };

  it("are whole where both have room, wherever the names meet", () => {
    const [client, server] = roles(150, 140);
    expect([client!.text, server!.text]).toEqual(["client, by port", "server, by port"]);
    expect(client!.x + client!.width).toBeLessThan(server!.x);
  });

  it("are short where not both have", () => {
    const [client, server] = roles(282, 48);
    expect([client!.text, server!.text]).toEqual(["client", "server"]);
    expect(client!.x).toBeGreaterThanOrEqual(276);
    expect(client!.x + client!.width).toBeLessThan(server!.x);
  });

  it("are not there where no letter has room", () => {
    expect(roles(354, 4)[0]!.text).toBe("");
  });
});

describe("the highlighter", () => {
  const columns = testColumns(content);
  const arrow = layoutScene(content, columns, { first: 0, end: 1, left: 0 }, measure).arrows[0]!;
  const under = (part: ArrowPart) => highlightsOf(arrow, part, columns, measure);

  it("lies under the number of the comment", () => {
    expect(under("seq")).toEqual([
      { x: columns.seqLeft - 3, y: 2.5, width: "Seq = 1".length * CHARACTER + 6, height: 14.5 },
    ]);
    expect(under("ack")[0]!.x).toBe(columns.ackLeft - 3);
  });

  it("lies under a part of the label", () => {
    const { labelSpot } = arrow;
    expect(under("flags")[0]).toMatchObject({ x: labelSpot!.x - 3, width: "ACK".length * CHARACTER + 6 });
  });

  it("lies under the length and the line of the bytes", () => {
    const [words, line] = under("bytes");
    const { labelSpot } = arrow;
    expect(words!.x + words!.width).toBe(labelSpot!.x + labelSpot!.width + 3);
    expect(line).toEqual({ x: columns.firstLifeline, y: 19 - 4.5, width: columns.pitch, height: 9 });
  });

  it("lies nowhere for what is not shown", () => {
    const bare = { ...arrow, ackText: null, fromPort: null, hasData: false };
    for (const part of ["ack", "sourcePort", "bytes"] as const) {
      expect(highlightsOf(bare, part, columns, measure)).toEqual([]);
    }
  });
});

describe("what an acknowledgment and its segments have in common", () => {
  const content = testContent(
    [
      { from: 1, to: 2, bytes: 725 },
      { from: 2, to: 1, back: true, ack: 1726 },
      { from: 1, to: 2, bytes: 10 },
    ],
    [{ client: 1, server: 2 }],
  );
  const columns = testColumns(content);
  const { arrows } = layoutScene(content, columns, { first: 0, end: 3, left: 0 }, measure);
  const rowsOf = (row: number, releases: readonly number[], releasedBy: number) =>
    relationHighlights(arrows, { row, releases, releasedBy, quotations: [] }, columns, measure).map(({ y }) =>
      Math.floor(y / columns.rowHeight),
    );

  it("is the number of the one and the lines of the others, from either side", () => {
    expect(rowsOf(1, [0], -1)).toEqual([0, 1]);
    expect(rowsOf(0, [], 1)).toEqual([0, 1]);
  });

  it("is nothing where neither is, or neither is in the scene", () => {
    expect(rowsOf(2, [], -1)).toEqual([]);
    expect(rowsOf(7, [6], -1)).toEqual([]);
  });
});
