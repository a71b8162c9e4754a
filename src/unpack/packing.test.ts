import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { counting, join, u32 } from "../core/capture/captures-for-tests.ts";
import type { Packing } from "../core/capture/problem.ts";
import { findPacking, packingOf } from "./packing.ts";
import { sourceOf, unpack } from "./sources-for-tests.ts";

const file = (path: string) => new Uint8Array(readFileSync(path));

/** A capture, and what the programs of each compression make of it, checksums included. */
const CAPTURE = file("public/samples/dns.pcap");
const PACKED: Readonly<Record<Packing, Uint8Array>> = {
  gzip: join(gzipSync(CAPTURE.subarray(0, 200)), gzipSync(CAPTURE.subarray(200), { level: 9 })),
  Zstandard: file("e2e/compressed/dns.pcap.zst"),
  LZ4: file("e2e/compressed/dns.pcap.lz4"),
};
const PACKINGS: readonly Packing[] = ["gzip", "Zstandard", "LZ4"];

test("a file that begins otherwise is not compressed", () => {
  expect(packingOf(CAPTURE)).toBeNull();
  expect(packingOf(new Uint8Array(0))).toBeNull();
  expect(packingOf(Uint8Array.of(0x1f))).toBeNull();
});

describe("behind frames for other programs", () => {
  const other = (magic: number, length: number) => join(u32("little", magic, length), counting(length));
  const found = (bytes: Uint8Array) => findPacking(sourceOf(bytes));

  test.each(["Zstandard", "LZ4"] as const)("%s is found, and gives what was packed", async (packing) => {
    for (const front of [other(0x184d2a50, 4), join(other(0x184d2a5f, 0), other(0x184d2a57, 9000))]) {
      const packed = join(front, PACKED[packing]);
      expect(await found(packed)).toBe(packing);
      expect(await unpack(packed)).toEqual({ bytes: CAPTURE, fault: null });
    }
  });

  test("something else is told with its place", async () => {
    for (const rest of [CAPTURE, PACKED.gzip]) {
      const { bytes, fault } = await unpack(join(other(0x184d2a50, 30), rest));
      expect(bytes.length).toBe(0);
      expect(fault).toEqual({ kind: "bad", offset: 38, part: "rest" });
    }
  });

  test("nothing is nothing, and a file that ends within them is cut", async () => {
    const front = other(0x184d2a50, 4);
    expect(await unpack(front)).toEqual({ bytes: new Uint8Array(0), fault: null });
    expect(await unpack(front.subarray(0, 11))).toEqual({ bytes: new Uint8Array(0), fault: { kind: "cut" } });
    expect(await unpack(u32("little", 0x184d2a50, 0xffff_ffff))).toMatchObject({ fault: { kind: "cut" } });
    expect(await found(front.subarray(0, 7))).toBeNull();
  });

  test("is looked for no longer than a file can be meant", async () => {
    const empty = other(0x184d2a50, 0);
    const reads: number[] = [];
    const source = sourceOf(join(...Array.from({ length: 5000 }, () => empty)));
    const read = (from: number, to: number) => {
      reads.push(from);
      return source.read(from, to);
    };
    expect(await findPacking({ size: source.size, read })).toBe("Zstandard");
    expect(reads.length).toBeLessThan(100);
  });
});

describe.each(PACKINGS)("%s", (packing) => {
  const packed = PACKED[packing];

  test("is known by its first bytes, and gives what was packed", async () => {
    expect(packingOf(packed)).toBe(packing);
    expect(await unpack(packed)).toEqual({ bytes: CAPTURE, fault: null });
  });

  test("may come in pieces of any length", async () => {
    for (const most of [1, 2, 7, 64])
      expect(await unpack(packed, packing, most)).toEqual({ bytes: CAPTURE, fault: null });
  });

  test("may follow itself", async () => {
    const { bytes, fault } = await unpack(join(packed, packed, packed));
    expect(fault).toBeNull();
    expect(bytes).toEqual(join(CAPTURE, CAPTURE, CAPTURE));
  });

  test("cut anywhere gives the beginning, and says that it is cut", async () => {
    for (let length = 4; length < packed.length; length++) {
      const { bytes, fault } = await unpack(packed.subarray(0, length), packing);
      expect(bytes).toEqual(CAPTURE.subarray(0, bytes.length));
      if (fault) expect(fault).toEqual({ kind: "cut" });
      else expect(packing).toBe("gzip"); // between its two members
    }
  });

  test("with any bit turned over says so, or gives what was packed all the same", async () => {
    for (let bit = 0; bit < packed.length * 8; bit++) {
      const turned = packed.slice();
      turned[bit >> 3]! ^= 1 << (bit & 7);
      const { bytes, fault } = await unpack(turned, packing);
      if (!fault) expect(bytes).toEqual(CAPTURE);
    }
  });

  test("followed by something else says where", async () => {
    const { bytes, fault } = await unpack(join(packed, counting(100)));
    expect(bytes).toEqual(CAPTURE);
    expect(fault).toEqual({ kind: "bad", offset: packed.length, part: "rest" });
  });

  test("followed by random bytes, or with some in it, always ends", async () => {
    const property = fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(packed.length), async (noise, at) => {
      await unpack(join(packed.subarray(0, at), noise, packed.subarray(at)), packing);
    });
    await fc.assert(property, { numRuns: 200 });
  });
});
