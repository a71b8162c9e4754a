import { describe, expect, it } from "vitest";
import { ETHERNET, readFrame } from "./frames-for-tests.ts";
import { CUT_SHORT, FINE, MALFORMED, WRONG_VALUE } from "./walk.ts";

const IPV4 = "4500 0020 0001 0000 4011 0000 0a000001 0a000002 0005 0006 000c 0000 61626364";
const IPV6 = `6000 0000 000c 1140 ${"20010db8000000000000000000000001".repeat(2)} 0005 0006 000c 0000 61626364`;
const ARP = "0001 0800 06 04 0001 020000000002 0a000001 000000000000 0a000002";
const NFLOG = 239;
const IPOIB = 242;
const ARCNET_LINUX = 129;
const ARCNET_BSD = 7;
const IPNET = 226;
const PKTAP = 258;
const JUNIPER = 178;
const RFC1483 = 100;
const CLIP = 106;
const SUNATM = 123;

const keysOf = (linkType: number, hex: string) => readFrame(linkType, hex).layers.map(({ key }) => key);
const fieldsOf = (linkType: number, hex: string) => readFrame(linkType, hex).layers[0]?.fields;

describe("NFLOG (LINKTYPE_NFLOG)", () => {
  it("leads on from the value that is the packet, in either byte order", () => {
    expect(keysOf(NFLOG, `02 00 0028 0800 0100 0000 0300 2400 0900 ${IPV4}`)).toEqual(["nflog", "ip", "udp"]);
    expect(keysOf(NFLOG, `0a 00 0028 0008 0001 0000 0300 0038 0009 ${IPV6}`)).toEqual(["nflog", "ipv6", "udp"]);
  });

  it("shows the values before it, filled up to four bytes", () => {
    expect(fieldsOf(NFLOG, `02 00 0028 0500 0a00 41 000000 2400 0900 ${IPV4}`)).toMatchObject({
      "nflog.family": "2",
      "nflog.res_id": "40",
      "nflog.tlv_type": "10,9",
      "nflog.tlv_length": "5,36",
      "nflog.prefix": "",
    });
  });

  it("takes its values apart as far as they are of a known kind", () => {
    const known =
      "0800 0100 0800 03 00  0800 0b00 0000064c  0800 0e00 00000402  0800 0500 00000002  0800 0f00 0001 0000";
    const time = "1400 0300 0000000058c98d1e 000000000000b710";
    expect(fieldsOf(NFLOG, `02 00 0028 ${known} ${time} 0800 0a00 61626300 2400 0900 ${IPV4}`)).toMatchObject({
      "nflog.protocol": "0x0800",
      "nflog.hook": "3",
      "nflog.uid": "1612",
      "nflog.gid": "1026",
      "nflog.ifindex_outdev": "2",
      "nflog.timestamp": "1489603870.046864000",
      "nflog.prefix": "abc",
      "nflog.tlv_value": "00010000",
    });
  });

  it("is malformed by a value without a length, cut by one that is cut", () => {
    expect(readFrame(NFLOG, "02 00 0000 0000 0100 00000000").problem).toBe(MALFORMED);
    expect(readFrame(NFLOG, "02 00 0000 0800 0100 00000000", { captured: 9 }).problem).toBe(CUT_SHORT);
  });
});

it("reads IP over InfiniBand (RFC 4391)", () => {
  const header = `${"00".repeat(20)} 00 000550 fe800000000000000010e000664ab451`;
  expect(keysOf(IPOIB, `${header} 0800 0000 ${IPV4}`)).toEqual(["ipoib", "ip", "udp"]);
  expect(fieldsOf(IPOIB, `${header} 0800 0000 ${IPV4}`)).toMatchObject({
    "ipoib.daddr.qpn": "0x000550",
    "ipoib.dgid": "fe80::10:e000:664a:b451",
    "ipoib.type": "0x0800",
  });
});

describe("ARCNET (RFC 1201, RFC 1051)", () => {
  it("leads on from Linux's header and from BSD's", () => {
    expect(keysOf(ARCNET_LINUX, `be00 0000 d4 00 0165 ${IPV4}`)).toEqual(["arcnet", "ip", "udp"]);
    expect(keysOf(ARCNET_BSD, `be00 d4 00 0165 ${IPV4}`)).toEqual(["arcnet", "ip", "udp"]);
    expect(keysOf(ARCNET_BSD, `be00 d5 00 0165 ${ARP}`)).toEqual(["arcnet", "arp"]);
    expect(keysOf(ARCNET_BSD, `be00 f0 ${IPV4}`)).toEqual(["arcnet", "ip", "udp"]);
    expect(fieldsOf(ARCNET_LINUX, `be00 ea08 d4 00 0165 ${IPV4}`)).toMatchObject({
      "arcnet.src": "0xbe",
      "arcnet.dst": "0x00",
      "arcnet.protID": "0xd4",
      "arcnet.split_flag": "0",
      "arcnet.sequence": "357",
    });
  });

  it("passes an exception packet's padding, and stops at the later pieces of a packet", () => {
    expect(keysOf(ARCNET_BSD, `be00 d4 ff 0165 ff 00 0165 ${IPV4}`)).toEqual(["arcnet", "ip", "udp"]);
    expect(keysOf(ARCNET_BSD, `be00 d4 02 0165 ${IPV4}`)).toEqual(["arcnet"]);
  });
});

it("reads Solaris IPNET (LINKTYPE_IPNET)", () => {
  const header = (family: string) => `01 ${family} 0001 00000020 00000002 00000000 00000004 00000000`;
  expect(keysOf(IPNET, `${header("02")} ${IPV4}`)).toEqual(["ipnet", "ip", "udp"]);
  expect(keysOf(IPNET, `${header("1a")} ${IPV6}`)).toEqual(["ipnet", "ipv6", "udp"]);
  expect(keysOf(IPNET, `${header("09")} ${IPV6}`)).toEqual(["ipnet"]);
  expect(fieldsOf(IPNET, `${header("02")} ${IPV4}`)).toMatchObject({ "ipnet.ifindex": "2", "ipnet.zsrc": "4" });
});

describe("PKTAP (LINKTYPE_PKTAP)", () => {
  const header = (length: string) =>
    `${length}000000 01000000 01000000 656e30${"00".repeat(21)} 02000000 02000000 0e000000 00000000 07000000 ` +
    `6375726c${"00".repeat(16)} 00000000 0600 0000 ffffffff ${"00".repeat(20)}`;

  it("leads on by link type", () => {
    expect(keysOf(PKTAP, `${header("6c")} ${ETHERNET} 0800 ${IPV4}`)).toEqual(["pktap", "eth", "ip", "udp"]);
    expect(fieldsOf(PKTAP, `${header("6c")} ${ETHERNET} 0800 ${IPV4}`)).toMatchObject({
      "pktap.dlt": "1",
      "pktap.ifname": "en0",
      "pktap.flags": "0x00000002",
      "pktap.pid": "7",
      "pktap.cmdname": "curl",
      "pktap.iftype": "6",
    });
  });

  it("is malformed when it is shorter than itself", () => {
    expect(readFrame(PKTAP, header("6b")).problem).toBe(MALFORMED);
  });
});

describe("Juniper's Ethernet (LINKTYPE_JUNIPER_ETHER)", () => {
  it("passes its list, and what stands where there is no Ethernet", () => {
    expect(keysOf(JUNIPER, `4d4743 80 0003 030101 ${ETHERNET} 0800 ${IPV4}`)).toEqual(["juniper", "eth", "ip", "udp"]);
    expect(keysOf(JUNIPER, `4d4743 00 ${ETHERNET} 0800 ${IPV4}`)).toEqual(["juniper", "eth", "ip", "udp"]);
    expect(keysOf(JUNIPER, `4d4743 02 02000000 ${IPV4}`)).toContain("ip");
    const { fields } = readFrame(JUNIPER, `4d4743 01 ${ETHERNET} 0800 ${IPV4}`).layers[0]!;
    expect(fields).toMatchObject({ "juniper.l2hdr": "0x00", "juniper.direction": "0x01" });
  });

  it("must begin with its number", () => {
    expect(readFrame(JUNIPER, "4d4744 00").problem).toBe(WRONG_VALUE);
  });
});

describe("ATM", () => {
  it("carries IEEE 802.2 (RFC 2684), or IP alone on Linux (RFC 2225)", () => {
    expect(keysOf(RFC1483, `aaaa 03 000000 0800 ${IPV4}`)).toContain("udp");
    expect(keysOf(CLIP, IPV4)).toContain("udp");
  });

  it("has four bytes before it on SunATM (LINKTYPE_SUNATM)", () => {
    expect(keysOf(SUNATM, `82 01 0021 aaaa 03 000000 0800 ${IPV4}`)).toEqual(["atm", "llc", "ip", "udp"]);
    expect(fieldsOf(SUNATM, "87 01 0021 00")).toMatchObject({ "atm.vpi": "1", "atm.vci": "33" });
    expect(readFrame(SUNATM, "87 01 0021 00")).toMatchObject({ problem: FINE });
  });
});
