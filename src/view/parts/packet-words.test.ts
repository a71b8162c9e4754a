import { describe, expect, test } from "vitest";
import { packetOf, SEGMENT } from "../../core/inspect/frames-for-tests.ts";
import type { PacketDetails } from "../../core/inspect/packet.ts";
import { generated } from "../../core/protocols/spec.ts";
import { ENDS_EARLY, TOO_DEEP } from "../../core/protocols/walk.ts";
import { t } from "../words-for-tests.ts";
import { infoWords, problemWords, shortName, unknownWords } from "./packet-words.ts";

test("a packet that ends within TCP says how much is missing", () => {
  expect(infoWords(packetOf(SEGMENT, { captured: 46 }), t)).toContain(
    "cut short by the capture: TCP needs 20 bytes, 12 there",
  );
});

test("what no protocol answers to says what it is", () => {
  expect(unknownWords({ table: "linkType", number: 147 }, t)).toBe("Link type 147");
  expect(unknownWords({ table: "etherType", number: 0x88cc }, t)).toBe("Ethernet type 0x88cc, LLDP");
  expect(unknownWords({ table: "etherType", number: 0x1234 + 0x8000 }, t)).toBe("Ethernet type 0x9234");
  expect(unknownWords({ table: "ipProtocol", number: 253 }, t)).toMatch(/^IP protocol 253/);
  expect(unknownWords({ table: "bsdFamily", number: 7 }, t)).toBe("Address family 7");
});

describe("what is wrong with a packet", () => {
  /** Ethernet, IPv4 with a total length, TCP with a length in its first four bits; then nothing or zeros. */
  const frame = (total: string, headerLength: string, length: number) =>
    `02 00 00 00 00 01 02 00 00 00 00 02 08 00
     45 00 ${total} 00 01 40 00 40 06 00 00 c6 33 64 07 c0 00 02 01
     00 50 c0 00 00 00 10 01 00 00 22 d6 ${headerLength} 10 00 72 00 00 00 00`
      .concat(" 00".repeat(100))
      .trim()
      .split(/\s+/)
      .slice(0, length)
      .join(" ");
  const words = (packet: PacketDetails) => problemWords(packet.problem!, t);
  const layersOf = (packet: PacketDetails) => packet.layers.map(({ key }) => key).slice(1);

  test.each([
    [
      "a frame cut by the capture",
      { captured: 40 },
      "00 28",
      "50",
      54,
      "cut short by the capture: TCP needs 20 bytes, 6 there",
    ],
    ["a frame that ends", {}, "00 00", "50", 40, "malformed: TCP needs 20 bytes, the packet ends after 6 of them"],
    ["a length below", {}, "00 1b", "50", 80, "malformed: TCP needs 20 bytes, Total Length (ip.len) leaves 7"],
    [
      "its own length, too small",
      {},
      "00 28",
      "40",
      54,
      "malformed: TCP needs 20 bytes, Header Length (tcp.hdr_len) says 16",
    ],
    [
      "its own length, too great",
      {},
      "00 2c",
      "f0",
      58,
      "malformed: TCP needs 60 bytes, Total Length (ip.len) leaves 24",
    ],
  ])("%s says so in list and tree, behind what was decoded", (_, cut, total, headerLength, length, expected) => {
    const packet = packetOf(frame(total, headerLength, length), cut);
    expect(words(packet)).toBe(expected);
    expect(infoWords(packet, t).startsWith(expected)).toBe(true);
    expect(layersOf(packet)).toEqual(["eth", "ip", "tcp"]);
  });

  test("a length of IPv4 that is shorter than its header", () => {
    const packet = packetOf(frame("00 13", "50", 54));
    expect(words(packet)).toBe("malformed: IPv4 needs 20 bytes, Total Length (ip.len) says 19");
    expect(layersOf(packet)).toEqual(["eth", "ip"]);
  });

  test("a version that cannot be", () => {
    const packet = packetOf(frame("00 28", "50", 54).replace("45 00", "65 00"));
    expect(words(packet)).toBe("malformed: Version (ip.version) of IPv4 is 6, not 4");
  });

  test("a quotation that ends is none of it: eight bytes are what RFC 792 asks for", () => {
    const quoted = frame("00 28", "50", 54).slice(14 * 3, (14 + 28) * 3);
    const icmp = `02 00 00 00 00 01 02 00 00 00 00 02 08 00
      45 00 00 38 00 01 00 00 40 01 00 00 0a 00 00 01 0a 00 00 02  03 01 00 00 00 00 00 00 ${quoted}`;
    const packet = packetOf(icmp);
    expect(words(packet)).toBe("Quoted as far as here: TCP has 20 bytes, 8 of them there");
    expect(infoWords(packet, t)).toBe("Destination unreachable (Host unreachable)");
    expect(layersOf(packet)).toEqual(["eth", "ip", "icmp", "ip", "tcp"]);
  });

  test("one byte is one byte, a field without a name in filters has its title, depth its own words", () => {
    const field = generated("x.y", "Length", "uint", { ours: true });
    const facts = { layer: "Loopback", needed: 1, had: 0, limit: field };
    expect(problemWords({ ...facts, kind: ENDS_EARLY }, t)).toBe(
      "malformed: Loopback needs 1 byte, Length leaves none",
    );
    expect(problemWords({ ...facts, kind: TOO_DEEP }, t)).toContain("deeper");
  });
});

test("protocols are called by their short names, others by what they are called", () => {
  expect(shortName("tcp")).toBe("TCP");
  expect(shortName("Internet Protocol Version 6")).toBe("IPv6");
  expect(shortName("nothing of ours")).toBe("nothing of ours");
});
