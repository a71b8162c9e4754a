import { expect, test } from "vitest";
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import { generated } from "../protocols/spec.ts";
import { type DiagramCell, headerDiagram } from "./diagram.ts";
import { layerPaths } from "./field-path.ts";
import { FACTS, packetOf, SEGMENT } from "./frames-for-tests.ts";

/** The diagram of the innermost header of a frame, or of the one with a key. */
function diagram(hex: string, key?: string): DiagramCell[] {
  const { layers } = packetOf(hex, { facts: FACTS });
  const index = key === undefined ? layers.length - 1 : layers.findIndex((layer) => layer.key === key);
  return headerDiagram(layers[index]!, layerPaths(layers)[index]!);
}

/** A header of one test's own. */
function layer(bytes: number, nodes: readonly FieldNode[]): Layer {
  return {
    key: "x",
    title: "X",
    source: "",
    brief: "",
    bytes: null,
    at: 2,
    end: 2 + bytes,
    contentEnd: 2 + bytes,
    nodes,
  };
}

function node(key: string, bit: number, width: number, children: readonly FieldNode[] = []): FieldNode {
  const field = generated(key, key, "uint");
  return { field, bit: bit + 16, width, value: 0, text: "0", note: null, children };
}

const titles = (cells: readonly DiagramCell[]) => cells.map((cell) => cell.node?.field.title ?? null);

test("the TCP header reads as in RFC 9293, flags bit by bit, options in their rows", () => {
  const cells = diagram(SEGMENT);
  expect(titles(cells).slice(0, 7)).toEqual([
    "Source Port",
    "Destination Port",
    "Sequence Number",
    "Acknowledgment Number",
    "Header Length",
    "Reserved",
    "Accurate ECN",
  ]);
  const ack = cells[3]!;
  expect(ack.pieces).toEqual([
    { row: 2, rows: 1, column: 0, columns: 32, firstWord: 3, lastWord: 3, continued: false },
  ]);
  const syn = cells.find(({ node }) => node?.field.key === "tcp.flags.syn")!;
  expect(syn.pieces).toMatchObject([{ row: 3, column: 14, columns: 1 }]);
  expect(cells.at(-1)).toMatchObject({ node: { value: 863200 }, pieces: [{ row: 7, column: 0, columns: 32 }] });
});

test.each(["eth", "ip", "tcp"])("the cells of %s tile the header", (key) => {
  let at = 0;
  for (const { bit, width, pieces } of diagram(SEGMENT, key)) {
    expect(bit).toBe(at);
    expect(pieces.reduce((sum, { rows, columns }) => sum + rows * columns, 0)).toBe(width);
    at = bit + width;
  }
  expect(at).toBe({ eth: 14, ip: 20, tcp: 32 }[key]! * 8);
});

test("a field that goes on in the next row has a piece in each", () => {
  const [destination, source] = diagram(SEGMENT, "eth");
  expect(destination!.pieces).toMatchObject([
    { row: 0, column: 0, columns: 32, continued: false },
    { row: 1, column: 0, columns: 16, continued: true },
  ]);
  expect(source!.pieces).toMatchObject([
    { row: 1, column: 16, columns: 16, continued: false },
    { row: 2, column: 0, columns: 32, continued: true },
  ]);
});

test("bits that no field describes are a gap, within a field its own", () => {
  const cells = headerDiagram(layer(8, [node("a", 0, 8), node("b", 16, 48, [node("b1", 16, 8)])]), "x");
  expect(titles(cells)).toEqual(["a", null, "b1", "b"]);
  expect(cells.map(({ path }) => path)).toEqual(["x/a", "x", "x/b/b1", "x/b"]);
  expect(cells.map(({ bit, width }) => [bit, width])).toEqual([
    [0, 8],
    [8, 8],
    [16, 8],
    [24, 40],
  ]);
});

test("a second reading of the same bits has no cell, and none lies past the header", () => {
  const cells = headerDiagram(
    layer(4, [node("a", 0, 32, [node("raw", 0, 32)]), node("b", 0, 8), node("c", 32, 8)]),
    "x",
  );
  expect(titles(cells)).toEqual(["a"]);
});

test("of a long field four rows are drawn; the words behind keep their numbers", () => {
  const [, long, last] = headerDiagram(layer(48, [node("a", 0, 32), node("b", 32, 320), node("c", 352, 32)]), "x");
  expect(long!.pieces).toMatchObject([{ row: 1, rows: 4, firstWord: 2, lastWord: 11 }]);
  expect(last!.pieces).toMatchObject([{ row: 5, rows: 1, firstWord: 12 }]);
});
