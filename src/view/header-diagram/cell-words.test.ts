import { expect, test } from "vitest";
import { headerDiagram } from "../../core/inspect/diagram.ts";
import { FACTS, packetOf, SEGMENT } from "../../core/inspect/frames-for-tests.ts";
import { t } from "../words-for-tests.ts";
import { cellWords } from "./cell-words.ts";

const { layers } = packetOf(SEGMENT, { facts: FACTS });

/** Words of one piece of a field's cell. */
function words(layer: string, key: string, piece = 0) {
  const cells = headerDiagram(layers.find((one) => one.key === layer)!, layer);
  const cell = cells.find(({ node }) => node?.field.key === key)!;
  return cellWords(cell, cell.pieces[piece]!, t);
}

test.each([
  ["tcp", "tcp.ack", { value: "726", note: "raw 8918", name: "Acknowledgment Number, 726, bits 0 to 31 of word 3" }],
  ["tcp", "tcp.window_size_value", { value: "114", note: "× 64 = 7296 bytes" }],
  ["tcp", "tcp.flags.ack", { title: "A", value: "1", name: "Acknowledgment, set, bit 11 of word 4" }],
  ["tcp", "tcp.hdr_len", { title: "Offset", value: "32" }],
  ["ip", "ip.proto", { value: "6", note: "TCP" }],
])("%s %s", (layer, key, expected) => {
  expect(words(layer, key)).toMatchObject(expected);
});

test("a field that goes on says so, and its value once", () => {
  expect(words("eth", "eth.dst")).toMatchObject({ title: "Destination", value: "02:00:00:00:00:01" });
  expect(words("eth", "eth.dst", 1)).toMatchObject({
    title: "Destination (cont.)",
    value: "",
    name: "Destination (cont.), 02:00:00:00:00:01, bits 0 to 15 of word 2",
  });
});
