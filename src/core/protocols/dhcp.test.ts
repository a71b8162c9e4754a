import { describe, expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const MAC = "001122334455";
interface Message {
  readonly type?: string;
  readonly secs?: string;
  readonly hardware?: string;
  readonly options?: string;
}

/** A message (RFC 2131 §2) from port 68 to 67, options (RFC 2132) behind the cookie. */
function dhcp({ type = "01", secs = "0003", hardware = "01 06", options = "" }: Message): string {
  const file = `626f6f74${"00".repeat(124)}`;
  return `${ETHERNET} 0800 4500 0200 0001 0000 4011 0000 00000000 ffffffff 0044 0043 01ec 0000
    ${type} ${hardware} 00 0ee46f71 ${secs} 8000 00000000 0a000005 0a000001 00000000
    ${MAC} ${"00".repeat(10)} ${"00".repeat(64)} ${file} ${options && `63825363 ${options}`}`;
}

it("reads what BOOTP laid down", () => {
  expect(lastLayer(1, dhcp({})).fields).toMatchObject({
    "dhcp.type": "1",
    "dhcp.hw.type": "0x01",
    "dhcp.id": "0x0ee46f71",
    "dhcp.secs": "3",
    "dhcp.flags": "0x8000",
    "dhcp.flags.bc": "1",
    "dhcp.ip.your": "10.0.0.5",
    "dhcp.ip.server": "10.0.0.1",
    "dhcp.hw.mac_addr": "00:11:22:33:44:55",
    "dhcp.server": "",
    "dhcp.file": "boot",
  });
});

it("reads seconds whose low byte comes first", () => {
  expect(lastLayer(1, dhcp({ secs: "0400" })).fields["dhcp.secs"]).toBe("4");
});

it("reads options by their kind", () => {
  const options = `35 01 03  3d 07 01 ${MAC}  32 04 0a000005  06 08 0a000001 0a000002  33 04 00000e10
    0c 03 6c6162  51 06 00 00 00 6c6162  37 02 01 03  50 00  ff 0000`;
  expect(lastLayer(1, dhcp({ options })).fields).toMatchObject({
    "dhcp.cookie": "99.130.83.99",
    "dhcp.option.type": "53,61,50,6,51,12,81,55,80,255",
    "dhcp.option.length": "1,7,4,8,4,3,6,2,0",
    "dhcp.option.value": `03,01${MAC},0a000005,0a0000010a000002,00000e10,6c6162,0000006c6162,0103,<MISSING>`,
    "dhcp.option.dhcp": "3",
    "dhcp.hw.mac_addr": "00:11:22:33:44:55,00:11:22:33:44:55",
    "dhcp.option.requested_ip_address": "10.0.0.5",
    "dhcp.option.domain_name_server": "10.0.0.1,10.0.0.2",
    "dhcp.option.ip_address_lease_time": "3600",
    "dhcp.option.hostname": "lab",
    "dhcp.fqdn.name": "lab",
    "dhcp.option.request_list_item": "1,3",
    "dhcp.option.end": "255",
    "dhcp.option.padding": "0000",
  });
});

it("stops at an option that the packet does not hold", () => {
  expect(lastLayer(1, dhcp({ options: "35 01 05 0c 40 6c" })).fields["dhcp.option.type"]).toBe("53");
});

describe("the columns", () => {
  it.each([
    [{ options: "35 01 01" }, "DHCP", "DHCP Discover - Transaction ID 0xee46f71"],
    [{ options: "35 01 05", type: "02" }, "DHCP", "DHCP ACK      - Transaction ID 0xee46f71"],
    [{}, "BOOTP", "Boot Request from 00:11:22:33:44:55 (00:11:22:33:44:55)"],
    [{ hardware: "06 06" }, "BOOTP", "Boot Request"],
    [{ type: "02" }, "BOOTP", "Boot Reply"],
  ])("of %o", (message, column, info) => {
    const hex = dhcp(message);
    expect([lastLayer(1, hex).column, readFrame(1, hex).info]).toEqual([column, info]);
  });

  it("are UDP's when the payload is something else", () => {
    expect(lastLayer(1, dhcp({ type: "03" })).key).toBe("udp");
  });
});
