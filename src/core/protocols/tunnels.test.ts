import { describe, expect, it } from "vitest";
import { ETHERNET, readFrame } from "./frames-for-tests.ts";
import { CUT_SHORT, ENDS_EARLY, FINE } from "./walk.ts";

const RAW = 101;
const PAYLOAD = "4500 0020 0001 0000 4011 0000 0a000001 0a000002 0005 0006 000c 0000 61626364";
const PAYLOAD_V6 = `6000 0000 000c 1140 ${"20010db8000000000000000000000001".repeat(2)} 0005 0006 000c 0000 61626364`;
const FRAME = `${ETHERNET} 0800 ${PAYLOAD}`;

const bytes = (hex: string) => hex.replace(/\s/g, "").length / 2;
const word = (number: number) => number.toString(16).padStart(4, "0");

/** An IPv4 packet of any protocol, and a UDP datagram to a port in one. */
const packet = (protocol: string, payload: string) =>
  `4500 ${word(20 + bytes(payload))} 0001 0000 40${protocol} 0000 c0000201 c0000202 ${payload}`;
const datagram = (port: number, payload: string) =>
  packet("11", `c000 ${word(port)} ${word(8 + bytes(payload))} 0000 ${payload}`);

const keysOf = (hex: string) => readFrame(RAW, hex).layers.map(({ key }) => key);
const innerOf = (hex: string) => keysOf(hex).slice(2);
const layerOf = (key: string, hex: string) => readFrame(RAW, hex).layers.find((layer) => layer.key === key);

describe("MPLS", () => {
  const stack = `00010040 00020140 ${PAYLOAD}`;

  it("leads on from the bottom of its stack, in IP (RFC 4023)", () => {
    expect(innerOf(packet("89", stack))).toEqual(["mpls", "mpls", "ip", "udp"]);
  });

  it("does so in UDP (RFC 7510)", () => {
    expect(innerOf(datagram(6635, stack))).toEqual(["udp", "mpls", "mpls", "ip", "udp"]);
  });
});

describe("GRE", () => {
  it("leads on by EtherType (RFC 2784)", () => {
    expect(innerOf(packet("2f", `0000 0800 ${PAYLOAD}`))).toEqual(["gre", "ip", "udp"]);
    expect(innerOf(packet("2f", `0000 86dd ${PAYLOAD_V6}`))).toEqual(["gre", "ipv6", "udp"]);
    expect(innerOf(packet("2f", `0000 6558 ${FRAME}`))).toEqual(["gre", "eth", "ip", "udp"]);
    expect(readFrame(RAW, packet("2f", "0000 9999 00")).unknown).toEqual(["etherType", 0x9999]);
  });

  it("has a check sum, a key and a sequence number where its flags say so (RFC 2890)", () => {
    const tunnel = packet("2f", `b000 0800 abcd 0000 00000007 00000009 ${PAYLOAD}`);
    expect(innerOf(tunnel)).toEqual(["gre", "ip", "udp"]);
    expect(layerOf("gre", tunnel)?.fields).toMatchObject({
      "gre.flags.checksum": "1",
      "gre.checksum": "0xabcd",
      "gre.key": "0x00000007",
      "gre.sequence_number": "9",
    });
  });

  it("carries PPP for PPTP (RFC 2637 §4.1)", () => {
    const tunnel = packet("2f", `3081 880b 0024 0005 00000001 00000002 ff03 0021 ${PAYLOAD}`);
    expect(innerOf(tunnel)).toEqual(["gre", "ppp", "ip", "udp"]);
    expect(layerOf("gre", tunnel)?.fields).toMatchObject({
      "gre.key.payload_length": "36",
      "gre.key.call_id": "5",
      "gre.sequence_number": "1",
      "gre.ack_number": "2",
    });
  });

  it("carries what ERSPAN mirrors (draft-foschiano-erspan-03)", () => {
    expect(innerOf(packet("2f", `1000 88be 00000001 1064 0006 00000014 ${FRAME}`))).toEqual([
      "gre",
      "erspan",
      "eth",
      "ip",
      "udp",
    ]);
    const third = packet("2f", `1000 22eb 00000001 2064 0006 00000014 0000 0001 0000000000000000 ${FRAME}`);
    expect(innerOf(third)).toEqual(["gre", "erspan", "eth", "ip", "udp"]);
    expect(layerOf("erspan", third)?.fields).toMatchObject({ "erspan.vlan": "100", "erspan.spanid": "6" });
  });

  it("carries IEEE 802.11 frames of access points", () => {
    const frame = `0801 0000 020000000001 020000000002 020000000003 1000 aaaa 03 000000 0800 ${PAYLOAD}`;
    expect(innerOf(packet("2f", `0000 8200 ${frame}`))).toEqual(["gre", "wlan", "llc", "ip", "udp"]);
  });

  it("carries Ethernet for EoIP", () => {
    const tunnel = packet("2f", `2001 6400 00360019 ${FRAME}`);
    expect(innerOf(tunnel)).toEqual(["gre", "eth", "ip", "udp"]);
    expect(layerOf("gre", tunnel)?.fields).toMatchObject({ "gre.flags.version": "1", "gre.key": "0x00360019" });
  });

  it("stops at a source route, whose length stands elsewhere", () => {
    expect(innerOf(packet("2f", `4000 0800 0000 0000 ${PAYLOAD}`))).toEqual(["gre"]);
  });
});

it("reads Ethernet in IP without a header between (RFC 8986 §9.1)", () => {
  expect(innerOf(packet("8f", FRAME))).toEqual(["eth", "ip", "udp"]);
});

it("reads EtherIP (RFC 3378)", () => {
  expect(innerOf(packet("61", `3000 ${FRAME}`))).toEqual(["etherip", "eth", "ip", "udp"]);
});

describe("PIM (RFC 7761 §4.9)", () => {
  const pim = (message: string) => packet("67", message);
  const REGISTER = pim(`2100 deff 00000000 ${PAYLOAD}`);
  const statusOf = (hex: string) => layerOf("pim", hex)?.fields["pim.cksum.status"];

  it("carries IP in Register messages", () => {
    expect(innerOf(REGISTER)).toEqual(["pim", "ip", "udp"]);
    expect(layerOf("pim", REGISTER)?.fields).toMatchObject({
      "pim.version": "2",
      "pim.type": "1",
      "pim.res_bytes": "00",
      "pim.cksum": "0xdeff",
      "pim.cksum.status": "1",
      "pim.register_flag": "0x00000000",
      "pim.register_flag.border": "0",
      "pim.register_flag.null_register": "0",
      "pim.ip_version": "4",
    });
    expect(innerOf(pim(`2100 deff 00000000 ${PAYLOAD_V6}`))).toEqual(["pim", "ipv6", "udp"]);
  });

  it("carries the header of a silent source in null registers, or nothing", () => {
    const header = "4500 0014 0001 0000 4067 0000 0a000001 e8010101";
    expect(readFrame(RAW, pim(`2100 9eff 40000000 ${header}`))).toMatchObject({ problem: FINE, unknown: null });
    expect(innerOf(pim(`2100 9eff 40000000 ${header}`))).toEqual(["pim", "ip"]);
    expect(innerOf(pim(`2100 9eff 40000000 ${"00".repeat(20)}`))).toEqual(["pim"]);
    expect(innerOf(pim("2100 deff 00000000"))).toEqual(["pim"]);
  });

  it("sums of a Register its beginning alone, of others all", () => {
    expect([statusOf(REGISTER), statusOf(REGISTER.replace("deff", "1234"))]).toEqual(["1", "0"]);
    expect([statusOf(pim("2000 df93 0001 0002 0069")), statusOf(pim("2000 0007 0001 0002 0069"))]).toEqual(["1", "0"]);
    expect(statusOf(pim("1000 0007 0001 0002 0069"))).toBe("2");
  });

  it("names the messages", () => {
    expect(readFrame(RAW, pim("2000 df93 0001 0002 0069")).info).toBe("Hello");
    expect(readFrame(RAW, pim("2f00 0000")).info).toBe("Unknown (15)");
    expect(readFrame(RAW, pim(`1100 0000 00000000 ${PAYLOAD}`))).toMatchObject({ info: "Unknown", problem: FINE });
    expect(layerOf("pim", pim("2a10 0000"))?.fields).not.toHaveProperty("pim.res_bytes");
  });

  it("may be cut", () => {
    expect(readFrame(RAW, REGISTER, { captured: 26 })).toMatchObject({ problem: CUT_SHORT });
    expect(readFrame(RAW, pim("2100 0000 0000"))).toMatchObject({ problem: ENDS_EARLY });
  });
});

describe("VXLAN (RFC 7348)", () => {
  const TUNNEL = datagram(4789, `0800 0000 00002a 00 ${FRAME}`);

  it("carries Ethernet", () => {
    expect(innerOf(TUNNEL)).toEqual(["udp", "vxlan", "eth", "ip", "udp"]);
    expect(layerOf("vxlan", TUNNEL)?.fields).toMatchObject({ "vxlan.flags": "0x0800", "vxlan.vni": "42" });
  });

  it("carries other protocols in its extension", () => {
    expect(innerOf(datagram(4790, `0c00 0001 00002a 00 ${PAYLOAD}`))).toEqual(["udp", "vxlan", "ip", "udp"]);
    expect(innerOf(datagram(4790, `0c00 0003 00002a 00 ${FRAME}`))).toEqual(["udp", "vxlan", "eth", "ip", "udp"]);
  });

  it("may be cut", () => {
    expect(readFrame(RAW, TUNNEL, { captured: 32 }).problem).toBe(CUT_SHORT);
  });
});

it("reads GENEVE and its options (RFC 8926 §3)", () => {
  const tunnel = datagram(6081, `0240 6558 00002a 00 0102 80 01 11223344 ${FRAME}`);
  expect(innerOf(tunnel)).toEqual(["udp", "geneve", "eth", "ip", "udp"]);
  expect(layerOf("geneve", tunnel)?.fields).toMatchObject({
    "geneve.flags.critical": "1",
    "geneve.vni": "0x00002a",
    "geneve.option.class": "0x0102",
    "geneve.option.length": "8,8", // of all options, and of the one
    "geneve.reserved": "0x00",
    "geneve.option.unknown.data": "11223344",
  });
  expect(layerOf("geneve", datagram(6081, `0140 6558 00002a 00 0102 80 00 ${FRAME}`))?.fields).toMatchObject({
    "geneve.option.length": "4,4",
    "geneve.option.unknown.data": "<MISSING>",
  });
});

describe("GTP", () => {
  it("carries the packets of phones (3GPP TS 29.281 §5.1)", () => {
    const tunnel = datagram(2152, `30ff ${word(bytes(PAYLOAD))} 00000007 ${PAYLOAD}`);
    expect(innerOf(tunnel)).toEqual(["udp", "gtp", "ip", "udp"]);
    expect(layerOf("gtp", tunnel)?.fields).toMatchObject({ "gtp.message": "0xff", "gtp.teid": "0x00000007" });
    expect(innerOf(datagram(2152, `30ff ${word(bytes(PAYLOAD_V6))} 00000007 ${PAYLOAD_V6}`))).toEqual([
      "udp",
      "gtp",
      "ipv6",
      "udp",
    ]);
  });

  it("passes extension headers", () => {
    const rest = `0001 00 85 01 1009 00 ${PAYLOAD}`;
    const tunnel = datagram(2152, `36ff ${word(bytes(rest))} 00000007 ${rest}`);
    expect(innerOf(tunnel)).toEqual(["udp", "gtp", "ip", "udp"]);
    expect(layerOf("gtp", tunnel)?.fields).toMatchObject({ "gtp.seq_number": "0x0001", "gtp.ext_hdr.next": "0x85" });
    expect(layerOf("gtp", tunnel)?.fields).not.toHaveProperty("gtp.npdu_number");
  });

  it("holds no more numbers than it announces, though there is room for three", () => {
    const rest = `0001 07 85 ${PAYLOAD}`;
    const fields = layerOf("gtp", datagram(2152, `31ff ${word(bytes(rest))} 00000007 ${rest}`))?.fields;
    expect(fields).toMatchObject({ "gtp.npdu_number": "0x07" });
    expect(fields).not.toHaveProperty("gtp.seq_number");
    expect(fields).not.toHaveProperty("gtp.ext_hdr.next");
  });

  it("ends at an extension header of no length", () => {
    const tunnel = datagram(2152, `34ff 0008 00000007 0000 00 85 00000000`);
    expect(readFrame(RAW, tunnel)).toMatchObject({ problem: FINE });
    expect(innerOf(tunnel)).toEqual(["udp", "gtp"]);
  });

  it("has a longer header in its first version (3GPP TS 09.60 §6)", () => {
    const header = `1eff ${word(bytes(PAYLOAD))} 0001 0002 ff ffffff 0102030405060708`;
    const tunnel = datagram(3386, `${header} ${PAYLOAD}`);
    expect(innerOf(tunnel)).toEqual(["udp", "gtp", "ip", "udp"]);
    expect(layerOf("gtp", tunnel)?.fields).toMatchObject({ "gtp.flow_label": "0x0002" });
  });

  it("names the messages of the control plane", () => {
    expect(readFrame(RAW, datagram(2123, "3201 0004 00000000 0001 0000")).info).toBe("Echo request");
  });

  it("is nothing that merely goes to its port", () => {
    expect(innerOf(datagram(2152, "0000 0000 0000 0000"))).toEqual(["udp"]);
  });
});

describe("Teredo (RFC 4380 §5.1.1)", () => {
  it("carries IPv6", () => {
    expect(innerOf(datagram(3544, PAYLOAD_V6))).toEqual(["udp", "teredo", "ipv6", "udp"]);
  });

  it("passes its indications", () => {
    const tunnel = datagram(3544, `0001 0001 aa 1122334455667788 00 0000 3fff 3ffffdfe ${PAYLOAD_V6}`);
    expect(innerOf(tunnel)).toEqual(["udp", "teredo", "ipv6", "udp"]);
    expect(layerOf("teredo", tunnel)?.fields).toEqual({
      "teredo.auth.idlen": "0",
      "teredo.auth.aulen": "1",
      "teredo.auth.value": "aa",
      "teredo.auth.nonce": "1122334455667788",
      "teredo.auth.conf": "00",
      "teredo.orig.port": "49152",
      "teredo.orig.addr": "192.0.2.1",
    });
  });

  it("is nothing else on its port", () => {
    expect(innerOf(datagram(3544, "0001 0001 aa"))).toEqual(["udp"]);
    expect(innerOf(datagram(3544, "7f7f"))).toEqual(["udp"]);
  });
});

describe("LISP", () => {
  it("carries packets between locators (RFC 9300 §5.3)", () => {
    const tunnel = datagram(4341, `80 000001 00000001 ${PAYLOAD}`);
    expect(innerOf(tunnel)).toEqual(["udp", "lisp-data", "ip", "udp"]);
    const NONCE = "lisp-data.nonce";
    expect(layerOf("lisp-data", tunnel)?.fields).toMatchObject({ [NONCE]: "0x000001", "lisp-data.flags.res": "0x00" });
    const without = datagram(4341, `40 000001 00000001 ${PAYLOAD}`);
    expect(layerOf("lisp-data", without)?.fields).not.toHaveProperty(NONCE);
  });

  it("carries a packet in its encapsulated control message, and names the others (RFC 9301 §5)", () => {
    expect(innerOf(datagram(4342, `80000000 ${PAYLOAD_V6}`))).toEqual(["udp", "lisp", "ipv6", "udp"]);
    expect(readFrame(RAW, datagram(4342, "30000001 0000")).info).toBe("Map-Register");
  });
});

it("bounds what a tunnel carries by the lengths inside", () => {
  expect(readFrame(RAW, packet("2f", "0000 0800 4500 0010")).problem).toBe(ENDS_EARLY);
});
