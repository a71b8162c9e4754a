import { expect, it } from "vitest";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, AddressTable } from "./address-table.ts";

/** Sixteen bytes, the last four of which tell them apart. */
const view = (number: number) => {
  const bytes = new DataView(new ArrayBuffer(16));
  bytes.setUint32(12, number);
  bytes.setUint32(0, number);
  return bytes;
};

it("has each address once, kinds apart", () => {
  const table = new AddressTable();
  expect(table.row(view(0x0a000001), 0, ADDRESS_IPV4)).toBe(0);
  expect(table.row(view(0x0a000001), 0, ADDRESS_IPV6)).toBe(1);
  expect(table.row(view(0x0a000001), 0, ADDRESS_MAC)).toBe(2);
  expect(table.row(view(0x0a000001), 12, ADDRESS_IPV4)).toBe(0);
  expect([0, 1, 2, 3, -1].map((row) => table.text(row))).toEqual([
    "10.0.0.1",
    "a00:1::a00:1",
    "0a:00:00:01:00:00",
    "",
    "",
  ]);
});

it("grows without losing any", () => {
  const table = new AddressTable();
  for (let number = 0; number < 5000; number++) expect(table.row(view(number * 7919), 0, ADDRESS_IPV6)).toBe(number);
  for (let number = 0; number < 5000; number++) expect(table.row(view(number * 7919), 0, ADDRESS_IPV6)).toBe(number);
  expect(table.length).toBe(5000);
});

it("is handed over piece by piece", () => {
  const here = new AddressTable();
  let there = new AddressTable();
  let given = 0;
  for (const upTo of [3, 3, 700]) {
    while (here.length < upTo) here.row(view(here.length + 1), 0, ADDRESS_IPV4);
    const before = there;
    there = there.with(here.since(given));
    expect(there === before).toBe(given === upTo);
    given = here.length;
  }
  expect(there.length).toBe(700);
  expect([there.text(0), there.text(699)]).toEqual([here.text(0), here.text(699)]);
});

it("sorts by kind, then by number", () => {
  const table = new AddressTable();
  const rows = [
    table.row(view(0x0a000002), 0, ADDRESS_IPV6),
    table.row(view(0x0a000010), 0, ADDRESS_IPV4),
    table.row(view(0xc0a80001), 0, ADDRESS_IPV4),
    table.row(view(0x0a000002), 0, ADDRESS_IPV4),
    table.row(view(0xff000000), 0, ADDRESS_MAC),
  ];
  const sorted = rows.toSorted((a, b) => table.compare(a, b)).map((row) => table.text(row));
  expect(sorted).toEqual(["ff:00:00:00:00:00", "10.0.0.2", "10.0.0.16", "192.168.0.1", "a00:2::a00:2"]);
  expect(table.compare(1, 1)).toBe(0);
});
