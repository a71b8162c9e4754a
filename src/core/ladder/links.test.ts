import { expect, it } from "vitest";
import { DUPLICATE_ACK, RETRANSMISSION } from "../analysis/findings.ts";
import { measure, testColumns, testContent } from "./ladder-for-tests.ts";
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
  expect(linksIn(0, 5)).toEqual([{ row: 3, x: firstLifeline, side: 1, from: lineAt, to: 3 * rowHeight + lineAt }]);
});

it("goes on beyond the scene's top where the original is out of view", () => {
  const [link] = linksIn(3, 5);
  expect(link!.from).toBe(columns.lineAt - 3 * columns.rowHeight);
});
