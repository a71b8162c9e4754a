import { describe, expect, it } from "vitest";
import { CLIENT_TO_SERVER, KIND_UDP, SERVER_TO_CLIENT } from "../table/packet-table.ts";
import type { LadderContent } from "./content.ts";
import { foldsWithin, type LadderFolds } from "./fold-box.ts";
import { foldFacts } from "./fold-facts.ts";
import { FoldedLines } from "./fold-lines.ts";
import { foldedPlaces } from "./fold-places.ts";
import { foldsOf } from "./folds.ts";
import { CHARACTER, measure, type TestPacket, testColumns, testContent } from "./ladder-for-tests.ts";
import { layoutScene } from "./scene.ts";

/** Fifteen segments of 1448 bytes from the server, each acknowledged, 2 ms from packet to packet; frame 1 is the first. */
const transfer = (late = 0): readonly TestPacket[] =>
  Array.from({ length: 30 }, (_, at) => {
    const sent = 5001 + Math.floor(at / 2) * 1448;
    const time = at * 2_000_000;
    return at % 2 === 0
      ? { from: 2, to: 1, back: true, bytes: 1448, seq: sent, ack: 1726, time }
      : { from: 1, to: 2, seq: 1726, ack: sent + 1448 - late, time };
  });

function foldedContent(packets: readonly TestPacket[], isAll = false): { content: LadderContent; folded: LadderFolds } {
  const connections = [{ client: 1, server: 2 }];
  const plain = testContent(packets, connections, { isAll });
  const content = { ...plain, rows: Uint32Array.from(packets, (_, row) => row) };
  const folds = foldsOf(content.packets, content.rows);
  const lines = new FoldedLines(content.rows.length, folds, () => true);
  const wordsOf = ({ count }: { readonly count: number }) => ({
    title: `${count} times`,
    short: "many",
    detail: "in all",
  });
  return { content, folded: { rows: content.rows, folds, lines, wordsOf } };
}

const factsOf = ({ content, folded }: ReturnType<typeof foldedContent>) =>
  foldFacts(content, content.rows, folded.folds, 0);

describe("the facts of a run", () => {
  it("count its data and its bytes, and tell how often they are acknowledged", () => {
    const extent = { firstRow: 4, lastRow: 29, packets: 26, time: 50_000_000n, direction: SERVER_TO_CLIENT };
    const facts = { kind: "transfer", count: 13, length: 1448, every: 1, isLate: false };
    expect(factsOf(foldedContent(transfer()))).toEqual({ ...extent, ...facts });
  });
  it("tell when the ACKs are of what was sent before", () => {
    expect(factsOf(foldedContent(transfer(1448)))).toMatchObject({ kind: "transfer", isLate: true });
  });
  it("count packets that are no segments", () => {
    const packets = Array.from({ length: 9 }, () => ({ from: 1, to: 2, isUdp: true, bytes: 20 }));
    expect(factsOf(foldedContent(packets, true))).toMatchObject({ kind: "like", count: 7, protocol: KIND_UDP });
  });
  it("count ACKs by what they move on", () => {
    const packets = Array.from({ length: 15 }, (_, at) => ({ from: 1, to: 2, seq: 1, ack: 1000 + at * 50 }));
    expect(factsOf(foldedContent(packets))).toMatchObject({ kind: "acks", count: 13, step: 50 });
  });
});

describe("a run in the scene", () => {
  const { content, folded } = foldedContent(transfer());
  const columns = testColumns(content);
  const places = foldedPlaces(30, columns.rowHeight, folded.lines);
  const scene = layoutScene(content, columns, { first: 0, end: 30, left: 0 }, measure, places, folded);
  const box = scene.folds[0]!;

  it("stands in for its arrows", () => {
    expect(scene.arrows.map(({ row }) => row)).toEqual([0, 1, 2, 3]);
    expect(scene.folds.map(({ first, end }) => [first, end])).toEqual([[4, 30]]);
    expect([box.y, box.height]).toEqual([4 * columns.rowHeight, places.heightOf(4)]);
    expect(scene.height).toBe(places.height - places.top(0));
  });
  it("has a stroke for each packet, within it and in order", () => {
    expect(box.strokes.map(({ row }) => row)).toEqual(Array.from({ length: 26 }, (_, at) => at + 4));
    expect(box.strokes.slice(0, 2).map(({ direction }) => direction)).toEqual([SERVER_TO_CLIENT, CLIENT_TO_SERVER]);
    expect(box.strokes.every(({ y }) => y > 0 && y < box.height)).toBe(true);
  });
  it("has a plate between the lifelines, and the numbers of both its ends", () => {
    const { plate } = box;
    expect(plate.x).toBeGreaterThan(box.x1);
    expect(plate.x + plate.width).toBeLessThan(box.x2);
    expect(plate.title).toMatchObject({ text: "13 times", width: 8 * CHARACTER });
    expect([box.from.number, box.to.number]).toEqual(["5", "30"]);
    expect([box.from.seqText.text, box.to.ackText?.text]).toEqual(["Seq = 2897", "Ack = 21721"]);
  });
  it("says less where there is less room", () => {
    const narrow = testColumns(content, { width: 330, isNarrow: true });
    const even = foldedPlaces(30, narrow.rowHeight, folded.lines);
    const drawn = layoutScene(content, narrow, { first: 0, end: 30, left: 0 }, measure, even, {
      ...folded,
      wordsOf: () => ({ title: "a title that is wider than all of it", short: "many", detail: "in all" }),
    });
    expect(drawn.folds[0]?.plate.title.text).toBe("many");
  });
  it("is drawn as rows where only a part of it is asked for", () => {
    expect(foldsWithin(folded, 0, 30).lines.folded).toBe(1);
    expect(foldsWithin(folded, 0, 29).lines.length).toBe(30);
    expect(foldsWithin(folded, 5, 30).lines.length).toBe(30);
  });
});
