import { expect, it } from "vitest";
import { addressBytes, canonicalAddress } from "./parse-address.ts";

it("reads addresses in every form, and writes them in one (RFC 5952)", () => {
  const forms = {
    "192.0.2.1": "192.0.2.1",
    "2001:DB8:0:0:0:0:0:1": "2001:db8::1",
    "::": "::",
    "::1": "::1",
    "fe80::": "fe80::",
    "::ffff:192.0.2.1": "::ffff:192.0.2.1",
    "64:ff9b::192.0.2.33": "64:ff9b::c000:221",
    "1:2:3:4:5:6:7::": "1:2:3:4:5:6:7:0",
    "00-1D-60-b3-01-84": "00:1d:60:b3:01:84",
  };
  for (const [written, text] of Object.entries(forms))
    expect([written, canonicalAddress(written)]).toEqual([written, text]);
});

it("refuses what is no address", () => {
  const others = [
    "",
    "1.2.3",
    "1.2.3.256",
    "01.2.3.4",
    "1.2.3.4.5",
    ":",
    "1::2::3",
    "1:2:3:4:5:6:7",
    "12345::",
    "fe80::1%eth0",
    "1:2:3:4:5:6:7:8::",
    "g::",
    "00:11:22:33:44",
    "::1.2.3",
    "1.2.3.4::",
  ];
  for (const other of others) expect([other, canonicalAddress(other)]).toEqual([other, null]);
  expect(addressBytes("00:1d:60:b3:01:84")).toBeNull();
});
