import { describe, expect, it } from "vitest";
import { readFrame } from "./frames-for-tests.ts";
import { ENDS_EARLY, MALFORMED, WRONG_VALUE } from "./walk.ts";

const RAW_IPV6 = 229;
const UDP = "0005 0006 000c 1234 61626364";
const SOURCE = "20010db8000000000000000000000001";
const DESTINATION = "20010db8000000000000000000000002";

/** An IPv6 packet (RFC 8200 §3). */
function ipv6(next: string, payload: string, length?: string): string {
  const bytes = payload.replace(/ /g, "").length / 2;
  return `6b91 2345 ${length ?? bytes.toString(16).padStart(4, "0")} ${next} 40 ${SOURCE} ${DESTINATION} ${payload}`;
}
const layersOf = (hex: string) => readFrame(RAW_IPV6, hex).layers;
const keysOf = (hex: string) => layersOf(hex).map(({ key }) => key);

it("shows the fixed header in wire order", () => {
  expect(layersOf(ipv6("11", UDP))[1]?.fields).toEqual({
    "ipv6.version": "6",
    "ipv6.tclass": "0x000000b9",
    "ipv6.tclass.dscp": "46",
    "ipv6.tclass.ecn": "1",
    "ipv6.flow": "0x012345",
    "ipv6.plen": "12",
    "ipv6.nxt": "17",
    "ipv6.hlim": "64",
    "ipv6.src": "2001:db8::1",
    "ipv6.dst": "2001:db8::2",
  });
});

it("bounds what follows by the payload length", () => {
  expect(readFrame(RAW_IPV6, ipv6("11", UDP, "0007")).problem).toBe(ENDS_EARLY);
  expect(keysOf(`${ipv6("11", UDP)} 00000000`)).toEqual(["raw", "ipv6", "udp"]);
});

it("refuses other versions", () => {
  const frame = readFrame(RAW_IPV6, ipv6("11", UDP).replace("6b91", "4b91"));
  expect([frame.problem, frame.info]).toEqual([WRONG_VALUE, "Bogus IPv6 version (4, must be 6)"]);
});

it("says that nothing follows", () => {
  expect(readFrame(RAW_IPV6, ipv6("3b", "")).info).toBe("IPv6 no next header");
});

describe("hop-by-hop and destination options (RFC 8200 §4.2)", () => {
  it("are told one from the next, padding included", () => {
    const frame = layersOf(ipv6("00", `11 00 05020000 00 00 ${UDP}`));
    expect(frame.map(({ key }) => key)).toEqual(["raw", "ipv6", "ipv6.hopopts", "udp"]);
    expect(frame[2]?.fields).toMatchObject({
      "ipv6.hopopts.nxt": "17",
      "ipv6.hopopts.len": "0",
      "ipv6.hopopts.len_oct": "8",
      "ipv6.opt": "1,1,1",
      "ipv6.opt.type": "0x05,0x00,0x00",
      "ipv6.opt.router_alert": "0",
      "ipv6.opt.pad1": "1,1",
    });
  });

  it("write padding of no bytes as Wireshark does", () => {
    const fields = layersOf(ipv6("3c", `11 00 0100 01020000 ${UDP}`))[2]?.fields;
    expect(fields).toMatchObject({ "ipv6.opt.padn": "<none>,0000", "ipv6.dstopts.nxt": "17" });
  });

  it("take apart the type of what nobody knows", () => {
    expect(layersOf(ipv6("3c", `11 00 fe04 61626364 ${UDP}`))[2]?.fields).toMatchObject({
      "ipv6.opt.type.action": "3",
      "ipv6.opt.type.change": "1",
      "ipv6.opt.type.rest": "0x1e",
    });
  });

  it("state the length of a jumbogram (RFC 2675), for which the header has 0", () => {
    const frame = layersOf(ipv6("00", `11 00 c204 00010000 ${UDP}`, "0000"));
    expect(frame[2]?.fields["ipv6.opt.jumbo"]).toBe("65536");
    expect(frame.at(-1)?.key).toBe("udp");
  });
});

describe("routing headers (RFC 8200 §4.4)", () => {
  it("of type 0 list addresses", () => {
    const fields = layersOf(ipv6("2b", `11 02 00 01 00000000 ${SOURCE} ${UDP}`))[2]?.fields;
    expect(fields).toMatchObject({
      "ipv6.routing.type": "0",
      "ipv6.routing.segleft": "1",
      "ipv6.routing.src.reserved": "00000000",
      "ipv6.routing.src.addr": "2001:db8::1",
    });
  });

  it("of segment routing (RFC 8754) have a tag", () => {
    const fields = layersOf(ipv6("2b", `11 02 04 00 00 80 1234 ${SOURCE} ${UDP}`))[2]?.fields;
    expect(fields).toMatchObject({ "ipv6.routing.srh.flags": "0x80", "ipv6.routing.srh.tag": "1234" });
  });

  it("of unknown types are data", () => {
    const fields = layersOf(ipv6("2b", `11 00 63 00 01020304 ${UDP}`))[2]?.fields;
    expect(fields?.["ipv6.routing.unknown_data"]).toBe("01020304");
  });
});

describe("the fragment header (RFC 8200 §4.5)", () => {
  it("around a whole packet is passed (RFC 6946)", () => {
    expect(keysOf(ipv6("2c", `11 00 0000 0000004d ${UDP}`))).toEqual(["raw", "ipv6", "ipv6.fraghdr", "udp"]);
  });

  it("before a piece of one ends the walk", () => {
    const frame = readFrame(RAW_IPV6, ipv6("2c", `11 05 000f 0000004e ${UDP}`));
    expect(frame.info).toBe("IPv6 fragment (off=8 more=y ident=0x0000004e nxt=17)");
    expect(frame.layers.at(-1)?.fields).toMatchObject({
      "ipv6.fraghdr.offset": "1",
      "ipv6.fraghdr.reserved_octet": "0x05",
      "ipv6.fraghdr.reserved_bits": "3",
      "ipv6.fraghdr.more": "1",
    });
  });

  it("ends the walk also where the first piece was cut", () => {
    const hex = ipv6("2c", `11 00 0001 0000004e ${UDP} ${"00".repeat(8)}`);
    const captured = hex.replace(/\s/g, "").length / 2 - 4;
    expect(readFrame(RAW_IPV6, hex, { captured }).layers.map(({ key }) => key)).toEqual([
      "raw",
      "ipv6",
      "ipv6.fraghdr",
    ]);
  });
});

describe("the authentication header (RFC 4302)", () => {
  it("leaves what it protects readable", () => {
    const frame = layersOf(ipv6("33", `11 04 0000 00000005 00000006 ${"01".repeat(12)} ${UDP}`));
    expect(frame.map(({ key }) => key)).toEqual(["raw", "ipv6", "ah", "udp"]);
    expect(frame[2]).toMatchObject({
      info: "AH (SPI=0x00000005)",
      fields: { "ah.sequence": "6", "ah.icv": "01".repeat(12) },
    });
  });

  it("cannot be shorter than its fixed part", () => {
    expect(readFrame(RAW_IPV6, ipv6("33", `11 00 0000 00000005 00000006 ${UDP}`)).problem).toBe(MALFORMED);
  });
});
