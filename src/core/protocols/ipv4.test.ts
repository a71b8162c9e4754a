import { describe, expect, it } from "vitest";
import { lastLayer, readFrame } from "./frames-for-tests.ts";
import { FINE, MALFORMED } from "./walk.ts";

const RAW_IPV4 = 228;
const UDP = "0005 0006 000c 0000 61626364";

interface Parts {
  readonly first?: string;
  readonly total?: string;
  readonly fragment?: string;
  readonly protocol?: string;
  readonly options?: string;
  readonly payload?: string;
}
/** An IPv4 packet (RFC 791 §3.1) from 10.0.0.1 to 10.0.0.2. */
function ipv4({
  first = "45b9",
  total = "0020",
  fragment = "4000",
  protocol = "11",
  options = "",
  payload = UDP,
}: Parts) {
  return `${first} ${total} 1234 ${fragment} 40 ${protocol} abcd 0a000001 0a000002 ${options} ${payload}`;
}
const headerOf = (hex: string, captured?: number) =>
  readFrame(RAW_IPV4, hex, captured === undefined ? {} : { captured }).layers[1];
const keysOf = (hex: string) => readFrame(RAW_IPV4, hex).layers.map(({ key }) => key);

it("leads nowhere when it is all of its packet", () => {
  const frame = readFrame(RAW_IPV4, ipv4({ total: "0014", protocol: "06", payload: "" }));
  expect(frame).toMatchObject({ problem: FINE, unknown: null, info: "" });
  expect(frame.layers.map(({ key }) => key)).toEqual(["raw", "ip"]);
});

it("shows the fixed header in wire order", () => {
  expect(headerOf(ipv4({}))?.fields).toEqual({
    "ip.version": "4",
    "ip.hdr_len": "20",
    "ip.dsfield": "0xb9",
    "ip.dsfield.dscp": "46",
    "ip.dsfield.ecn": "1",
    "ip.len": "32",
    "ip.id": "0x1234",
    "ip.flags": "0x02",
    "ip.flags.rb": "0",
    "ip.flags.df": "1",
    "ip.flags.mf": "0",
    "ip.frag_offset": "0",
    "ip.ttl": "64",
    "ip.proto": "17",
    "ip.checksum": "0xabcd",
    "ip.checksum.status": "2",
    "ip.src": "10.0.0.1",
    "ip.dst": "10.0.0.2",
  });
});

describe("lengths", () => {
  it("that segmentation offload left at 0 are those of the frame", () => {
    expect(headerOf(ipv4({ total: "0000" }))?.fields["ip.len"]).toBe("32");
    expect(keysOf(ipv4({ total: "0000" }))).toEqual(["raw", "ip", "udp"]);
  });

  it("bound what follows, so that an Ethernet trailer is no payload", () => {
    expect(lastLayer(RAW_IPV4, `${ipv4({})} 0000000000`).fields["udp.payload"]).toBe("61626364");
  });

  it.each([
    ["4400", "Bogus IP header length (16, must be at least 20)"],
    ["4900", "Bogus IP length (32, less than header length 36)"],
  ])("of the header that cannot be are refused: %s", (first, info) => {
    const frame = readFrame(RAW_IPV4, ipv4({ first }));
    expect([frame.problem, frame.info]).toEqual([MALFORMED, info]);
  });

  it("of a cut header leave the fields before the cut", () => {
    expect(Object.keys(headerOf(ipv4({}), 9)?.fields ?? {}).at(-1)).toBe("ip.ttl");
  });
});

it("names the protocol that nobody reads on", () => {
  expect(readFrame(RAW_IPV4, ipv4({ protocol: "59" })).info).toBe("OSPF IGP (89)");
  expect(readFrame(RAW_IPV4, ipv4({ protocol: "fe" })).info).toBe("Unknown (254)");
});

it("says what version it is instead", () => {
  expect(readFrame(RAW_IPV4, ipv4({ first: "5500" })).info).toBe("Bogus IPv4 version (5, must be 4)");
  expect(headerOf(ipv4({ first: "5500" }))?.fields).toEqual({ "ip.version": "5" });
});

it("carries itself (RFC 2003)", () => {
  const tunnel = ipv4({ total: "0034", protocol: "04", payload: ipv4({}) });
  expect(keysOf(tunnel)).toEqual(["raw", "ip", "ip", "udp"]);
});

describe("fragments", () => {
  it("are not read as the protocol that they are pieces of", () => {
    expect(keysOf(ipv4({ fragment: "2000" }))).toEqual(["raw", "ip"]);
    expect(readFrame(RAW_IPV4, ipv4({ fragment: "0002" })).info).toBe(
      "Fragmented IP protocol (proto=UDP 17, off=16, ID=1234)",
    );
  });

  it("count their offset in units of eight bytes", () => {
    expect(headerOf(ipv4({ fragment: "2002" }))?.fields).toMatchObject({ "ip.frag_offset": "2", "ip.flags.mf": "1" });
  });

  it("that were cut are read as far as the first of them goes", () => {
    expect(readFrame(RAW_IPV4, ipv4({ fragment: "2000" }), { captured: 28 }).layers.at(-1)?.key).toBe("udp");
    expect(readFrame(RAW_IPV4, ipv4({ fragment: "2001" }), { captured: 28 }).layers.at(-1)?.key).toBe("ip");
  });

  it("are read once they were put together", () => {
    const whole = new DataView(
      Uint8Array.from(UDP.replace(/ /g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)).buffer,
    );
    const fragment = ipv4({ total: "0018", fragment: "0001", payload: "61626364" });
    const { layers } = readFrame(RAW_IPV4, fragment, { reassembly: { add: () => whole } });
    expect(layers.map(({ key }) => key)).toEqual(["raw", "ip", "udp"]);
    expect(layers.at(-1)?.fields["udp.payload"]).toBe("61626364");
  });
});

describe("options (RFC 791 §3.1)", () => {
  /** Options of four bytes each, by the words of the header length that they make. */
  const withOptions = (hex: string) => {
    const length = hex.replace(/ /g, "").length / 2;
    const words = (20 + length) / 4;
    const total = (20 + length + 12).toString(16).padStart(4, "0");
    return headerOf(ipv4({ first: `4${words.toString(16)}00`, total, options: hex }))?.fields ?? {};
  };

  it("are told one from the next, up to the end of the list", () => {
    const fields = withOptions("01 94040000 00 ff ff");
    expect(fields).toMatchObject({
      "ip.opt.type": "1,148,0",
      "ip.options.nop": "01",
      "ip.options.routeralert": "94040000",
      "ip.opt.ra": "0",
      "ip.opt.len": "4",
      "ip.options.eol": "00",
    });
  });

  it("end at a length that cannot be true", () => {
    for (const broken of ["07000000", "07010000", "07200000"]) {
      expect(withOptions(broken)["ip.opt.type"]).toBeUndefined();
    }
  });

  it("record a route", () => {
    const fields = withOptions("07 0b 08 01020304 00000000 00");
    expect(fields).toMatchObject({ "ip.opt.ptr": "8", "ip.rec_rt": "1.2.3.4", "ip.empty_rt": "0.0.0.0" });
  });

  it("name a route, at the end of which is the destination", () => {
    const fields = withOptions("83 0f 08 01020304 05060708 09090909 00");
    expect(fields).toMatchObject({
      "ip.rec_rt": "1.2.3.4",
      "ip.cur_rt": "10.0.0.2",
      "ip.src_rt": "5.6.7.8",
      "ip.dst": "9.9.9.9",
    });
    expect(withOptions("83 0b 0c 01020304 05060708 00")["ip.dst"]).toBe("10.0.0.2");
  });

  it("take times, with and without addresses", () => {
    expect(withOptions("44 0c 0d 10 00000005 00000007")).toMatchObject({
      "ip.opt.overflow": "1",
      "ip.opt.flag": "0x00",
      "ip.opt.time_stamp": "5,7",
    });
    expect(withOptions("44 0c 0d 01 01020304 00000005")).toMatchObject({
      "ip.opt.time_stamp_addr": "1.2.3.4",
      "ip.opt.time_stamp": "5",
    });
  });
});
