import { expect, it } from "vitest";
import { htmlTableLines, htmlText } from "./html.ts";
import type { MarkdownColumn } from "./markdown.ts";
import { readPart } from "./part.ts";
import { EXCHANGE, exchangeBetween, partOf, textOf } from "./part-for-tests.ts";

const NAMES = ["number", "time", "source", "destination", "label", "seq", "ack", "finding", "note"] as const;
// Every column is called by its key.
const HEADS = Object.fromEntries(NAMES.map((name) => [name, name])) as Readonly<Record<MarkdownColumn, string>>;

it("is a table with a caption, heads and a row for each packet", () => {
  const lines = [...htmlTableLines(readPart(partOf(EXCHANGE)), HEADS, "Packets")];
  expect(lines[0]).toBe("<table><caption>Packets</caption>");
  expect(lines[1]).toContain('<th scope="col" class="number">number</th>');
  expect(lines[1]).not.toContain("note");
  expect(lines).toHaveLength(5);
  expect(lines[2]).toBe(
    '<tr class="client"><td class="number">1</td><td class="number">0.000000</td><td>10.0.0.1:40000</td>' +
      '<td>10.0.0.2:80</td><td>SYN</td><td class="number">0</td><td class="number"></td><td></td></tr>',
  );
  expect(lines[3]).toMatch(/^<tr class="server">.*<td>PSH, ACK - Len: 725<\/td>/);
});

it("lets no name become markup", () => {
  const text = textOf(htmlTableLines(exchangeBetween("<script>alert(1)</script>", '"&\u0007'), HEADS, "<b>"));
  expect(text).not.toMatch(/<script|<b>|alert\(1\)<\//);
  expect(text).toContain("&#60;script&#62;alert(1)&#60;/script&#62;:40000");
  expect(text).toContain("&#34;&#38;\ufffd:80");
});

it("keeps letters of any language, and half a pair of surrogates is no letter", () => {
  expect(htmlText("数据包 → ü")).toBe("数据包 → ü");
  expect(htmlText("a\ud800b")).toBe("a\ufffdb");
});
