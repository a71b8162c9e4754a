/** After xxhash_spec.md of the xxHash project. The hashes of longer bytes were counted by another program. */
import { expect, test } from "vitest";
import { characters, counting } from "../core/capture/captures-for-tests.ts";
import { XxHash32 } from "./xxhash32.ts";
import { XxHash64 } from "./xxhash64.ts";

const hash32 = (bytes: Uint8Array) => new XxHash32().update(bytes).digest();
const hash64 = (bytes: Uint8Array) => new XxHash64().update(bytes).digestLower();

test.each([
  ["", 0x02cc5d05, 0x51d8e999],
  ["abc", 0x32d153ff, 0xad770999],
  ["Nobody inspects the spammish repetition", 0xe2293b2f, 0x8a378bf1],
])("“%s”", (text, narrow, wide) => {
  expect(hash32(characters(text))).toBe(narrow);
  expect(hash64(characters(text))).toBe(wide);
});

test.each([
  [3, 0x663e9a55, 0x33bc65dd],
  [20, 0x828b819c, 0x6798d8ac],
  [39, 0xddd46630, 0x1679a859],
  [99, 0x60b547bb, 0x5abbc960],
])("%i bytes that count up", (length, narrow, wide) => {
  expect(hash32(counting(length))).toBe(narrow);
  expect(hash64(counting(length))).toBe(wide);
});

test("all lengths up to 99, whose hashes come to this by exclusive or", () => {
  let narrow = 0;
  let wide = 0;
  for (let length = 0; length < 100; length++) {
    narrow ^= hash32(counting(length));
    wide ^= hash64(counting(length));
  }
  expect(narrow >>> 0).toBe(0xd02850f6);
  expect(wide >>> 0).toBe(0x4a7ad3fd);
});

test("pieces of any lengths come to the same as the whole", () => {
  for (let step = 1; step < 70; step++) {
    const narrow = new XxHash32();
    const wide = new XxHash64();
    for (let at = 0; at < 200; at += step) {
      const piece = counting(200).subarray(at, at + step);
      narrow.update(piece);
      wide.update(piece);
    }
    expect(narrow.digest()).toBe(hash32(counting(200)));
    expect(wide.digestLower()).toBe(hash64(counting(200)));
  }
});
