/** Frames of IP alone; what their checksums should be is what tshark 4.0.17 says of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, type ReadLayer, readFrame } from "./frames-for-tests.ts";

const RAW = 101;
const IPV4 = "4500 002b 0001 0000 4006 66ca 0a000001 0a000002";
const PORTS = "03e8 07d0 00000001 00000001 5018 0064";
const TCP = (checksum: string) => `${IPV4} ${PORTS} ${checksum} 0000 616263`;
const read = (hex: string, captured?: number) =>
  readFrame(RAW, hex, { verifiesChecksums: true, ...(captured !== undefined && { captured }) });
const layerOf = (hex: string, key: string, captured?: number): ReadLayer =>
  read(hex, captured).layers.findLast((layer) => layer.key === key)!;
const verdictOf = (hex: string, key: string, name = key, captured?: number) => {
  const { fields } = layerOf(hex, key, captured);
  return [fields[`${name}.checksum.status`], fields[`${name}.checksum_calculated`]];
};

describe("TCP's checksum", () => {
  it("is good, and the header's too", () => {
    expect(verdictOf(TCP("cb46"), "tcp")).toEqual(["1", "0xcb46"]);
    expect(verdictOf(TCP("cb46"), "ip")).toEqual(["1", "0x66ca"]);
    expect(read(TCP("cb46")).info).not.toContain("INCORRECT");
  });

  it("is bad, with what it should be, in Info before Urg and Len as in Wireshark", () => {
    expect(verdictOf(TCP("ca46"), "tcp")).toEqual(["0", "0xcb46"]);
    const urgent = `${IPV4} 03e8 07d0 00000001 00000001 5038 0064 ca23 0003 616263`;
    expect(read(urgent).info).toContain("Win=100 [TCP CHECKSUM INCORRECT] Urg=3 Len=3");
  });

  it("is 0 where the sum asks for it, and then not 0xffff", () => {
    const zero = "4500 002a 0001 0000 4006 66cb 0a000001 0a000002";
    expect(verdictOf(`${zero} ${PORTS} 0000 0000 8faa`, "tcp")).toEqual(["1", "0x0000"]);
    expect(verdictOf(`${zero} ${PORTS} ffff 0000 8faa`, "tcp")).toEqual(["0", "0x0000"]);
  });

  it("stays open when bytes are missing, and nobody asked", () => {
    expect(verdictOf(TCP("cb46"), "tcp", "tcp", 42)).toEqual(["2", undefined]);
    expect(verdictOf(TCP("cb46"), "ip", "ip", 42)).toEqual(["1", "0x66ca"]);
    const [ip, tcp] = readFrame(RAW, TCP("ca46")).layers.slice(-2);
    expect([ip?.fields["ip.checksum.status"], tcp?.fields["tcp.checksum.status"]]).toEqual(["2", "2"]);
  });

  it("counts in the end of a source route (RFC 791 §3.1)", () => {
    const routed = "4700 0033 0001 0000 4006 d4b0 0a000001 0a000002 83 07 04 0a000009 00";
    expect(verdictOf(`${routed} ${PORTS} cb3f 0000 616263`, "tcp")).toEqual(["1", "0xcb3f"]);
  });
});

describe("over IPv6 (RFC 8200 §8.1)", () => {
  const address = (last: string) => `2001 ${"00".repeat(13)} ${last}`;
  const ipv6 = (length: string, next: string) => `60000000 ${length} ${next} 40 ${address("01")} ${address("02")}`;

  it("counts in the final destination of a routing header", () => {
    const route = `06 04 00 02 00000000 ${address("09")} ${address("08")}`;
    expect(verdictOf(`${ipv6("003f", "2b")} ${route} ${PORTS} 9f3e 0000 616263`, "tcp")).toEqual(["1", "0x9f3e"]);
  });

  it("stays open where the route is of a type that nobody knows", () => {
    const route = `06 02 fd 01 00000000 ${address("09")}`;
    expect(verdictOf(`${ipv6("002f", "2b")} ${route} ${PORTS} 9f3e 0000 616263`, "tcp")).toEqual(["2", undefined]);
  });

  it("counts in the home address (RFC 6275 §6.3)", () => {
    const home = `06 02 0102 0000 c910 ${address("09")}`;
    expect(verdictOf(`${ipv6("002f", "3c")} ${home} ${PORTS} 9f3c 0000 616263`, "tcp")).toEqual(["1", "0x9f3c"]);
  });

  it("does not let UDP go without one", () => {
    const udp = `${ipv6("000b", "11")} 1388 1770 000b 0000 616263`;
    expect(verdictOf(udp, "udp")).toEqual(["4", undefined]);
    expect(read(udp).info).toBe("5000 → 6000 Len=3 [ILLEGAL CHECKSUM (0)]");
    expect(verdictOf(udp.replace("000b 0000", "000b d079"), "udp")).toEqual(["0", "0xd078"]);
  });
});

describe("UDP's checksum (RFC 768)", () => {
  const ip = "4500 001e 0001 0000 4011 66cc 0a000001 0a000002";

  it("is 0xffff where the sum is 0, for 0 says that there is none", () => {
    expect(verdictOf(`${ip} 1388 1770 000a ffff c0df`, "udp")).toEqual(["1", "0xffff"]);
    expect(verdictOf(`${ip} 1388 1770 000a 0000 c0df`, "udp")).toEqual(["3", undefined]);
  });

  it("is bad in Info's words", () => {
    expect(read(`${ip} 1388 1770 000a 1234 c0df`).info).toBe("5000 → 6000 Len=2 [UDP CHECKSUM INCORRECT]");
  });

  it("of UDP-Lite covers as much as it says (RFC 3828 §3.1)", () => {
    const lite = "4500 001f 0001 0000 4088 6654 0a000001 0a000002";
    expect(verdictOf(`${lite} 1388 1770 0008 c069 616263`, "udplite", "udp")).toEqual(["1", "0xc069"]);
    expect(verdictOf(`${lite} 1388 1770 0008 c069 ffffff`, "udplite", "udp")).toEqual(["1", "0xc069"]);
    expect(verdictOf(`${lite} 1388 1770 0007 c069 616263`, "udplite", "udp")).toEqual(["2", undefined]);
  });
});

it("is a CRC in SCTP, the lowest byte first (RFC 9260, appendix A)", () => {
  const ip = "4500 0034 0001 0000 4084 6643 0a000001 0a000002";
  const packet = (checksum: string) => `${ip} 0001 0002 00000007 ${checksum} 00030014 ${"00".repeat(16)}`;
  expect(verdictOf(packet("df082d8a"), "sctp")[0]).toBe("1");
  expect(verdictOf(packet("8a2d08df"), "sctp")[0]).toBe("0");
});

describe("ICMP's", () => {
  const ip = "4500 001f 0001 0000 4001 66db 0a000001 0a000002";
  const statusOf = (checksum: string) =>
    readFrame(RAW, `${ip} 0800 ${checksum} 0001 0002 616263`).layers.at(-1)?.fields["icmp.checksum.status"];

  it("is verified unasked, as in Wireshark", () => {
    expect([statusOf("339a"), statusOf("339b")]).toEqual(["1", "0"]);
  });

  it("goes over what it quotes, whose own are verified as far as they were captured", () => {
    const error = "4500 003b 0001 0000 4001 66bf 0a000001 0a000002 0301 111a 00000000";
    const quoted = "4500 001f 0001 0000 4011 66ce 0a000001 0a000002 1388 1770 000b fc7b 616263";
    const read = readFrame(RAW, `${error} ${quoted}`, { verifiesChecksums: true }).layers;
    expect(read.map(({ key, fields }) => fields[`${key}.checksum.status`]).slice(-4)).toEqual(["1", "1", "0", "0"]);
  });
});

describe("a flipped bit", () => {
  const whole = bytesOf(TCP("cb46"));
  const hexOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const flipped = (bit: number) => {
    const bytes = whole.slice();
    bytes[bit >> 3]! ^= 0x80 >> (bit & 7);
    return hexOf(bytes);
  };

  it("of a good segment makes it bad, wherever it stands", () => {
    const first = 20 * 8;
    fc.assert(
      fc.property(fc.integer({ min: first, max: whole.length * 8 - 1 }), (bit) => {
        // Of a header length that cannot be nothing is verified.
        expect(["0", undefined]).toContain(verdictOf(flipped(bit), "tcp")[0]);
      }),
    );
  });

  it("of an address makes both checksums bad", () => {
    fc.assert(
      fc.property(fc.integer({ min: 12 * 8, max: 20 * 8 - 1 }), (bit) => {
        expect([verdictOf(flipped(bit), "ip")[0], verdictOf(flipped(bit), "tcp")[0]]).toEqual(["0", "0"]);
      }),
    );
  });
});
