import { expect, test } from "vitest";
import { listTarget } from "./list-keys.ts";

const list = { first: 0, last: 99, now: 50, page: 10 };

test.each([
  ["ArrowUp", 49],
  ["ArrowDown", 51],
  ["PageUp", 40],
  ["PageDown", 60],
  ["Home", 0],
  ["End", 99],
  ["Tab", null],
])("%s leads to %s", (key, place) => {
  expect(listTarget(key, list)).toBe(place);
});

test("no key leads out of the list", () => {
  expect(listTarget("ArrowUp", { ...list, now: 0 })).toBe(0);
  expect(listTarget("PageDown", { ...list, now: 95 })).toBe(99);
  expect(listTarget("ArrowDown", { ...list, now: -1 })).toBe(0);
});
