import { describe, expect, it } from "vitest";
import { DUPLICATE_ACK, RETRANSMISSION } from "../analysis/findings.ts";
import { QUOTES_NOTHING } from "../table/quote-rows.ts";
import { relationHighlights } from "./highlight.ts";
import { measure, testColumns, testContent } from "./ladder-for-tests.ts";
import { lifelinesOf, lifelineX } from "./lifelines.ts";
import { layoutScene } from "./scene.ts";

const content = testContent(
  [
    { from: 1, to: 2, seq: 1001, bytes: 100 },
    { from: 2, to: 1, back: true, seq: 5001 },
    { from: 2, to: 1, back: true, seq: 5001 },
    { from: 1, to: 2, seq: 1001, bytes: 100 },
    { from: 1, to: 2, seq: 9000, bytes: 100 },
  ],
  [{ client: 1, server: 2 }],
);
content.packets.chunks[0]!.findings.set([0, 0, DUPLICATE_ACK, RETRANSMISSION, RETRANSMISSION]);
const columns = testColumns(content);
const linksIn = (first: number, end: number) => layoutScene(content, columns, { first, end, left: 0 }, measure).links;

it("binds what is sent again to its original, along the sender's lifeline", () => {
  const { rowHeight, lineAt, firstLifeline } = columns;
  expect(linksIn(0, 5)).toEqual([
    { kind: "again", row: 3, x: firstLifeline, side: 1, from: lineAt, to: 3 * rowHeight + lineAt },
  ]);
});

it("goes on beyond the scene's top where the original is out of view", () => {
  const [link] = linksIn(3, 5);
  expect(link!.from).toBe(columns.lineAt - 3 * columns.rowHeight);
});

describe("an ICMP error", () => {
  const packets = [
    { from: 1, to: 2, isUdp: true },
    { from: 3, to: 4, isUdp: true },
    { from: 9, to: 1, isUdp: true },
    { from: 9, to: 4, isUdp: true },
  ];
  const ladder = testContent(packets, [], { isAll: true, flow: "udp" });
  const quoted: Readonly<Record<number, number>> = { 2: 0, 3: 1 };
  const quotations = {
    quotedBy: (row: number) => quoted[row] ?? QUOTES_NOTHING,
    words: (row: number) => `of ${row + 1}`,
  };
  const content = { ...ladder, quotations };
  const columns = testColumns(content, { width: 1400 });
  const { links, arrows } = layoutScene(content, columns, { first: 0, end: 4, left: 0 }, measure);

  it("is bound to what it quotes, along the lifeline of whoever sent that", () => {
    const { rowHeight, lineAt } = columns;
    const x = lifelineX(columns, lifelinesOf(content, 0).from, 0);
    expect(links).toEqual([
      { kind: "quotes", row: 2, x, side: expect.any(Number), from: 4 - 4 + lineAt, to: 2 * rowHeight + lineAt },
    ]);
  });

  it("says beside its arrow what it quotes", () => {
    expect(arrows.map(({ seqText }) => seqText.text)).toEqual(["UDP", "UDP", "UDP, of 1", "UDP, of 2"]);
  });

  it("lights up with what it quotes", () => {
    const related = { row: 2, releases: [], releasedBy: -1, quotations: [0] };
    const lit = relationHighlights(arrows, related, columns, measure);
    expect(lit.map(({ y, height }) => Math.floor((y + height / 2) / columns.rowHeight))).toEqual([0, 2]);
  });
});
