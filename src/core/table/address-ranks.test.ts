import fc from "fast-check";
import { expect, it } from "vitest";
import { AddressRanks } from "./address-ranks.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, AddressTable } from "./address-table.ts";

it("ranks addresses as the table compares them", () => {
  const kinds = fc.constantFrom(ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC);
  const address = fc.tuple(kinds, fc.uint8Array({ minLength: 16, maxLength: 16 }));
  const property = fc.property(fc.array(address, { maxLength: 40 }), (addresses) => {
    const table = new AddressTable();
    for (const [kind, bytes] of addresses) table.row(new DataView(bytes.buffer, bytes.byteOffset), 0, kind);
    const work = new AddressRanks(table);
    let ranks = work.step();
    while (!ranks) ranks = work.step();
    const rows = Array.from(ranks, (_, row) => row);
    expect(rows.toSorted((a, b) => ranks[a]! - ranks[b]!)).toEqual(rows.toSorted((a, b) => table.compare(a, b)));
  });
  fc.assert(property);
});
