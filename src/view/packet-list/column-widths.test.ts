import { expect, test } from "vitest";
import { AddressTable } from "../../core/table/address-table.ts";
import { NO_PACKETS, newChunk, withChunk } from "../../core/table/packet-table.ts";
import { columnStyle } from "./column-widths.ts";

test("columns are as wide as the last number, the last time, and the longest address need", () => {
  const chunk = newChunk(1200);
  chunk.length = 1200;
  chunk.time[1199] = 12_500e9;
  const packets = withChunk(NO_PACKETS, 0, chunk);
  expect(columnStyle(packets, new AddressTable(), 6)).toEqual({
    "--number-digits": 4,
    "--time-digits": "12500.000000".length,
    "--address-digits": "255.255.255.255".length,
  });
  const addresses = new AddressTable();
  addresses.row(new DataView(Uint8Array.from({ length: 16 }, () => 0xfd).buffer), 0, 6);
  expect(columnStyle(packets, addresses, 6)).toMatchObject({ "--address-digits": 27 });
});
