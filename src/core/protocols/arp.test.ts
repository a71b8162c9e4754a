import { describe, expect, it } from "vitest";
import { ETHERNET, lastLayer, readFrame } from "./frames-for-tests.ts";

const NOBODY = "000000000000";
/** An ARP packet (RFC 826) for Ethernet and IPv4. */
function arp(operation: string, { sender = "c0a80101", target = "c0a80102", targetMac = NOBODY } = {}): string {
  return `${ETHERNET} 0806 0001 0800 06 04 ${operation} 020000000002 ${sender} ${targetMac} ${target}`;
}

it("shows the packet in wire order", () => {
  expect(lastLayer(1, arp("0001")).fields).toEqual({
    "arp.hw.type": "1",
    "arp.proto.type": "0x0800",
    "arp.hw.size": "6",
    "arp.proto.size": "4",
    "arp.opcode": "1",
    "arp.src.hw_mac": "02:00:00:00:00:02",
    "arp.src.proto_ipv4": "192.168.1.1",
    "arp.dst.hw_mac": "00:00:00:00:00:00",
    "arp.dst.proto_ipv4": "192.168.1.2",
  });
});

describe("the Info column", () => {
  it.each([
    [arp("0001"), "Who has 192.168.1.2? Tell 192.168.1.1"],
    [arp("0002"), "192.168.1.1 is at 02:00:00:00:00:02"],
    [arp("0001", { sender: "00000000" }), "Who has 192.168.1.2? (ARP Probe)"], // RFC 5227 §1.1
    [arp("0001", { target: "c0a80101" }), "ARP Announcement for 192.168.1.1"], // RFC 5227 §1.1
    [arp("0001", { target: "c0a80101", targetMac: "ffffffffffff" }), "Gratuitous ARP for 192.168.1.1 (Request)"],
    [arp("0002", { target: "c0a80101" }), "Gratuitous ARP for 192.168.1.1 (Reply)"],
    [arp("0003"), "Who is 00:00:00:00:00:00? Tell 02:00:00:00:00:02"], // RFC 903
    [arp("0004"), "00:00:00:00:00:00 is at 192.168.1.2"],
    [arp("0007"), "DRARP Error"], // RFC 1931
    [arp("0008"), "Who is 00:00:00:00:00:00? Tell 02:00:00:00:00:02"], // RFC 2390
    [arp("0009"), "02:00:00:00:00:02 is at 192.168.1.1"],
    [arp("000a"), "ARP NAK"],
    [arp("0063"), "Unknown ARP opcode 0x0063"],
  ])("%#: %s", (hex, info) => {
    expect(readFrame(1, hex).info).toBe(info);
  });

  it("shares its column with its relatives", () => {
    const columns = ["0001", "0003", "0005", "0008"].map((operation) => lastLayer(1, arp(operation)).column);
    expect(columns).toEqual(["ARP", "RARP", "DRARP", "Inverse ARP"]);
  });
});

it("shows addresses of other kinds as bytes", () => {
  const odd = `${ETHERNET} 0806 0020 1234 02 03 0001 aabb 010203 ccdd 040506`;
  expect(lastLayer(1, odd).fields).toMatchObject({
    "arp.src.hw": "aabb",
    "arp.src.proto": "010203",
    "arp.dst.hw": "ccdd",
    "arp.dst.proto": "040506",
  });
  expect(readFrame(1, odd).info).toBe("Who has 040506? Tell 010203");
});

it("shows of a cut packet the fixed part alone", () => {
  const { fields, info } = lastLayer(1, arp("0001"), { captured: 14 + 27 });
  expect(Object.keys(fields)).toHaveLength(5);
  expect(info).toBe("");
});
