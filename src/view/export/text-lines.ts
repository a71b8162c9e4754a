/** The lines of each format that is text, with the heads of tables in the reader's language. */
import type { TFunction } from "i18next";
import { alignedLines } from "../../core/ladder/export/aligned-text.ts";
import { csvLines } from "../../core/ladder/export/csv.ts";
import { jsonLines } from "../../core/ladder/export/json.ts";
import { type MarkdownColumn, markdownLines } from "../../core/ladder/export/markdown.ts";
import { mermaidLines } from "../../core/ladder/export/mermaid.ts";
import { type LadderPart, readPart } from "../../core/ladder/export/part.ts";
import { plantumlLines } from "../../core/ladder/export/plantuml.ts";
import { wiresharkLines } from "../../core/ladder/export/wireshark-text.ts";
import type { TextId } from "./formats.ts";

/** Without line ends. */
export function textLines(id: TextId, part: LadderPart, t: TFunction): Iterable<string> {
  const heads = { number: t("ladder.number"), time: t("ladder.time") };
  switch (id) {
    case "text":
      return alignedLines(readPart(part), heads);
    case "wireshark":
      return wiresharkLines(part);
    case "markdown":
      return markdownLines(readPart(part), tableHeads(t));
    case "mermaid":
      return mermaidLines(readPart(part));
    case "plantuml":
      return plantumlLines(readPart(part));
    case "csv":
      return csvLines(readPart(part));
    case "json":
      return jsonLines(readPart(part), part.content);
  }
}

/** The heads of a table of packets. */
export const tableHeads = (t: TFunction): Readonly<Record<MarkdownColumn, string>> => ({
  number: t("ladder.number"),
  time: t("ladder.time"),
  source: t("export.columns.source"),
  destination: t("export.columns.destination"),
  label: t("export.columns.label"),
  seq: t("export.columns.seq"),
  ack: t("export.columns.ack"),
  finding: t("export.columns.finding"),
  note: t("export.columns.note"),
});

/** What ends a line: RFC 4180 wants both characters. */
export const lineEnd = (id: TextId) => (id === "csv" ? "\r\n" : "\n");
