import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type FindQuery, finderOf } from "./query.ts";

const query = (changes: Partial<FindQuery>): FindQuery => ({
  place: "bytes",
  kind: "text",
  text: "",
  matchesCase: false,
  ...changes,
});

/** Where a query is found in bytes that stand behind two others; or what is wrong with it. */
function found(changes: Partial<FindQuery>, bytes: readonly number[]) {
  const finder = finderOf(query(changes));
  if ("problem" in finder) return finder.problem;
  const view = new DataView(Uint8Array.from([0xff, 0xff, ...bytes, 0x47]).buffer);
  const range = finder.inBytes(view, 2, bytes.length);
  return range && [range.from, range.end];
}

const ascii = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));
const GET = ascii("xGET /");

describe("hexadecimal", () => {
  test.each(["474554", "47 45 54", "47:45:54", "0x474554", "47-45-54", " 47.45,54 "])("%j", (text) => {
    expect(found({ kind: "hex", text }, GET)).toEqual([1, 4]);
  });

  test.each([
    ["47 4g", { kind: "noHex", at: 4, found: "g" }],
    ["GET", { kind: "noHex", at: 0, found: "G" }],
    ["47 4", { kind: "halfByte", at: 3, found: "4" }],
    ["4 7", { kind: "halfByte", at: 0, found: "4" }],
  ])("%j says what is wrong, and where", (text, problem) => {
    expect(found({ kind: "hex", text }, GET)).toEqual(problem);
  });

  it("is looked for in bytes whatever place is chosen", () => {
    expect(finderOf(query({ kind: "hex", text: "47", place: "list" }))).toMatchObject({ place: "bytes" });
  });
});

describe("text in bytes", () => {
  it("ignores case where that is wanted, and never reads beyond the packet", () => {
    expect(found({ text: "get" }, GET)).toEqual([1, 4]);
    expect(found({ text: "get", matchesCase: true }, GET)).toBeNull();
    expect(found({ text: "GET", matchesCase: true }, GET)).toEqual([1, 4]);
    expect(found({ text: "/G" }, GET)).toBeNull(); // the G is the next packet's
  });

  it("is found in UTF-8 and in both orders of UTF-16", () => {
    expect(found({ text: "é" }, [0x41, 0xc3, 0xa9])).toEqual([1, 3]);
    expect(found({ text: "hi" }, [0, 0x68, 0, 0x69])).toEqual([0, 4]);
    expect(found({ text: "hi" }, [0x68, 0, 0x69, 0])).toEqual([0, 4]);
  });

  it("is where the engine's own search has it", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "B", "b", "A"), maxLength: 20 });
    const some = fc.string({ unit: fc.constantFrom("a", "B", "b", "A"), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(letters, some, fc.boolean(), (text, wanted, matchesCase) => {
        const [whole, part] = matchesCase ? [text, wanted] : [text.toLowerCase(), wanted.toLowerCase()];
        const at = whole.indexOf(part);
        const expected = at < 0 ? null : [at, at + wanted.length];
        expect(found({ text: wanted, matchesCase }, ascii(text))).toEqual(expected);
      }),
    );
  });
});

describe("regular expressions", () => {
  it("match bytes as characters, and case as wanted", () => {
    expect(found({ kind: "expression", text: "g.t\\x20" }, GET)).toEqual([1, 5]);
    expect(found({ kind: "expression", text: "g.t", matchesCase: true }, GET)).toBeNull();
    expect(found({ kind: "expression", text: "(?i)g.t", matchesCase: true }, GET)).toEqual([1, 4]);
    expect(found({ kind: "expression", text: "é" }, [0xc3, 0xa9])).toEqual([0, 2]);
  });

  it("match texts as they are", () => {
    const finder = finderOf(query({ place: "list", kind: "expression", text: "^gét\\b" }));
    expect("isIn" in finder && [finder.isIn("GÉT /"), finder.isIn("x gét")]).toEqual([true, false]);
  });

  test.each([
    ["(a)(b", 3],
    ["a[b", 1],
    ["*a", 0],
    ["ab)", 2],
    ["a**", 2],
  ])("%j says where it is none", (text, at) => {
    const problem = found({ kind: "expression", text }, GET);
    expect(problem).toMatchObject({ kind: "expression", at, found: text[at] });
    expect(problem).toHaveProperty("reason", expect.not.stringContaining("Invalid regular expression"));
  });
});

test("what is empty is nowhere, and nothing throws", () => {
  expect(found({}, GET)).toBeNull();
  expect(found({ kind: "hex", text: " " }, GET)).toBeNull();
  const any = fc.record({
    place: fc.constantFrom("list" as const, "details" as const, "bytes" as const),
    kind: fc.constantFrom("text" as const, "hex" as const, "expression" as const),
    text: fc.string({ unit: "binary", maxLength: 12 }),
    matchesCase: fc.boolean(),
  });
  fc.assert(
    fc.property(any, fc.uint8Array({ maxLength: 30 }), (wanted, bytes) => {
      const result = found(wanted, [...bytes]);
      if (Array.isArray(result)) expect(result[1]).toBeLessThanOrEqual(bytes.length);
    }),
  );
});
