import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ETHERNET, readFrame } from "./frames-for-tests.ts";
import { PROTOCOLS } from "./registry.ts";
import { CUT_SHORT, ENDS_EARLY, FINE, TOO_DEEP, WRONG_VALUE } from "./walk.ts";

const LINK_TYPES = [...new Set(PROTOCOLS.flatMap(({ reachedBy }) => reachedBy.linkType ?? [])), 147];
const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const UDP = "0005 0006 000c 0000 61626364";
const IPV4_UDP = `4500 0020 0001 0000 4011 0000 0a000001 0a000002 ${UDP}`;

/** Beginnings that lead deep into the protocols, for random bytes to follow. */
const BEGINNINGS = [
  "",
  `${ETHERNET} 0800 45`,
  `${ETHERNET} 0800 4500 0080 0001 0000 4001 0000 0a000001 0a000002 0300 0000 0000 0000 4500 0080 0001 0000 4006`,
  `${ETHERNET} 0800 4f00 0080 0001 0000 4006 0000 0a000001 0a000002`,
  `${ETHERNET} 0800 4500 0080 0001 0000 4006 0000 0a000001 0a000002 0400 0050 00000000 00000000 f0`,
  `${ETHERNET} 86dd 6000 0000 0080 3a40 ${"00".repeat(32)} 86 00 0000`,
  `${ETHERNET} 86dd 6000 0000 0080 3a40 ${"00".repeat(32)} 8f 00 0000 0000 0003`,
  `${ETHERNET} 86dd 6000 0000 0080 0040 ${"00".repeat(32)}`,
  `${ETHERNET} 86dd 6000 0000 0080 2b40 ${"00".repeat(32)} 3b`,
  `${ETHERNET} 0806 0001 0800 06`,
  `${ETHERNET} 0020 aaaa 03`,
  `${ETHERNET} 8100 0005 88a8`,
];

describe("a walk through any bytes", () => {
  it.each(LINK_TYPES)("of link type %d never throws, never reads past the end, always ends", (linkType) => {
    const beginning = fc.constantFrom(...BEGINNINGS);
    const rest = fc.uint8Array({ maxLength: 200 });
    fc.assert(
      // The view ends with the frame, so that a read past it throws.
      fc.property(beginning, rest, fc.nat(300), (beginning, rest, captured) => {
        const { layers } = readFrame(linkType, beginning + hexOf(rest), { captured });
        for (const { at, end } of layers) expect(end).toBeGreaterThanOrEqual(at);
      }),
      { numRuns: 400 },
    );
  });

  it("follows headers within headers only so far", () => {
    const tunnel = `4500 0000 0001 0000 4004 0000 0a000001 0a000002`;
    const { layers, problem } = readFrame(101, tunnel.repeat(60));
    expect(problem).toBe(TOO_DEEP);
    expect(layers.length).toBeLessThan(60);
  });
});

describe("what stops a walk", () => {
  it("is nothing when all is well", () => {
    const { layers, problem, unknown } = readFrame(101, IPV4_UDP);
    expect(layers.map(({ key }) => key)).toEqual(["raw", "ip", "udp"]);
    expect([problem, unknown]).toEqual([FINE, null]);
  });

  it("is the capture, when the packet had more", () => {
    const { layers, problem } = readFrame(101, IPV4_UDP, { captured: 25 });
    expect(problem).toBe(CUT_SHORT);
    expect(layers.at(-1)).toMatchObject({ key: "udp", fields: { "udp.srcport": "5", "udp.dstport": "6" } });
  });

  it("is the packet, when it had no more", () => {
    expect(readFrame(101, IPV4_UDP.replace("0020", "0019")).problem).toBe(ENDS_EARLY);
  });

  it("is a version that is none", () => {
    expect(readFrame(228, IPV4_UDP.replace("45", "35")).problem).toBe(WRONG_VALUE);
  });

  it("is a number that nobody answers to, which it names", () => {
    expect(readFrame(147, "00").unknown).toEqual(["linkType", 147]);
    expect(readFrame(1, `${ETHERNET} 88cc 0000`).unknown).toEqual(["etherType", 0x88cc]);
    // RFC 3692 §2.1: for experiments, so nobody's for good.
    expect(readFrame(101, IPV4_UDP.replace("4011", "40fd")).unknown).toEqual(["ipProtocol", 253]);
    expect(readFrame(0, "07000000").unknown).toEqual(["bsdFamily", 7]);
  });
});
