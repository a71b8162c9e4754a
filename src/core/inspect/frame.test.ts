import { expect, test } from "vitest";
import { CellWriter } from "./cells.ts";
import type { FrameFacts } from "./frame.ts";
import { inspectPacket, type PacketDetails } from "./packet.ts";

/** A frame without bytes, of which the file tells this. */
function frameWith(facts: Partial<FrameFacts>): PacketDetails {
  const view = new DataView(new ArrayBuffer(0));
  const frame = { number: 1, time: null, capturedLength: 0, wireLength: 60, ...facts };
  return inspectPacket({ view, at: 0, linkType: 1 }, frame, () => null);
}

function cells(facts: Partial<FrameFacts>, ...names: readonly string[]): string[] {
  return new CellWriter(names).cells(frameWith(facts).layers);
}

const ETH0 = { section: 1, number: 0, name: "eth0", description: "" };

test("comments are the first layer, in their order; there is none without", () => {
  const [comments, frame] = frameWith({ comments: ["first", "second"] }).layers;
  expect(comments).toMatchObject({ key: "pkt_comment", title: "Packet comments", at: 0, end: 0 });
  expect(comments?.nodes.map(({ value }) => value)).toEqual(["first", "second"]);
  expect(frame?.key).toBe("frame");
  expect(frameWith({ comments: [] }).layers[0]?.key).toBe("frame");
});

test("a comment's line breaks are written as tshark writes them in a table", () => {
  expect(cells({ comments: ["one", 'a\ttab,\r\n"line" \\'] }, "frame.comment")).toEqual([
    'one,a\\ttab,\\r\\n"line" \\',
  ]);
});

test.each([
  [ETH0, ["1", "0", "eth0", ""]],
  [{ ...ETH0, description: "Ethernet" }, ["1", "0", "eth0", "Ethernet"]],
  [{ ...ETH0, name: "", description: "Ethernet" }, ["1", "0", "Ethernet", "Ethernet"]],
  [{ ...ETH0, name: "", section: 2, number: 3 }, ["2", "3", "unknown", ""]],
  [{ ...ETH0, number: -1 }, ["1", "", "", ""]],
  [{ ...ETH0, section: 0, number: -1 }, ["", "", "", ""]],
])("what a frame was captured on: %j", (on, expected) => {
  const names = ["section_number", "interface_id", "interface_name", "interface_description"];
  expect(cells({ on }, ...names.map((name) => `frame.${name}`))).toEqual(expected);
});

test("the file is named where it is one of several", () => {
  const titles = (facts: Partial<FrameFacts>) => frameWith(facts).layers[0]?.nodes.map(({ field }) => field.title);
  expect(titles({ file: "a.pcap" })).toContain("File");
  expect(titles({})).not.toContain("File");
});
