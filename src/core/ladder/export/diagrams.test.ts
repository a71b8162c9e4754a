/**
 * Mermaid and PlantUML, held to the part of their grammars that is written here: read strictly, with every character
 * that could mean something left out of what a text may hold.
 */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mermaidLines, mermaidText } from "./mermaid.ts";
import { oneLine } from "./part.ts";
import { exchangeBetween } from "./part-for-tests.ts";
import { plantumlLines, plantumlText } from "./plantuml.ts";

/** Of any code points, halves of pairs included. */
const anyText = fc.array(fc.integer({ min: 0, max: 0x10ffff })).map((codes) => String.fromCodePoint(...codes));

const SIGNS = /^[|:;#"'\\\r\n%{}<>&*_~/=\-[\]$^@!a1wrap ]*$/;
const anyName = fc.oneof(fc.string(), anyText, fc.stringMatching(SIGNS));

/** What a text is expected to read as: one line, and never nothing. */
const shown = (text: string) => oneLine(text).trim() || "?";

describe("Mermaid", () => {
  // Mermaid's sequenceDiagram.jison: a text ends at `;` and at a line's end, `#` begins an entity (encodeEntities).
  const TEXT = String.raw`(?:[^#;<>&"'\x60\\%$\{\}*_~^@\x00-\x1f\x7f-\x9f\u2028\u2029]|#\d+;)+`;
  const LINE = new RegExp(`^(?:sequenceDiagram|  participant h\\d+ as ${TEXT}|  h\\d+->>h\\d+: ${TEXT})$`, "u");
  const decoded = (text: string) => text.replace(/#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));

  it("has a participant for each end, and an arrow for each packet", () => {
    expect([...mermaidLines(exchangeBetween("10.0.0.1", "fe80::2"))]).toEqual([
      "sequenceDiagram",
      "  participant h0 as 10.0.0.1",
      "  participant h1 as fe80::2",
      "  h0->>h1: 1 · 0.000000 · 40000 → 80 · SYN · Seq = 0",
      "  h1->>h0: 2 · 0.046841 · 80 → 40000 · PSH, ACK - Len: 725 · Seq = 1 Ack = 1",
    ]);
  });

  it("keeps to its grammar whatever the names are", () => {
    fc.assert(
      fc.property(anyName, anyName, (client, server) => {
        for (const line of mermaidLines(exchangeBetween(client, server))) expect(line).toMatch(LINE);
      }),
    );
  });

  it("means every sign as itself", () => {
    fc.assert(
      fc.property(anyName, (text) => {
        expect(decoded(mermaidText(text))).toBe(shown(text));
      }),
    );
  });

  it("wraps nothing by itself", () => {
    expect(mermaidText("wrap: me")).toBe("#119;rap: me");
    expect(mermaidText(":nowrap: me")).toBe("#58;nowrap: me");
  });
});

describe("PlantUML", () => {
  // Signs that stand for themselves by the language reference's chapters on Creole, preprocessing and unicode.
  const TEXT = String.raw`(?:<U\+[0-9A-F]{4}>|[^"<>\\~%$&|#'[\]{}^\x00-\x1f\x7f-\x9f\u2028\u2029])+`;
  const LINE = new RegExp(`^(?:@startuml|participant "${TEXT}" as h\\d+|h\\d+ -> h\\d+ : ${TEXT}|@enduml)$`, "u");
  const decoded = (text: string) =>
    text.replace(/<U\+([0-9A-F]{4})>/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

  it("has a participant for each end, and an arrow for each packet", () => {
    expect([...plantumlLines(exchangeBetween("10.0.0.1", 'say "fe80::2"'))]).toEqual([
      "@startuml",
      'participant "10.0.0.1" as h0',
      'participant "say <U+0022>fe80::2<U+0022>" as h1',
      "h0 -> h1 : 1 · 0.000000 · 40000 → 80 · SYN · Seq = 0",
      "h1 -> h0 : 2 · 0.046841 · 80 → 40000 · PSH, ACK - Len: 725 · Seq = 1 Ack = 1",
      "@enduml",
    ]);
  });

  it("keeps to its grammar whatever the names are", () => {
    fc.assert(
      fc.property(anyName, anyName, (client, server) => {
        for (const line of plantumlLines(exchangeBetween(client, server))) {
          expect(line).toMatch(LINE);
          expect(line).not.toMatch(/([*/_=-])\1/);
        }
      }),
    );
  });

  it("means every sign as itself", () => {
    fc.assert(
      fc.property(anyName, (text) => {
        expect(decoded(plantumlText(text))).toBe(shown(text));
      }),
    );
  });
});
