import { describe, expect, it } from "vitest";
import { readFrame } from "./frames-for-tests.ts";
import { CUT_SHORT } from "./walk.ts";

const PPP = 9;
const PPP_HDLC = 50;
const PPP_DIRECTION = 204;
const C_HDLC = 104;
const FRELAY = 107;
const IPV4 = "4500 0020 0001 0000 4011 0000 0a000001 0a000002 0005 0006 000c 0000 61626364";
const IPV6 = `6000 0000 000c 1140 ${"20010db8000000000000000000000001".repeat(2)} 0005 0006 000c 0000 61626364`;

const keysOf = (linkType: number, hex: string) => readFrame(linkType, hex).layers.map(({ key }) => key);
const fieldsOf = (linkType: number, hex: string) => readFrame(linkType, hex).layers[0]?.fields;

describe("PPP (RFC 1661, RFC 1662)", () => {
  it("leads on by its protocol number, after address and control or without", () => {
    expect(keysOf(PPP, `ff03 0021 ${IPV4}`)).toEqual(["ppp", "ip", "udp"]);
    expect(keysOf(PPP, `0057 ${IPV6}`)).toEqual(["ppp", "ipv6", "udp"]);
    expect(keysOf(PPP_HDLC, `ff03 0281 00065940 ${IPV4}`)).toEqual(["ppp", "mpls", "ip", "udp"]);
    expect(fieldsOf(PPP, `ff03 0021 ${IPV4}`)).toEqual({
      "ppp.address": "0xff",
      "ppp.control": "0x03",
      "ppp.protocol": "0x0021",
    });
  });

  it("takes a number of one byte (RFC 1661 §6.5)", () => {
    expect(keysOf(PPP, `21 ${IPV4}`)).toEqual(["ppp", "ip", "udp"]);
  });

  it("tells its direction in files that have it", () => {
    expect(fieldsOf(PPP_DIRECTION, `01 ff03 0021 ${IPV4}`)).toMatchObject({ "ppp.direction": "1" });
    expect(keysOf(PPP_DIRECTION, `01 ff03 0021 ${IPV4}`)).toEqual(["ppp", "ip", "udp"]);
  });

  it("names its control protocols and what they say", () => {
    const frame = readFrame(PPP, "ff03 c021 0107 0004");
    expect(frame.layers[1]).toMatchObject({
      key: "lcp",
      column: "PPP LCP",
      info: "Configuration Request",
      fields: { "ppp.code": "1", "ppp.identifier": "7", "ppp.length": "4" },
    });
    expect(readFrame(PPP, "ff03 8021 0507 0004").info).toBe("Termination Request");
  });

  it("keeps a number that nobody answers to", () => {
    expect(readFrame(PPP, "ff03 c025 0000").unknown).toEqual(["pppProtocol", 0xc025]);
    expect(readFrame(PPP, "ff03 0021", { captured: 3 }).problem).toBe(CUT_SHORT);
  });

  it("gives way to Cisco's HDLC, which begins otherwise", () => {
    expect(keysOf(PPP_HDLC, `0f00 0800 ${IPV4}`)).toContain("chdlc");
  });
});

describe("Cisco HDLC", () => {
  it("leads on by EtherType", () => {
    expect(keysOf(C_HDLC, `0f00 86dd ${IPV6}`)).toEqual(["chdlc", "ipv6", "udp"]);
    expect(fieldsOf(C_HDLC, `8f00 0800 ${IPV4}`)).toEqual({
      "chdlc.address": "0x8f",
      "chdlc.control": "0x00",
      "chdlc.protocol": "0x0800",
    });
  });

  it("reads the packets that keep a line alive, and those that ask for addresses", () => {
    expect(readFrame(C_HDLC, "8f00 8035 00000002 00000005 00000004 ffff").info).toBe(
      "Line keepalive, outgoing sequence 5, returned sequence 4",
    );
    expect(readFrame(C_HDLC, "8f00 8035 00000001 c0000201 ffffff00 ffff").info).toBe(
      "Reply, from 192.0.2.1, mask 255.255.255.0",
    );
  });
});

describe("Frame Relay (ITU-T Q.922, RFC 2427)", () => {
  it("leads on by Cisco's EtherType or by a network number", () => {
    expect(keysOf(FRELAY, `48e1 86dd ${IPV6}`)).toEqual(["fr", "ipv6", "udp"]);
    expect(keysOf(FRELAY, `48e1 03 cc ${IPV4}`)).toEqual(["fr", "ip", "udp"]);
    expect(keysOf(FRELAY, `48e1 03 8e ${IPV6}`)).toEqual(["fr", "ipv6", "udp"]);
    expect(keysOf(FRELAY, `48e1 03 00 80 000000 0800 ${IPV4}`)).toEqual(["fr", "ip", "udp"]);
    expect(keysOf(FRELAY, "48e1 03 81 00")).toEqual(["fr"]);
  });

  it("puts the circuit's number together from two to four bytes", () => {
    expect(fieldsOf(FRELAY, `48e1 0800 ${IPV4}`)?.["fr.dlci"]).toBe("302");
    expect(fieldsOf(FRELAY, `80ea9d 0800 ${IPV4}`)).toMatchObject({
      "fr.dlci": "33703",
      "fr.fecn": "1",
      "fr.becn": "0",
      "fr.de": "1",
    });
    expect(fieldsOf(FRELAY, `00000005 0800 ${IPV4}`)?.["fr.dlci"]).toBe("1");
  });

  it("stops where no address ends", () => {
    expect(keysOf(FRELAY, "0000000000")).toEqual(["fr"]);
  });
});
