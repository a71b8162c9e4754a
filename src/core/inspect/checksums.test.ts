import { expect, it } from "vitest";
import { bytesOf } from "../protocols/frames-for-tests.ts";
import { badChecksums } from "./checksums.ts";
import { inspectPacket } from "./packet.ts";

const RAW = 101;
const IPV4 = "4500 002b 0001 0000 4006 66ca 0a000001 0a000002";
const TCP = "03e8 07d0 00000001 00000001 5018 0064";

function badIn(hex: string) {
  const view = new DataView(bytesOf(hex).buffer as ArrayBuffer); // of their own
  const frame = { number: 1, time: null, capturedLength: view.byteLength, wireLength: view.byteLength };
  const options = { verifiesChecksums: true };
  const { layers } = inspectPacket({ view, at: 0, linkType: RAW }, frame, () => null, null, options);
  return badChecksums(layers).map(({ node, note }) => [node.field.key, note.expected, note.offload]);
}

it("says what each should be", () => {
  expect(badIn(`${IPV4} ${TCP} cb46 0000 616263`)).toEqual([]);
  expect(badIn(`${IPV4.replace("66ca", "66cb")} ${TCP} 1234 0000 616263`)).toEqual([
    ["ip.checksum", 0x66ca, null],
    ["tcp.checksum", 0xcb46, null],
  ]);
});

it("knows what a system leaves to the network card", () => {
  // 0a00 + 0001 + 0a00 + 0002 + 6, and 23 bytes; without them where the card cuts the segments.
  expect(badIn(`${IPV4} ${TCP} 1420 0000 616263`)).toEqual([["tcp.checksum", 0xcb46, "partial"]]);
  expect(badIn(`${IPV4} ${TCP} 1409 0000 616263`)).toEqual([["tcp.checksum", 0xcb46, "partial"]]);
  expect(badIn(`${IPV4} ${TCP} 0000 0000 616263`)).toEqual([["tcp.checksum", 0xcb46, "empty"]]);
  expect(badIn(`${IPV4.replace("66ca", "0000")} ${TCP} cb46 0000 616263`)).toEqual([["ip.checksum", 0x66ca, "empty"]]);
});

it("leaves out what an error quotes", () => {
  const error = "4500 003b 0001 0000 4001 66bf 0a000001 0a000002 0301 111a 00000000";
  const quoted = "4500 001f 0001 0000 4011 66ce 0a000001 0a000002 1388 1770 000b fc7b 616263";
  expect(badIn(`${error} ${quoted}`)).toEqual([]);
});
