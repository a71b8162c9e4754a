import fc from "fast-check";
import { expect, it } from "vitest";
import { xmlText } from "./svg-markup.ts";

/** Of any code points, halves of pairs included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes));

it("writes what would be markup as numbers", () => {
  expect(xmlText(`<a href="b">&`)).toBe("&#60;a href=&#34;b&#34;&#62;&#38;");
});

it("leaves nothing that XML 1.0 §2.2 has no place for, and gives the rest back", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const written = xmlText(text);
      // Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF]
      expect(written).toMatch(/^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u);
      expect(written).not.toMatch(/[<>"]|&(?!#\d+;)/);
      const read = written.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
      expect([...read]).toHaveLength([...text].length);
    }),
  );
});
