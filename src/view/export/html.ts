/**
 * A part of a ladder as one page of HTML that needs nothing else and runs nothing: the picture in both schemes, of which the
 * reader's shows, and the packets as a table.
 */
import { htmlTableLines, htmlText } from "../../core/ladder/export/html.ts";
import { type LadderPart, readPart } from "../../core/ladder/export/part.ts";
import { figureName } from "../ladder/words.ts";
import pageStyle from "./html-page.css?raw";
import type { Paints } from "./part-painter.ts";
import { connectionOfPart } from "./parts.ts";
import { pictureOf } from "./picture.ts";
import { textFile } from "./text-file.ts";
import { tableHeads } from "./text-lines.ts";

interface Page {
  /** What the picture shows, and what the table does. */
  readonly pictured: LadderPart;
  readonly whole: LadderPart;
  readonly paints: Paints;
  /** Name of the capture. */
  readonly file: string;
  readonly language: string;
}

/** The page's tokens that its style sheet uses, each with the values for both schemes. */
const TOKENS = ["--panel", "--ink", "--ink-2", "--hair", "--line", "--hover", "--alert", "--c2s-ink", "--s2c-ink"];

/** Nothing may run in it or be fetched by it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** Writes the page. */
export function htmlOf(page: Page): Promise<Blob> {
  return textFile(linesOf(page), "\n", "text/html");
}

function* linesOf({ pictured, whole, paints, file, language }: Page): Generator<string> {
  const { t } = paints;
  const name = figureName(t, whole.content, connectionOfPart(whole));
  const title = htmlText(t("export.printed", { file, what: name }));
  const count = whole.end - whole.first;
  const most = pictured.end - pictured.first;
  const drawn = most < count ? ` ${htmlText(t("export.html.drawn", { most }))}` : "";
  yield "<!doctype html>";
  yield `<html lang="${htmlText(language)}">`;
  yield `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${htmlText(POLICY)}">`;
  yield `<meta name="viewport" content="width=device-width"><title>${title}</title>`;
  yield `<style>${styleOf()}</style></head>`;
  yield `<body><main><h1>${title}</h1><p>${htmlText(t("export.html.packets", { count }))}.${drawn}</p>`;
  for (const scheme of ["light", "dark"] as const) {
    // The picture's own title names it.
    yield `<figure class="${scheme}">${pictureOf(pictured, paints, scheme).svg}</figure>`;
  }
  yield '<div class="scrolls" tabindex="0">';
  yield* htmlTableLines(readPart(whole), tableHeads(t), t("export.html.table"));
  yield "</div></main></body></html>";
}

function styleOf(): string {
  const page = getComputedStyle(document.documentElement);
  const tokens = TOKENS.map((token) => `${token}:${page.getPropertyValue(token).trim()};`);
  return `:root{color-scheme:light dark;${tokens.join("")}font-family:${page.getPropertyValue("--font-ui").trim()}}\n${pageStyle}`;
}
