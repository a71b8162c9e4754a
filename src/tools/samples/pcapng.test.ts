import { expect, test } from "vitest";
import { countPackets, toPcapng } from "./pcapng.ts";

/** The bytes written in `hex`, spaces for the eye. */
function bytes(hex: string): Uint8Array {
  return Buffer.from(hex.replace(/\s/g, ""), "hex");
}

const NANOSECOND_PCAP = bytes(`
  4d3cb2a1 0200 0400 00000000 00000000 00000400 01000000
  01000000 05000000 06000000 09000000 aabbccddeeff
  02000000 00000000 01000000 01000000 11
`);

test("writes section, interface and packets, padded to 32 bits", () => {
  expect(Buffer.from(toPcapng(NANOSECOND_PCAP)).toString("hex")).toBe(
    Buffer.from(
      bytes(`
        0a0d0d0a 1c000000 4d3c2b1a 0100 0000 ffffffffffffffff 1c000000
        01000000 20000000 0100 0000 00000400 0900 0100 09000000 00000000 20000000
        06000000 28000000 00000000 00000000 05ca9a3b 06000000 09000000 aabbccddeeff0000 28000000
        06000000 24000000 00000000 00000000 00943577 01000000 01000000 11000000 24000000
      `),
    ).toString("hex"),
  );
});

test("keeps microseconds as they are", () => {
  const pcap = Uint8Array.from(NANOSECOND_PCAP);
  pcap.set(bytes("d4c3b2a1"));
  const interfaceBlock = Buffer.from(toPcapng(pcap)).subarray(28, 60);
  expect(interfaceBlock.toString("hex")).toContain("0900010006000000");
});

test("counts packets", () => {
  expect(countPackets(NANOSECOND_PCAP)).toBe(2);
});

test("refuses what is no pcap, and a cut record", () => {
  expect(() => countPackets(bytes("0a0d0d0a".repeat(8)))).toThrow("not a little-endian pcap file");
  expect(() => countPackets(NANOSECOND_PCAP.subarray(0, -1))).toThrow("cut short");
});
