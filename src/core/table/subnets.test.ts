import { expect, it } from "vitest";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, AddressTable } from "./address-table.ts";
import { subnetRows, subnetText } from "./subnets.ts";

function tableOf(...rows: readonly (readonly [hex: string, kind: 4 | 6 | 1])[]): AddressTable {
  const table = new AddressTable();
  for (const [hex, kind] of rows) {
    const bytes = Uint8Array.from(hex.match(/../g)!, (pair) => Number.parseInt(pair, 16));
    table.row(new DataView(bytes.buffer), 0, kind);
  }
  return table;
}

it("are told by their first bits, IPv4 and IPv6 apart (RFC 4632 §3.1, RFC 4291 §2.3)", () => {
  const table = tableOf(
    ["ffffff01", ADDRESS_IPV4],
    ["ffffff80", ADDRESS_IPV4],
    ["ffffff81", ADDRESS_IPV4],
    [`ffffff01${"00".repeat(12)}`, ADDRESS_IPV6],
    ["ffffff010000", ADDRESS_MAC],
  );
  expect([...subnetRows(table, { ipv4: 25, ipv6: 32 }).first]).toEqual([0, 1, 1, 3, 4]);
  expect([...subnetRows(table, { ipv4: 0, ipv6: 0 }).first]).toEqual([0, 0, 0, 3, 4]);
  expect([...subnetRows(table, { ipv4: 32, ipv6: 128 }).first]).toEqual([0, 1, 2, 3, 4]);
});

it("are written with the length of their prefix", () => {
  const table = tableOf(["c0a801fe", ADDRESS_IPV4], ["20010db800ff000100000000000000fe", ADDRESS_IPV6]);
  expect([0, 8, 23, 32].map((bits) => subnetText(table, 0, bits))).toEqual([
    "0.0.0.0/0",
    "192.0.0.0/8",
    "192.168.0.0/23",
    "192.168.1.254/32",
  ]);
  expect([0, 40, 64, 127].map((bits) => subnetText(table, 1, bits))).toEqual([
    "::/0",
    "2001:db8::/40",
    "2001:db8:ff:1::/64",
    "2001:db8:ff:1::fe/127",
  ]);
});
