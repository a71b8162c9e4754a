import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complement, folded, pseudoHeaderSum, wordSum } from "./checksum.ts";
import { crc32c } from "./crc32c.ts";
import { viewOf } from "./frames-for-tests.ts";

describe("the Internet checksum (RFC 1071)", () => {
  it("is that of the example in §3", () => {
    const view = viewOf("0001 f203 f4f5 f6f7");
    expect(wordSum(view, 0, 8)).toBe(0x2ddf0);
    expect(folded(0x2ddf0)).toBe(0xddf2);
    expect(complement(0x2ddf0)).toBe(0x220d);
  });

  it("fills an odd last byte up with 0", () => {
    expect(wordSum(viewOf("0001 f2"), 0, 3)).toBe(0xf201);
    expect(wordSum(viewOf("aa 0001 f2"), 1, 1)).toBe(0);
  });

  it("adds carries until none is left", () => {
    expect(folded(0x1ffff)).toBe(1);
    expect(folded(0xffff)).toBe(0xffff);
    expect(folded(0xffff0001)).toBe(1);
  });

  it("bears more bytes than 32 bits can sum", () => {
    const view = new DataView(new Uint8Array(300_000).fill(0xff).buffer);
    expect(wordSum(view, 0, 300_000)).toBe(150_000 * 0xffff);
    expect(complement(wordSum(view, 0, 300_000))).toBe(0);
  });

  it("does not depend on the order of words (§2 A)", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.uint8Array({ maxLength: 40 }), (one, other) => {
        const even = one.slice(0, one.length - (one.length % 2));
        const view = new DataView(Uint8Array.from([...even, ...other]).buffer);
        const sums = wordSum(view, 0, even.length) + wordSum(view, even.length, view.byteLength);
        expect(folded(sums)).toBe(folded(wordSum(view, 0, view.byteLength)));
      }),
    );
  });
});

describe("the pseudo header", () => {
  it("of IPv4 has addresses, protocol and length (RFC 9293 §3.1)", () => {
    const network = { key: "ip", view: viewOf("0a000001 0a000002"), at: 0, sourceAt: 0, destinationAt: 4 };
    const written = viewOf("0a000001 0a000002 0006 0017");
    expect(pseudoHeaderSum({ ...network, addressLength: 4 }, 6, 23)).toBe(wordSum(written, 0, 12));
  });

  it("of IPv6 has a longer length (RFC 8200 §8.1)", () => {
    const addresses = "20010db8000000000000000000000001 20010db8000000000000000000000002";
    const network = { key: "ipv6", view: viewOf(addresses), at: 0, sourceAt: 0, destinationAt: 16, addressLength: 16 };
    const written = viewOf(`${addresses} 00012345 000000 3a`);
    expect(folded(pseudoHeaderSum(network, 58, 0x12345))).toBe(folded(wordSum(written, 0, 40)));
  });
});

describe("CRC-32C", () => {
  const ascending = Array.from({ length: 32 }, (_, index) => index.toString(16).padStart(2, "0")).join("");
  it.each([
    ["digits", "313233343536373839", 0xe3069283],
    ["zeros (RFC 3720 §B.4)", "00".repeat(32), 0x8a9136aa],
    ["ones (RFC 3720 §B.4)", "ff".repeat(32), 0x62a8ab43],
    ["ascending (RFC 3720 §B.4)", ascending, 0x46dd794e],
  ])("of %s", (_, hex, remainder) => {
    expect(crc32c(viewOf(hex), 0, hex.length / 2)).toBe(remainder);
  });

  it("counts the checksum's own place as 0", () => {
    expect(crc32c(viewOf("00 0000 ffffffff 0000"), 1, 9, 3)).toBe(crc32c(viewOf("00".repeat(8)), 0, 8));
  });
});
