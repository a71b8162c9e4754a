/**
 * What the filters that tshark answers are made of: every sign of the grammar, every function, every kind of field, every
 * form of a value and of a part of bytes, every finding. What is new in the language has to come into the table.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { FINDINGS } from "../../core/analysis/findings.ts";
import { namedFields } from "../../core/filter/fields.ts";
import { functionNames } from "../../core/filter/functions.ts";
import { childrenOf, parseFilter } from "../../core/filter/parse.ts";
import type { Operand, Test } from "../../core/filter/tree.ts";
import answers from "./answers.json";
import type { Answers } from "./table.ts";

const taken = Object.values(answers satisfies Answers).flatMap((table) =>
  Object.entries(table).flatMap(([filter, frames]) => (frames === null ? [] : [{ filter, frames }])),
);
const filters = taken.map(({ filter }) => filter);
const nodes = filters.flatMap((filter) => {
  const parsed = parseFilter(filter);
  return "tree" in parsed && parsed.tree ? [...allNodes(parsed.tree)] : [];
});

function* allNodes(node: Test | Operand): Generator<Test | Operand> {
  yield node;
  for (const child of childrenOf(node)) yield* allNodes(child);
}

const grammar = readFileSync(new URL("../../core/filter/wireshark.peggy", import.meta.url), "utf8");

/** The signs that a rule of the grammar reads. */
function signsOf(rule: string): string[] {
  const text = new RegExp(`^${rule} =([^]*?)\\n(?=\\S)`, "m").exec(grammar)?.[1] ?? "";
  // Without what it makes of them, and without what may not follow.
  const read = text.replace(/\{[^{}]*\}\[word\]|\{[^{}]*\}|!\[[^\]]*\]/g, "").replace(/\{[^{}]*\}/g, "");
  return [...read.matchAll(/"([^"]+)"|\[([^\]]+)\]/g)].flatMap(([, sign, set]) =>
    sign ? [sign] : [...(set ?? "").replaceAll("\\", "")],
  );
}

/** Texts and characters in quotes are no signs. */
const bare = filters.map((filter) => filter.replace(/r?"(\\.|[^"\\])*"|'(\\.|[^'\\])'/g, '""'));

const occurs = (sign: string): boolean => {
  const escaped = sign.replace(/[^\w]/g, "\\$&");
  const found = /^\w/.test(sign) ? `(?<![\\w.])${escaped}(?![\\w.])` : `(?<![=!<>~&|^])${escaped}(?![=~&|^])`;
  return bare.some((filter) => new RegExp(found).test(filter));
};

const missing = (wanted: readonly string[], isThere: (one: string) => boolean) => wanted.filter((one) => !isThere(one));

it("has filters enough that tshark takes, and that take some packets", () => {
  expect(new Set(filters).size).toBeGreaterThan(400);
  expect(taken.filter(({ frames }) => frames.length > 0).length).toBeGreaterThan(300);
});

it("has every sign of the grammar", () => {
  const rules = [
    "OrSign",
    "AndSign",
    "NotSign",
    "Comparison",
    "Quantifier",
    "Membership",
    "BitAnd",
    "Addition",
    "Product",
  ];
  const signs = rules.flatMap(signsOf);
  expect(signs.length).toBeGreaterThan(30);
  expect(missing(signs, occurs)).toEqual([]);
});

it("has every function", () => {
  const called = new Set(nodes.flatMap((node) => (node.kind === "call" ? [node.name] : [])));
  expect(missing(functionNames(), (name) => called.has(name))).toEqual([]);
});

it("has fields of every kind", () => {
  const fields = namedFields();
  const kinds = new Set([...fields.values()].map(({ kind }) => kind));
  const named = new Set(nodes.flatMap((node) => (node.kind === "word" ? (fields.get(node.text)?.kind ?? []) : [])));
  expect(missing([...kinds], (kind) => named.has(kind as never))).toEqual([]);
});

it("has every finding", () => {
  const words = new Set(nodes.flatMap((node) => (node.kind === "word" ? [node.text] : [])));
  const theirs = FINDINGS.map(({ key }) => key).filter((key) => key.startsWith("tcp.analysis."));
  expect(theirs.length).toBeGreaterThan(10);
  expect(missing(theirs, (key) => words.has(key))).toEqual([]);
});

it("has every form of values and parts", () => {
  const forms: Readonly<Record<string, RegExp>> = {
    decimal: /[=<>] \d+$/,
    hexadecimal: /[=<>] 0x[0-9a-f]+/,
    octal: /[=<>] 0[0-7]+/,
    binary: /[=<>] 0b[01]+/,
    character: /'.'/,
    escape: /'\\|"[^"]*\\/,
    raw: /r"/,
    negative: /-\d/,
    "IPv4 address": /== \d+\.\d+\.\d+\.\d+$/,
    "IPv4 network": /\d+\.\d+\.\d+\.\d+\/\d+/,
    "IPv6 address": /== [0-9a-f]+:[0-9a-f:]+$/,
    "IPv6 network": /[0-9a-f:]+::?\/\d+/,
    "MAC address by colons": /([0-9a-f]{2}:){5}/,
    "MAC address by dashes": /([0-9a-f]{2}-){5}/,
    "MAC address by dots": /([0-9a-f]{4}\.){2}/,
    "point in time": /"\d{4}-\d\d-\d\d/,
    "worded point in time": /"[A-Z][a-z]{2} \d/,
    seconds: /time_(relative|delta) [<>=]+ \d/,
    range: /\{.*\.\..*\}/,
    set: /\{[^.]*,.*\}/,
    layer: /#\d|#\[/,
    "slice by count": /\[\d+:\d+\]/,
    "slice by ends": /\[\d+-\d+\]/,
    "slice of one byte": /\[\d+\]/,
    "slice to the end": /\[\d+:\]/,
    "slice from the begin": /\[:\d+\]/,
    "slice from behind": /\[-\d/,
    "slice of several": /\[[^\]]+,[^\]]+\]/,
    reference: /\$\{/,
    "brackets of calculations": /\{[^}]*[-+*/%&][^}]*\} /,
  };
  expect(missing(Object.keys(forms), (form) => filters.some((filter) => forms[form]!.test(filter)))).toEqual([]);
});
