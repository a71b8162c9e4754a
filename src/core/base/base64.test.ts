import fc from "fast-check";
import { expect, it } from "vitest";
import { fromBase64, toBase64 } from "./base64.ts";

it("has RFC 4648's own examples (§10)", () => {
  const examples = {
    "": "",
    f: "Zg==",
    fo: "Zm8=",
    foo: "Zm9v",
    foob: "Zm9vYg==",
    fooba: "Zm9vYmE=",
    foobar: "Zm9vYmFy",
  };
  for (const [plain, coded] of Object.entries(examples)) {
    expect(toBase64(Buffer.from(plain))).toBe(coded);
    expect(Buffer.from(fromBase64(coded)!).toString()).toBe(plain);
  }
});

it("agrees with Node, of any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 13_000, size: "max" }), (bytes) => {
      const coded = toBase64(bytes);
      expect(coded).toBe(Buffer.from(bytes).toString("base64"));
      expect(fromBase64(coded)).toEqual(Uint8Array.from(bytes));
    }),
    { numRuns: 10 },
  );
});

it.each(["Zg", "Zg=", "Z===", "Zm9$", "Zm 9", "====", "Zm=v"])("takes %s for no base64", (text) => {
  expect(fromBase64(text)).toBeNull();
});

it("never throws", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bytes = fromBase64(text);
      expect(bytes === null || bytes instanceof Uint8Array).toBe(true);
    }),
  );
});
