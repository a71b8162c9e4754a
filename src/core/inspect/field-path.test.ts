import { expect, test } from "vitest";
import { isWithin, layerOf, layerPaths, pathAtByte, placeAt } from "./field-path.ts";
import { FACTS, packetOf, SEGMENT } from "./frames-for-tests.ts";

const { layers } = packetOf(SEGMENT, { facts: FACTS });
const TCP = 34;

test("layers and fields are named by their keys, the second of a kind by its number", () => {
  expect(layerPaths(layers)).toEqual(["frame", "eth", "ip", "tcp"]);
  expect(layerPaths([layers[2]!, layers[2]!, layers[2]!])).toEqual(["ip", "ip:1", "ip:2"]);
  expect(placeAt(layers, "tcp/tcp.options/tcp.options.nop:1")).toMatchObject({ bit: (TCP + 21) * 8, width: 8 });
});

test("a path finds its field, its header, or nothing", () => {
  expect(placeAt(layers, "tcp/tcp.ack")).toMatchObject({ bit: (TCP + 8) * 8, width: 32, node: { value: 726 } });
  expect(placeAt(layers, "ip")).toMatchObject({ bit: 14 * 8, width: 160, node: null });
  expect(placeAt(layers, "frame")).toMatchObject({ bit: -1 });
  expect(placeAt(layers, "udp/udp.length")).toBeNull();
  expect(placeAt(layers, "tcp/tcp.ack/tcp.seq")).toBeNull();
});

test.each([
  [0, "eth/eth.dst"],
  [TCP + 8, "tcp/tcp.ack"], // not its raw reading, which only repeats it
  [TCP + 12, "tcp/tcp.hdr_len"], // shares its byte with the first flags
  [TCP + 13, "tcp/tcp.flags"],
  [TCP + 20, "tcp/tcp.options/tcp.options.nop"],
  [TCP + 24, "tcp/tcp.options/tcp.options.timestamp/tcp.options.timestamp.tsval"],
  [TCP + 32, "tcp/tcp.payload"],
  [TCP + 34, null],
])("byte %i belongs to %s", (byte, path) => {
  expect(pathAtByte(layers, byte)).toBe(path);
});

test("ancestry goes by whole steps", () => {
  expect(layerOf("tcp/tcp.flags/tcp.flags.syn")).toBe("tcp");
  expect(isWithin("tcp/tcp.flags/tcp.flags.syn", "tcp/tcp.flags")).toBe(true);
  expect(isWithin("ip:1/ip.src", "ip")).toBe(false);
});
