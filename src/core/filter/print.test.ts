import fc from "fast-check";
import { expect, it } from "vitest";
import { parseFilter } from "./parse.ts";
import { printFilter } from "./print-for-tests.ts";
import type { Comparison, Operand, Range, Test } from "./tree.ts";

const PLACE = { at: 0, length: 0 };
const spanned = <Node extends object>(node: Node): Node & typeof PLACE => ({ ...node, ...PLACE });

const SIGNS: readonly Comparison[] = ["==", "!=", "===", "!==", ">", "<", ">=", "<=", "contains", "matches"];
const FIELDS = ["tcp.port", "tcp", "ip.addr", "frame.time_relative", "dns.qry.name", "80", "00:1d:60", "2001:db8::/32"];

const range: fc.Arbitrary<Range> = fc
  .oneof(
    fc.record({ from: fc.integer({ min: -9, max: 9 }), count: fc.option(fc.nat(9)), to: fc.constant(null) }),
    fc.record({ from: fc.integer({ min: -9, max: 9 }), count: fc.constant(null), to: fc.integer({ min: -9, max: 9 }) }),
  )
  .map((one) => spanned(one));
const ranges = fc.array(range, { minLength: 1, maxLength: 3 });
const text = fc.string({ unit: "grapheme", maxLength: 8 });

const word = fc.constantFrom(...FIELDS).map((one) => spanned({ kind: "word" as const, text: one }));

const leaf: fc.Arbitrary<Operand> = fc.oneof(
  word,
  word.map((of): Operand => spanned({ kind: "reference", of })),
  fc
    .record({ of: word, layers: ranges })
    .map((one): Operand => spanned({ kind: "reference", of: spanned({ kind: "layer", ...one }) })),
  text.map((one): Operand => spanned({ kind: "string", text: one, raw: false })),
  fc.stringMatching(/^([a-z.*+]|\\[dws])*$/).map((one): Operand => spanned({ kind: "string", text: one, raw: true })),
  fc.integer({ min: 0, max: 255 }).map((code): Operand => {
    return spanned({ kind: "character", text: String.fromCharCode(code) });
  }),
);

const { operand } = fc.letrec<{ operand: Operand; sliced: Operand }>((tie) => ({
  sliced: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.record({ of: tie("sliced"), ranges }).map((one): Operand => spanned({ kind: "slice", ...one })),
    fc.record({ of: leaf, layers: ranges }).map((one): Operand => spanned({ kind: "layer", ...one })),
    fc
      .record({ name: fc.constantFrom("len", "upper", "f_1"), parameters: fc.array(tie("operand"), { maxLength: 2 }) })
      .map((one): Operand => spanned({ kind: "call", ...one })),
  ),
  operand: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    tie("sliced"),
    tie("operand").map((one): Operand => spanned({ kind: "negative", operand: one })),
    fc
      .record({ operator: fc.constantFrom("+", "-", "*", "/", "%", "&"), left: tie("operand"), right: tie("operand") })
      .map((one): Operand => spanned({ kind: "arithmetic", ...one })),
  ),
}));

const quantifier = fc.constantFrom("any" as const, "all" as const, null);
const member = fc.record({ low: operand, high: fc.option(operand) }).map((one) => spanned(one));

/** Any tree. */
const { test: anyTest } = fc.letrec<{ test: Test }>((tie) => ({
  test: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    operand.map((one): Test => spanned({ kind: "present", operand: one })),
    fc
      .record({ operator: fc.constantFrom(...SIGNS), quantifier, left: operand, right: operand })
      .map((one): Test => spanned({ kind: "compare", ...one })),
    fc
      .record({ quantifier, left: operand, members: fc.array(member, { minLength: 1, maxLength: 3 }) })
      .map((one): Test => spanned({ kind: "in", ...one })),
    tie("test").map((one): Test => spanned({ kind: "not", test: one })),
    fc
      .record({
        kind: fc.constantFrom("and" as const, "or" as const, "xor" as const),
        tests: fc.array(tie("test"), { minLength: 2, maxLength: 3 }),
      })
      .map((one): Test => spanned(one)),
  ),
}));

/** The same tree with every place 0. */
function withoutPlaces(tree: Test | null): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value) => (key === "at" || key === "length" ? 0 : value)));
}

it("prints what parses to the same tree", () => {
  fc.assert(
    fc.property(anyTest, (tree) => {
      const parsed = parseFilter(printFilter(tree));
      expect("tree" in parsed ? withoutPlaces(parsed.tree) : parsed).toEqual(withoutPlaces(tree));
    }),
  );
});

it.each([
  ["tcp.port==80&&!udp", "tcp.port == 80 and not udp"],
  ["ip or tcp and udp", "ip or (tcp and udp)"],
  ["tcp.port not in {80,443 .. 500}", "not tcp.port in {80, 443 .. 500}"],
  ['all tcp[0:2,4,5-6] ~ r"a\\d"', 'all tcp[0:2, 4, 5-6] matches r"a\\d"'],
  ["tcp.len * {tcp.seq + 1} > 3", "tcp.len * {tcp.seq + 1} > 3"],
  ["ip.addr#2", "ip.addr#[2]"],
  ["", ""],
])("writes %s as %s", (text, expected) => {
  const parsed = parseFilter(text);
  expect("tree" in parsed && printFilter(parsed.tree)).toBe(expected);
});
