import { expect, test } from "vitest";
import { AddressTable } from "../../core/table/address-table.ts";
import { NO_PACKETS, newChunk, withChunks } from "../../core/table/packet-table.ts";
import { columnStyle } from "./column-widths.ts";

test("columns are as wide as the last number, the last time, the longest file name and address need", () => {
  const chunk = newChunk(1200);
  chunk.length = 1200;
  chunk.time[1199] = 12_500e9;
  const packets = withChunks(NO_PACKETS, 0, [chunk]);
  const files = ["a.pcap", "client-side.pcapng"].map((name) => ({ name, blob: new Blob() }));
  expect(columnStyle({ packets, files }, new AddressTable(), 6)).toEqual({
    "--file-digits": "client-side.pcapng".length,
    "--number-digits": 4,
    "--time-digits": "12500.000000".length,
    "--address-digits": "255.255.255.255".length,
  });
  const addresses = new AddressTable();
  addresses.row(new DataView(Uint8Array.from({ length: 16 }, () => 0xfd).buffer), 0, 6);
  expect(columnStyle({ packets, files }, addresses, 6)).toMatchObject({ "--address-digits": 27 });
});
