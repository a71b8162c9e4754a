import { expect, test } from "vitest";
import { t } from "../words-for-tests.ts";
import { bytesText, durationText } from "./amounts.ts";

test.each([
  [0, "0 bytes"],
  [1, "1 byte"],
  [725, "725 bytes"],
  [999, "999 bytes"],
  [1000, "1 kB"],
  [24_180, "24.2 kB"],
  [999_600, "1 MB"],
  [94_000_000, "94 MB"],
  [3.2e12, "3.2 TB"],
])("%d bytes", (bytes, text) => {
  expect(bytesText(bytes, "en")).toBe(text);
});

test.each([
  [0, "0 µs"],
  [222_000, "222 µs"],
  [46_803_000, "46.8 ms"],
  [999_600_000, "1 s"],
  [5_538_674_000, "5.54 s"],
  [738e9, "12.3 min"],
  [9000e9, "2.5 h"],
])("%d ns", (nanoseconds, text) => {
  expect(durationText(nanoseconds, "en", t)).toBe(text);
});
