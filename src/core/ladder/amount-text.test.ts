import { expect, it } from "vitest";
import { shortBytes, shortMilliseconds } from "./amount-text.ts";

it.each([
  [0, "0"],
  [725, "725"],
  [999, "999"],
  [1000, "1.00k"],
  [7240, "7.24k"],
  [65535, "65.5k"],
  [99960, "100k"],
  [999499, "999k"],
  [1048576, "1.05M"],
  [4294967295, "4.29G"],
])("%d bytes are %s", (bytes, text) => expect(shortBytes(bytes)).toBe(text));

it.each([
  [0, "0.00"],
  [40_100, "0.04"],
  [21_507_056, "21.5"],
  [2_408_000_000, "2408"],
  [-5_000_000, "-5.00"],
])("%d ns are %s ms", (nanoseconds, text) => expect(shortMilliseconds(nanoseconds)).toBe(text));
