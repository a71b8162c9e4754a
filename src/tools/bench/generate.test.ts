import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ensureCaptures, RECIPES } from "./generate.ts";
import { type Recipe, writeTraffic } from "./traffic.ts";

const TINY: Record<Recipe["mix"], { connections: number; atOnce: number; exchanges: number; packets: number }> = {
  // 3 to open, 3 to close; a pair and its ACK; a keystroke, its echo and an ACK; a request, its answer and an ACK.
  bulk: { connections: 3, atOnce: 3, exchanges: 40, packets: 3 * (6 + 40 * 3) },
  small: { connections: 5, atOnce: 5, exchanges: 20, packets: 5 * (6 + 20 * 3) },
  short: { connections: 40, atOnce: 8, exchanges: 1, packets: 40 * (6 + 3) },
};

function tiny(recipe: Recipe): Recipe {
  const { connections, atOnce, exchanges } = TINY[recipe.mix];
  return { ...recipe, connections, atOnce, exchanges };
}

function capture(recipe: Recipe): Buffer {
  const pieces: Buffer[] = [];
  const totals = writeTraffic(recipe, (piece) => pieces.push(Buffer.from(piece)));
  const file = Buffer.concat(pieces);
  expect(totals).toEqual({ bytes: file.length, packets: TINY[recipe.mix].packets });
  return file;
}

interface Packet {
  /** Microseconds since the epoch. */
  time: number;
  frame: Buffer;
}

function records(file: Buffer): Packet[] {
  const all: Packet[] = [];
  let at = 24;
  while (at < file.length) {
    const captured = file.readUInt32LE(at + 8);
    expect(file.readUInt32LE(at + 4)).toBeLessThan(1e6);
    expect(file.readUInt32LE(at + 12)).toBe(captured);
    const time = file.readUInt32LE(at) * 1e6 + file.readUInt32LE(at + 4);
    all.push({ time, frame: file.subarray(at + 16, at + 16 + captured) });
    at += 16 + captured;
  }
  expect(at).toBe(file.length);
  return all;
}

/** Sum of 16-bit words with end-around carry: 0xffff over bytes that hold their own right checksum (RFC 1071). */
function onesComplementSum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) {
    sum += bytes[at]! * 256 + (bytes[at + 1] ?? 0);
    sum = (sum & 0xffff) + (sum >> 16);
  }
  return sum;
}

describe.each(RECIPES.map(tiny))("$mix", (recipe) => {
  const file = capture(recipe);
  const packets = records(file);

  test("is a pcap of Ethernet frames, as many as it says", () => {
    expect(file.toString("hex", 0, 8)).toBe("d4c3b2a102000400");
    expect(file.readUInt32LE(20)).toBe(1);
    expect(packets).toHaveLength(TINY[recipe.mix].packets);
  });

  test("is the same every time", () => {
    const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
    expect(digest(capture(recipe))).toBe(digest(file));
  });

  test("goes forward in time", () => {
    for (let index = 1; index < packets.length; index++) {
      const step = packets[index]!.time - packets[index - 1]!.time;
      expect(step).toBeGreaterThanOrEqual(recipe.gap[0]);
      expect(step).toBeLessThanOrEqual(recipe.gap[1]);
    }
  });

  test("has right lengths and checksums", () => {
    for (const { frame } of packets) {
      const ip = frame.subarray(14);
      expect(ip.readUInt16BE(2)).toBe(ip.length);
      expect(onesComplementSum(ip.subarray(0, 20))).toBe(0xffff);
      const tcp = ip.subarray(20);
      const pseudo = Buffer.from([...ip.subarray(12, 20), 0, 6, tcp.length >> 8, tcp.length & 0xff]);
      expect(onesComplementSum(Buffer.concat([pseudo, tcp]))).toBe(0xffff);
    }
  });

  test("repeats and skips no byte of a stream, and acknowledges only what was sent", () => {
    const next = new Map<string, number>();
    for (const { frame } of packets) {
      const ip = frame.subarray(14);
      const tcp = ip.subarray(20);
      const from = ip.toString("hex", 12, 16) + tcp.toString("hex", 0, 2);
      const to = ip.toString("hex", 16, 20) + tcp.toString("hex", 2, 4);
      const [stream, reverse] = [`${from}>${to}`, `${to}>${from}`];
      const seq = tcp.readUInt32BE(4);
      const flags = tcp[13]!;
      if (next.has(stream)) expect(seq).toBe(next.get(stream));
      const payload = tcp.length - (tcp[12]! >> 4) * 4;
      next.set(stream, (seq + payload + (flags & 0x03 ? 1 : 0)) >>> 0);
      if (flags & 0x10) expect((next.get(reverse)! - tcp.readUInt32BE(8)) >>> 0).toBeLessThan(64256);
    }
    expect(next.size).toBe(recipe.connections * 2);
  });
});

test("files are written once, and again when the recipe changes", () => {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const [first] = ensureCaptures(folder, [tiny(RECIPES[0]!)]);
    const written = statSync(first!.path).mtimeMs;
    expect(readFileSync(first!.path).length).toBe(first!.bytes);
    expect(ensureCaptures(folder, [tiny(RECIPES[0]!)])).toEqual([first]);
    expect(statSync(first!.path).mtimeMs).toBe(written);
    const [second] = ensureCaptures(folder, [{ ...tiny(RECIPES[0]!), gap: [1, 2] }]);
    expect(second!.path).not.toBe(first!.path);
    expect(readdirSync(folder)).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
