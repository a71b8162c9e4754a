import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileFilter } from "./compile.ts";
import type { Value } from "./kinds.ts";
import { isLayer } from "./needs.ts";
import type { ProblemFacts } from "./problem.ts";

const known = new Map<string, ReturnType<typeof compileFilter>>();

/** Whether a filter takes a packet with these values of its fields. */
function takes(filter: string, packet: Readonly<Record<string, readonly Value[]>>): boolean {
  const compiled = known.get(filter) ?? compileFilter(filter);
  known.set(filter, compiled);
  if ("problem" in compiled) throw new Error(`${filter}: ${compiled.problem.kind}`);
  return compiled.matches(compiled.needs.map(({ field }) => packet[field.name] ?? []));
}

describe("comparisons of fields with several values", () => {
  const packet = { "tcp.port": [80, 50000], "ip.ttl": [64] };

  // The manual page's table: == any, === all, != all, !== any; the others any.
  it.each([
    ["tcp.port == 80", true],
    ["tcp.port === 80", false],
    ["tcp.port != 80", false],
    ["tcp.port !== 80", true],
    ["tcp.port ~= 80", true],
    ["tcp.port != 443", true],
    ["tcp.port > 443", true],
    ["all tcp.port > 443", false],
    ["all tcp.port >= 80", true],
    ["any tcp.port in {1..100}", true],
    ["all tcp.port in {1..100}", false],
    ["udp.port != 53", false],
    ["not udp.port == 53", true],
    ["tcp xor ip.ttl", true],
    ["tcp.port == 80 ^^ ip.ttl == 64", false],
  ])("%s: %s", (filter, expected) => {
    expect(takes(filter, packet)).toBe(expected);
  });
});

describe("a part beyond the end of what is too short for it", () => {
  // As tshark 4.0.17 answers: compared as no bytes, but not there, and nothing is found in it.
  it.each([
    ["tcp.payload[5] != 00", true],
    ['tcp.payload[5] == ""', true],
    ["tcp.payload[5] < 05", true],
    ["tcp.payload[5] == 00", false],
    ["tcp.payload[5]", false],
    ["not tcp.payload[5]", true],
    ['tcp.payload[5] contains ""', false],
    ["tcp.payload[5] == tcp.payload[7]", true],
    ["tcp.payload[0,5] == 48", true],
    ["udp.payload[5] != 00", false],
  ])("%s: %s", (filter, expected) => {
    expect(takes(filter, { "tcp.payload": ["4854"] })).toBe(expected);
  });
});

describe("string()", () => {
  // As tshark 4.0.17 answers: ip.id, which is printed as 0xbeef, is a number in decimal.
  it.each([
    ['string(ip.id) == "48879"', true],
    ['string(ip.id) contains "beef"', false],
    ['string(ip.ttl) matches "^6"', true],
  ])("%s: %s", (filter, expected) => {
    expect(takes(filter, { "ip.id": [0xbeef], "ip.ttl": [64] })).toBe(expected);
  });

  it.each(["tcp.flags.syn", "tcp.payload", "frame.time_relative", "frame.time_epoch", "dns.qry.name", "tcp"])(
    "takes no %s",
    (name) => {
      expect(compileFilter(`string(${name}) contains "1"`)).toMatchObject({
        problem: { kind: "parameters", name: "string" },
      });
    },
  );
});

it("tells both halves of a filter and its negation apart, and follows De Morgan", () => {
  const clauses = ["tcp.port == 80", "ip.ttl > 64", "all tcp.port < 1000", "ip.src == 10.0.0.0/8", "tcp.len in {1..9}"];
  const packet = fc.record({
    "tcp.port": fc.array(fc.constantFrom(80, 443, 50000), { maxLength: 2 }),
    "ip.ttl": fc.array(fc.integer({ min: 60, max: 70 }), { maxLength: 2 }),
    "ip.src": fc.array(fc.constantFrom(0x0a000001, 0xc0a80001), { maxLength: 1 }),
    "tcp.len": fc.array(fc.nat(12), { maxLength: 1 }),
  });
  const clause = fc.constantFrom(...clauses);
  fc.assert(
    fc.property(clause, clause, packet, (a, b, values) => {
      expect(takes(`not ${a}`, values)).toBe(!takes(a, values));
      expect(takes(`not (${a} and ${b})`, values)).toBe(takes(`not ${a} or not ${b}`, values));
      expect(takes(`not (${a} or ${b})`, values)).toBe(takes(`not ${a} and not ${b}`, values));
      expect(takes(`${a} xor ${b}`, values)).toBe(takes(`(${a} or ${b}) and not (${a} and ${b})`, values));
    }),
  );
});

it("bears any text", () => {
  const word = fc.constantFrom(
    ..."tcp ip.addr == != in { } ( ) [ ] , .. : - not and or 80 \" ' \\ 10.0.0.0/8 len &".split(" "),
  );
  const texts = fc.oneof(
    fc.string(),
    fc.array(word).map((words) => words.join(" ")),
    fc.array(word).map((words) => words.join("")),
  );
  fc.assert(
    fc.property(texts, (text) => void compileFilter(text)),
    { numRuns: 300 },
  );
});

it.each(["(", "!", "not ", "{", "-", "[", "tcp["])("bears 100,000 times %s", (piece) => {
  expect(compileFilter(piece.repeat(100_000))).toHaveProperty("problem");
});

describe("problems", () => {
  it.each<[string, Partial<ProblemFacts>, number, number]>([
    ["tcp.prot == 80", { kind: "unknownField", name: "tcp.prot", meant: "tcp.port" }, 0, 8],
    ["tcp.flags.sny", { kind: "unknownField", meant: "tcp.flags.syn" }, 0, 13],
    ["tcp AND ip", { kind: "unexpected", found: "AND", meant: "and" }, 4, 3],
    ["tcp.port = 80", { kind: "unexpected", found: "=", meant: "==" }, 9, 1],
    ["tcp.port <> 80", { kind: "unexpected", found: "<>", meant: "!=" }, 9, 2],
    ["tcp and", { kind: "unfinished" }, 7, 0],
    ["tcp.port == 70000", { kind: "tooLarge", greatest: 65535 }, 12, 5],
    ["ip.src == 10.0.0", { kind: "badValue", found: "10.0.0", wanted: "ipv4" }, 10, 6],
    ["80 == tcp.port", { kind: "noField", found: "80" }, 0, 2],
    ["tcp.port == ip.src", { kind: "differentKinds", left: "tcp.port", right: "ip.src" }, 12, 6],
    ["lne(tcp) > 3", { kind: "unknownFunction", name: "lne", meant: "len" }, 0, 3],
    ["len(tcp)", { kind: "notCompared", name: "len" }, 0, 8],
    ["tcp.port contains 80", { kind: "operator", operator: "contains", of: "number" }, 0, 8],
    ["tcp.srcport[0]", { kind: "notSliced", of: "number" }, 0, 11],
    ["tcp[0:0]", { kind: "emptySlice" }, 4, 3],
    ['frame matches "["', { kind: "pattern" }, 14, 3],
    ['frame matches "\\d"', { kind: "escape", found: "\\d" }, 15, 2],
    ['dns.qry.name == "a', { kind: "openString" }, 16, 2],
  ])("%s", (filter, facts, at, length) => {
    expect(compileFilter(filter)).toMatchObject({ problem: { ...facts, at, length } });
  });
});

it("counts layers from both ends", () => {
  const second = [{ from: 2, count: 1, to: null, at: 0, length: 0 }];
  const last = [{ from: -1, count: 1, to: null, at: 0, length: 0 }];
  expect([1, 2, 3].map((layer) => isLayer(second, layer, 3))).toEqual([false, true, false]);
  expect([1, 2, 3].map((layer) => isLayer(last, layer, 3))).toEqual([false, false, true]);
});
