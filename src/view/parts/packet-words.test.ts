import { expect, test } from "vitest";
import { packetOf, SEGMENT } from "../../core/inspect/frames-for-tests.ts";
import { CUT_SHORT, MALFORMED, TOO_DEEP } from "../../core/protocols/walk.ts";
import { t } from "../words-for-tests.ts";
import { infoWords, problemWords, shortName, unknownWords } from "./packet-words.ts";

test("a packet that ends within TCP says how much is missing", () => {
  expect(infoWords(packetOf(SEGMENT, { captured: 46 }), t)).toContain("cut short: TCP needs 20 bytes, 12 there");
});

test("what no protocol answers to says what it is", () => {
  expect(unknownWords({ table: "linkType", number: 147 }, t)).toBe("Link type 147");
  expect(unknownWords({ table: "etherType", number: 0x88cc }, t)).toBe("Ethernet type 0x88cc, LLDP");
  expect(unknownWords({ table: "etherType", number: 0x1234 + 0x8000 }, t)).toBe("Ethernet type 0x9234");
  expect(unknownWords({ table: "ipProtocol", number: 253 }, t)).toMatch(/^IP protocol 253/);
  expect(unknownWords({ table: "bsdFamily", number: 7 }, t)).toBe("Address family 7");
});

test("each problem has its words", () => {
  const layer = "Transmission Control Protocol";
  const facts = { layer, needed: 20, had: 8, limit: "" };
  expect(problemWords({ ...facts, kind: CUT_SHORT }, t)).toBe("cut short: TCP needs 20 bytes, 8 there");
  expect(problemWords({ ...facts, kind: CUT_SHORT, layer: "" }, t)).toBe("cut short: 8 of 20 bytes there");
  expect(problemWords({ ...facts, kind: MALFORMED }, t)).toBe("malformed: TCP needs 20 bytes, 8 there");
  expect(problemWords({ ...facts, kind: MALFORMED, limit: "tcp.hdr_len" }, t)).toBe(
    "malformed: TCP needs 20 bytes, tcp.hdr_len says 8",
  );
  expect(problemWords({ ...facts, kind: TOO_DEEP }, t)).toContain("deeper");
});

test("protocols are called by their short names, others by what they are called", () => {
  expect(shortName("tcp")).toBe("TCP");
  expect(shortName("Internet Protocol Version 6")).toBe("IPv6");
  expect(shortName("nothing of ours")).toBe("nothing of ours");
});
