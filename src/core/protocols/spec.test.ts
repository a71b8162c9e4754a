import { describe, expect, it } from "vitest";
import { viewOf } from "./frames-for-tests.ts";
import { PROTOCOLS } from "./registry.ts";
import { bool, bytes, dec, fieldsOf, generated, header, headerLength, hex, ipv6Address, mac } from "./spec.ts";
import { type Protocol, protocolFor, register } from "./walk.ts";

/** Lengths of fixed headers, bytes, as their documents state them; other protocols' own tests hold theirs. */
const LENGTHS: Readonly<Record<string, number>> = {
  "Ethernet II": 14, // IEEE 802.3 §3.1
  "802.1Q Virtual LAN": 4, // IEEE 802.1Q §9.3
  "IEEE 802.1ad": 4,
  "Logical-Link Control": 2, // IEEE 802.2 §3.2, without the control field, which has one byte or two
  "Fiber Distributed Data Interface": 13,
  "Linux cooked capture v1": 16, // LINKTYPE_LINUX_SLL
  "Linux cooked capture v2": 20, // LINKTYPE_LINUX_SLL2
  "Address Resolution Protocol": 8, // RFC 826, without the addresses
  "Internet Protocol Version 4": 20, // RFC 791 §3.1
  "Internet Protocol Version 6": 40, // RFC 8200 §3
  "IPv6 Hop-by-Hop Option": 2, // RFC 8200 §4.3, without the options
  "Routing Header for IPv6": 4, // RFC 8200 §4.4, without its data
  "Fragment Header for IPv6": 8, // RFC 8200 §4.5
  "Destination Options for IPv6": 2,
  "Authentication Header": 12, // RFC 4302 §2, without the check value
  "Internet Control Message Protocol": 4, // RFC 792, what all messages share
  "Internet Control Message Protocol v6": 4, // RFC 4443 §2.1
  "User Datagram Protocol": 8, // RFC 768
  "Transmission Control Protocol": 20, // RFC 9293 §3.1
};

describe("fixed headers", () => {
  it.each(PROTOCOLS.filter(({ title }) => title in LENGTHS))(
    "$title adds up to the length of its document",
    (protocol) => {
      expect(headerLength(protocol.header ?? {})).toBe(LENGTHS[protocol.title]);
    },
  );

  it.each(PROTOCOLS.filter((protocol) => protocol.header))("$title has no gap and no overlap", ({ header: of }) => {
    let bit = 0;
    for (const field of fieldsOf(of ?? {})) {
      expect(field.bit).toBe(bit);
      bit += field.width;
      const parts = field.parts.reduce((sum, part) => sum + part.width, 0);
      expect([0, field.width]).toContain(parts);
    }
    expect(bit % 8).toBe(0);
  });

  it("gives each number to one protocol only", () => {
    const taken = new Map<string, Protocol>();
    for (const protocol of PROTOCOLS) {
      for (const [table, numbers] of Object.entries(protocol.reachedBy)) {
        for (const number of numbers) {
          expect(taken.has(`${table} ${number}`)).toBe(false);
          taken.set(`${table} ${number}`, protocol);
        }
      }
    }
  });
});

describe("a described field", () => {
  const view = viewOf("12 34 56 78 9a bc de f0 ff 00 11 22 33 44 55 66 77 88");
  const read = (skip: number, width: number) =>
    skip === 0
      ? header("x", { source: "-" }, { it: dec(width, "") }).it(view, 0)
      : header("x", { source: "-" }, { before: dec(skip, ""), it: dec(width, "") }).it(view, 0);

  it("reads every width up to 32 bits at every place of a byte", () => {
    const bits = Array.from({ length: 64 }, (_, bit) => (view.getUint8(bit >> 3) >> (7 - (bit & 7))) & 1);
    for (let skip = 0; skip < 8; skip++) {
      for (let width = 1; width <= 32 - (skip === 0 ? 0 : 8); width++) {
        const expected = bits.slice(skip, skip + width).reduce((value, bit) => value * 2 + bit, 0);
        expect(read(skip, width), `${width} bits at bit ${skip}`).toBe(expected);
      }
    }
  });

  it("refuses a number that would need more than four bytes", () => {
    expect(() => header("x", { source: "-" }, { before: dec(4, ""), it: dec(32, "") })).toThrow(RangeError);
  });

  it("is the position of its first byte when it is wider than a number", () => {
    const wide = header(
      "x",
      { source: "-" },
      { head: dec(16, ""), mac: mac("M"), v6: ipv6Address("A"), tail: bytes(9, "B") },
    );
    expect([wide.mac(view, 3), wide.v6(view, 3), wide.tail(view, 3)]).toEqual([5, 11, 27]);
  });

  it("multiplies by what its unit counts", () => {
    const ip = header("ip", { source: "-" }, { version: dec(4, ""), length: dec(4, "", { times: 4 }) });
    expect(ip.length(viewOf("45"), 0)).toBe(20);
  });

  it("carries its description", () => {
    const { it: field } = header(
      "tcp",
      { source: "RFC 9293 §3.1" },
      { it: hex(16, "Flags", { filter: "flags", unit: "ms" }) },
    );
    expect({ ...field }).toMatchObject({
      key: "tcp.flags",
      title: "Flags",
      type: "uint",
      digits: 4,
      unit: "ms",
      ours: false,
    });
    expect(field.source).toBe("RFC 9293 §3.1");
  });

  it("has parts that read the same header", () => {
    const drafts = {
      low: dec(8, ""),
      set: hex(8, "Set", { parts: { top: dec(4, "Top"), rest: bool("Rest", {}, 4) } }),
    };
    const { set } = header("x", { source: "-" }, drafts);
    expect(set.parts.map((part) => [part.key, part.bit, part(viewOf("00 a3"), 0)])).toEqual([
      ["x.top", 8, 10],
      ["x.rest", 12, 3],
    ]);
  });
});

it("describes computed values with the same facts", () => {
  expect(generated("tcp.stream", "Stream index", "uint")).toMatchObject({
    key: "tcp.stream",
    source: "Wireshark",
    digits: 0,
  });
});

it("finds a protocol by its number, in its own table only", () => {
  const [tcp] = PROTOCOLS.filter(({ key }) => key === "tcp");
  expect(protocolFor("ipProtocol", 6)).toBe(tcp);
  expect(protocolFor("etherType", 6)).toBeUndefined();
  expect(() => register(tcp!)).not.toThrow();
});
