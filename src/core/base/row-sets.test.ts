import fc from "fast-check";
import { expect, it } from "vitest";
import { commonRows, joinedRows } from "./row-sets.ts";

const someRows = fc.uniqueArray(fc.nat(300)).map((rows) => Uint32Array.from(rows).sort());

it("finds what two lists have in common", () => {
  const property = fc.property(someRows, someRows, (a, b) => {
    expect([...commonRows(a, b)]).toEqual([...a].filter((row) => b.includes(row)));
  });
  fc.assert(property);
});

it("joins two lists that share no row", () => {
  const property = fc.property(someRows, someRows, (a, b) => {
    const rest = b.filter((row) => !a.includes(row));
    expect([...joinedRows(a, rest)]).toEqual([...Uint32Array.from([...a, ...rest]).sort()]);
  });
  fc.assert(property);
});
