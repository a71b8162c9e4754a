import { describe, expect, it } from "vitest";
import { readFrame } from "./frames-for-tests.ts";

const RAW_IPV6 = 229;
const ROUTER = "fe800000000000000000000000000001";
const ALL_NODES = "ff020000000000000000000000000001";
const SOURCE_LINK = "01 01 020000000001";

/** An ICMPv6 message (RFC 4443) from a router. */
function icmpv6(hex: string, to = ALL_NODES): string {
  const length = (hex.replace(/ /g, "").length / 2).toString(16).padStart(4, "0");
  return `60000000 ${length} 3a ff ${ROUTER} ${to} ${hex}`;
}
const fieldsOf = (hex: string) => readFrame(RAW_IPV6, icmpv6(hex)).layers[2]?.fields;
const infoOf = (hex: string, to?: string) => readFrame(RAW_IPV6, icmpv6(hex, to)).layers[2]?.info;

describe("echo (RFC 4443 §4)", () => {
  it("shows identifier and sequence number", () => {
    expect(fieldsOf("80 00 1234 0001 0002")).toEqual({
      "icmpv6.type": "128",
      "icmpv6.code": "0",
      "icmpv6.checksum": "0x1234",
      "icmpv6.checksum.status": "0",
      "icmpv6.echo.identifier": "0x0001",
      "icmpv6.echo.sequence_number": "2",
    });
  });

  it("is worded with its hop limit, and says when it goes to many", () => {
    expect(infoOf("80 00 1234 0001 0002")).toBe("Echo (ping) request id=0x0001, seq=2, hop limit=255 (multicast)");
    expect(infoOf("80 00 1234 0001 0002", ROUTER)).toBe("Echo (ping) request id=0x0001, seq=2, hop limit=255");
    expect(infoOf("81 00 1234 0001 0002")).toBe("Echo (ping) reply id=0x0001, seq=2, hop limit=255");
  });
});

describe("errors (RFC 4443 §3)", () => {
  const quoted = `60000000 000c 11 40 ${ROUTER} ${ALL_NODES} 0005 0006 000c 1234 61626364`;

  it("quote the packet that caused them", () => {
    const { layers } = readFrame(RAW_IPV6, icmpv6(`01 04 1234 00000000 ${quoted}`));
    expect(layers.map(({ key }) => key)).toEqual(["raw", "ipv6", "icmpv6", "ipv6", "udp"]);
    expect(layers[2]?.info).toBe("Destination Unreachable (Port unreachable)");
  });

  it("tell the MTU, or a place in the packet", () => {
    expect(fieldsOf(`02 00 1234 00000500 ${quoted}`)?.["icmpv6.mtu"]).toBe("1280");
    expect(fieldsOf(`04 01 1234 00000028 ${quoted}`)?.["icmpv6.pointer"]).toBe("40");
  });

  it("say when a code is none", () => {
    expect(infoOf(`01 63 1234 00000000 ${quoted}`)).toBe("Destination Unreachable (Unknown)");
  });
});

describe("neighbor discovery (RFC 4861)", () => {
  const target = "fe800000000000000000000000000005";
  const quoted = `60000000 0014 06 40 ${ROUTER} ${target} 03e8 0050 00000063 00000000 5002 0200 0000 0000`;

  it("solicits a neighbor", () => {
    expect(infoOf(`87 00 1234 00000000 ${target} ${SOURCE_LINK}`)).toBe(
      "Neighbor Solicitation for fe80::5 from 02:00:00:00:00:01",
    );
    expect(fieldsOf(`87 00 1234 00000000 ${target} ${SOURCE_LINK}`)).toMatchObject({
      "icmpv6.reserved": "00000000",
      "icmpv6.nd.ns.target_address": "fe80::5",
      "icmpv6.opt": "1",
      "icmpv6.opt.type": "1",
      "icmpv6.opt.linkaddr": "02:00:00:00:00:01",
      "icmpv6.opt.src_linkaddr": "02:00:00:00:00:01",
    });
  });

  it("quotes the packet that is redirected, by an option of any place", () => {
    const option = `04 09 000000000000 ${quoted} 00000000`;
    const redirect = `89 00 1234 00000000 ${target} ${target}`;
    for (const options of [option, `${SOURCE_LINK} ${option}`, `${option} ${SOURCE_LINK}`]) {
      const { layers } = readFrame(RAW_IPV6, icmpv6(`${redirect} ${options}`));
      expect(layers.map(({ key }) => key)).toEqual(["raw", "ipv6", "icmpv6", "ipv6", "tcp"]);
      expect(layers.at(-1)?.fields).toMatchObject({ "tcp.seq": "99", "tcp.flags": "0x0002" });
    }
  });

  it("quotes no more than its option holds", () => {
    const { layers } = readFrame(RAW_IPV6, icmpv6(`88 00 1234 00000000 ${target} 04 06 000000000000 ${quoted}`));
    expect(layers[3]?.fields).toMatchObject({ "ipv6.nxt": "6", "ipv6.src": "fe80::1" });
    expect(layers[4]?.fields).toEqual({});
    expect(readFrame(RAW_IPV6, icmpv6(`89 00 1234 00000000 ${target} ${target} 04 00`)).layers).toHaveLength(3);
  });

  it("is on links with longer addresses than Ethernet's too", () => {
    const address = "0000000000008000f12ab9c82815";
    const fields = fieldsOf(`85 00 1234 00000000 01 02 ${address}`);
    expect(fields).toMatchObject({ "icmpv6.opt.linkaddr": address, "icmpv6.opt.src_linkaddr": address });
    expect(infoOf(`85 00 1234 00000000 01 02 ${address}`)).toBe("Router Solicitation");
  });

  it("advertises a neighbor with its flags", () => {
    const link = "02 01 020000000002";
    expect(infoOf(`88 00 1234 e0000000 ${target} ${link}`)).toBe(
      "Neighbor Advertisement fe80::5 (rtr, sol, ovr) is at 02:00:00:00:00:02",
    );
    expect(infoOf(`88 00 1234 00000000 ${target}`)).toBe("Neighbor Advertisement fe80::5 (none)");
    expect(fieldsOf(`88 00 1234 60000000 ${target}`)).toMatchObject({
      "icmpv6.nd.na.flag": "0x60000000",
      "icmpv6.nd.na.flag.r": "0",
      "icmpv6.nd.na.flag.s": "1",
      "icmpv6.nd.na.flag.o": "1",
    });
  });

  it("advertises a router with prefix, MTU and name servers", () => {
    const mtu = "05 01 0000 000005dc";
    const prefix = "03 04 40 c0 00015180 00003840 00000000 20010db8000000000000000000000000";
    const servers = "19 03 0000 00000258 20010db8000000000000000000000053";
    const hex = `86 00 1234 40 88 0708 000003e8 000007d0 ${SOURCE_LINK} ${mtu} ${prefix} ${servers}`;
    expect(infoOf(hex)).toBe("Router Advertisement from 02:00:00:00:00:01");
    expect(fieldsOf(hex)).toMatchObject({
      "icmpv6.nd.ra.cur_hop_limit": "64",
      "icmpv6.nd.ra.flag.m": "1",
      "icmpv6.nd.ra.flag.prf": "1",
      "icmpv6.nd.ra.router_lifetime": "1800",
      "icmpv6.opt.type": "1,5,3,25",
      "icmpv6.opt.mtu": "1500",
      "icmpv6.opt.prefix.length": "64",
      "icmpv6.opt.prefix.flag": "0xc0",
      "icmpv6.opt.prefix": "2001:db8::",
      "icmpv6.opt.rdnss.lifetime": "600",
      "icmpv6.opt.rdnss": "2001:db8::53",
    });
  });

  it("redirects", () => {
    expect(fieldsOf(`89 00 1234 00000000 ${target} ${ROUTER}`)).toMatchObject({
      "icmpv6.nd.rd.target_address": "fe80::5",
      "icmpv6.rd.na.destination_address": "fe80::1",
    });
  });

  it("stops at an option that takes no room", () => {
    expect(fieldsOf(`85 00 1234 00000000 01 00 ${"00".repeat(6)} ${SOURCE_LINK}`)?.["icmpv6.opt.type"]).toBe("1");
  });
});

describe("multicast listeners", () => {
  const group = "ff020000000000000000000000000005";

  it("of version 1 (RFC 2710)", () => {
    expect(fieldsOf(`83 00 1234 03e8 0000 ${group}`)).toMatchObject({
      "icmpv6.mld.maximum_response_delay": "1000",
      "icmpv6.mld.multicast_address": "ff02::5",
    });
  });

  it("are asked in version 2 (RFC 9777) with sources", () => {
    expect(fieldsOf(`82 00 1234 03e8 0000 ${group} 0a 7d 0001 ${ROUTER}`)).toMatchObject({
      "icmpv6.mld.maximum_response_code": "1000",
      "icmpv6.mld.flag.s": "1",
      "icmpv6.mld.flag.qrv": "2",
      "icmpv6.mld.source_address": "fe80::1",
    });
  });

  it("answer in records", () => {
    const record = `04 00 0000 ${group}`;
    const withSource = `03 01 0001 ${group} ${ROUTER} 61626364`;
    expect(fieldsOf(`8f 00 1234 0000 0002 ${record} ${withSource}`)).toMatchObject({
      "icmpv6.mldr.nb_mcast_records": "2",
      "icmpv6.mldr.mar": "1,1",
      "icmpv6.mldr.mar.record_type": "4,3",
      "icmpv6.mldr.mar.source_address": "fe80::1",
      "icmpv6.mldr.mar.auxiliary_data": "61626364",
    });
  });
});

it("names what it knows no more of", () => {
  expect(infoOf("8a 00 1234 00000000")).toBe("Router Renumbering");
  expect(infoOf("05 00 1234 00000000")).toBe("Unknown (5)");
});

describe("mobility (RFC 6275 §6.5 to §6.8)", () => {
  it("finds home agents", () => {
    expect(fieldsOf("90 00 1234 1234 0000")).toMatchObject({
      "icmpv6.mip6.identifier": "4660",
      "icmpv6.reserved": "0000",
    });
    const reply = fieldsOf(`91 00 1234 1234 0000 ${ROUTER} ${ALL_NODES}`);
    expect(reply).toMatchObject({ "icmpv6.mip6.home_agent_address": "fe80::1,ff02::1" });
  });

  it("tells how addresses at home are made", () => {
    expect(fieldsOf("93 00 1234 0007 8000")).toMatchObject({
      "icmpv6.mip6.identifier": "7",
      "icmpv6.mip6.flag.m": "1",
      "icmpv6.mip6.flag.o": "0",
    });
  });
});
