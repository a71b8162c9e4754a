/** RFC 6298 §2 and §5, with numbers worked out by hand. */
import { expect, it } from "vitest";
import { Timeout } from "./timeout.ts";

it("begins with a second, and estimates from the first sample on", () => {
  const timeout = new Timeout(1e9);
  expect(timeout.value).toBe(1e9);
  timeout.sample(1e9); // SRTT 1, RTTVAR 0.5
  expect(timeout.value).toBe(3e9);
  timeout.sample(3e9); // RTTVAR 0.75 * 0.5 + 0.25 * 2 = 0.875, SRTT 0.875 + 0.375 = 1.25
  expect(timeout.value).toBe(4.75e9);
});

it("is never less than its least, nor more than a minute", () => {
  const timeout = new Timeout(1e9);
  timeout.sample(20e6);
  expect(timeout.value).toBe(1e9);
  const values = Array.from({ length: 8 }, () => {
    timeout.double();
    return timeout.value / 1e9;
  });
  expect(values).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
  const linux = new Timeout(200e6);
  linux.sample(20e6); // 20 + 4 * 10 ms
  expect(linux.value).toBe(200e6);
});

it("is 3 s after a SYN was lost (§5.7)", () => {
  const timeout = new Timeout(1e9);
  timeout.double();
  timeout.beginAfterLostSyn();
  expect(timeout.value).toBe(3e9);
});
