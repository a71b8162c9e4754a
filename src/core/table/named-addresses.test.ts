import { expect, test } from "vitest";
import { AddressTable } from "./address-table.ts";
import { NamedAddresses } from "./named-addresses.ts";

test("a name stands for its address, and every other address for itself", () => {
  const table = new AddressTable();
  const bytes = new DataView(Uint8Array.of(192, 0, 2, 1, 192, 0, 2, 2).buffer);
  const rows = [table.row(bytes, 0, 4), table.row(bytes, 4, 4), -1];
  const named = new NamedAddresses(table, new Map([["192.0.2.1", "server"]]));
  expect(rows.map((row) => named.text(row))).toEqual(["server", "192.0.2.2", ""]);
  expect(rows.map((row) => named.behind(row))).toEqual(["192.0.2.1", "", ""]);
  expect(named.length).toBe(2);
});
