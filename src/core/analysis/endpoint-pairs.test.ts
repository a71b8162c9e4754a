import fc from "fast-check";
import { expect, it } from "vitest";
import { EndpointPairs } from "./endpoint-pairs.ts";

it("gives a pair one row, either way round", () => {
  const pairs = new EndpointPairs();
  expect(pairs.row(1, 1000, 2, 80)).toBe(0);
  expect(pairs.row(2, 80, 1, 1000)).toBe(0);
  expect(pairs.row(1, 80, 2, 1000)).toBe(1);
  expect(pairs.row(1, 1000, 1, 80)).toBe(2);
  expect(pairs.row(1, 80, 1, 1000)).toBe(2);
  expect(pairs.connection(2)).toBe(-1);
});

it("grows beyond any beginning", () => {
  const endpoint = fc.tuple(fc.nat(30), fc.constantFrom(0, 1, 80, 1000, 65535));
  const asked = fc.array(fc.tuple(endpoint, endpoint), { maxLength: 3000, minLength: 2000, size: "max" });
  fc.assert(
    fc.property(asked, (asked) => {
      const pairs = new EndpointPairs();
      const rows = new Map<string, number>();
      for (const [a, b] of asked) {
        const key = [a, b].map(String).sort().join(" ");
        const row = pairs.row(a[0], a[1], b[0], b[1]);
        expect(row).toBe(rows.get(key) ?? rows.size);
        rows.set(key, row);
      }
      expect(pairs.length).toBe(rows.size);
    }),
    { numRuns: 5 },
  );
});
