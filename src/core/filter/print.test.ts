import fc from "fast-check";
import { expect, it } from "vitest";
import { parseFilter } from "./parse.ts";
import { printFilter } from "./print.ts";
import { anyTest, withoutPlaces } from "./trees-for-tests.ts";

it("prints what parses to the same tree", () => {
  fc.assert(
    fc.property(anyTest, (tree) => {
      const parsed = parseFilter(printFilter(tree));
      expect("tree" in parsed ? withoutPlaces(parsed.tree) : parsed).toEqual(withoutPlaces(tree));
    }),
  );
});

it.each([
  ["tcp.port==80&&!udp", "tcp.port == 80 and not udp"],
  ["ip or tcp and udp", "ip or (tcp and udp)"],
  ["tcp.port not in {80,443 .. 500}", "not tcp.port in {80, 443 .. 500}"],
  ['all tcp[0:2,4,5-6] ~ r"a\\d"', 'all tcp[0:2, 4, 5-6] matches r"a\\d"'],
  ["tcp.len * {tcp.seq + 1} > 3", "tcp.len * {tcp.seq + 1} > 3"],
  ["ip.addr#2", "ip.addr#[2]"],
  ["", ""],
])("writes %s as %s", (text, expected) => {
  const parsed = parseFilter(text);
  expect("tree" in parsed && printFilter(parsed.tree)).toBe(expected);
});
