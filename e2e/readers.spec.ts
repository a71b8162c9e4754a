/** What the ladder is exported as is read by the programs that such files are for. */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

/** Saves the open ladder in a format, given by the name on its button; gives the file's path. */
async function exported(page: Page, format: string): Promise<string> {
  await page.getByRole("button", { name: "Export the flow graph" }).click();
  const sheet = page.getByRole("dialog", { name: "Export the flow graph" });
  await whenIdle(page);
  await sheet.getByRole("radio", { name: new RegExp(`^${format} `) }).check();
  const download = page.waitForEvent("download");
  await sheet.getByRole("button", { name: "Save" }).click();
  return (await download).path();
}

/** The labels of the arrows in the ladder, from the first to the last. */
const labelsOf = async (page: Page) => {
  const names = await page
    .getByRole("figure", { name: /^Flow graph/ })
    .getByRole("option")
    .evaluateAll((all) => all.map((arrow) => arrow.getAttribute("aria-label") ?? ""));
  return names.map((name) => /(?:client to server|server to client), (.*), \d+ bytes?,/.exec(name)?.[1] ?? name);
};

/** As much of mermaid as is used. */
interface Mermaid {
  readonly initialize: (settings: object) => void;
  readonly render: (id: string, text: string) => Promise<{ readonly svg: string }>;
}

test("mermaid draws its sequence diagram: the hosts, and an arrow for each of the ladder's", async ({
  page,
  context,
}) => {
  await page.goto("");
  await openSample(page, "handshake");
  const labels = await labelsOf(page);
  expect(labels).toHaveLength(11);
  const text = readFileSync(await exported(page, "Mermaid"), "utf8");
  const reader = await context.newPage();
  await reader.addScriptTag({ path: createRequire(import.meta.url).resolve("mermaid/dist/mermaid.min.js") });
  const drawn = await reader.evaluate(async (diagram) => {
    const { mermaid } = window as unknown as { mermaid: Mermaid }; // what the script leaves in the page
    mermaid.initialize({ startOnLoad: false });
    const { svg } = await mermaid.render("diagram", diagram);
    const picture = new DOMParser().parseFromString(svg, "text/html");
    const texts = (wanted: string) => Array.from(picture.querySelectorAll(wanted), ({ textContent }) => textContent);
    return { messages: texts(".messageText"), actors: texts("text.actor") };
  }, text);
  expect(new Set(drawn.actors)).toEqual(new Set(["192.0.2.10", "198.51.100.20"]));
  expect(drawn.messages).toHaveLength(labels.length);
  for (const [index, label] of labels.entries()) expect(drawn.messages[index]).toContain(label);
});

test("poppler reads every packet's row from the PDF, in order", async ({ page }) => {
  test.skip(spawnSync("pdftotext", ["-v"]).error !== undefined, "pdftotext of poppler is not installed");
  await page.goto("");
  await openSample(page, "handshake");
  const labels = await labelsOf(page);
  const lines = execFileSync("pdftotext", ["-layout", await exported(page, "PDF"), "-"])
    .toString()
    .split("\n");
  const rows = lines.filter((line) => /^ *\d+ +\d+\.\d{6,9} /.test(line));
  expect(rows.map((line) => Number.parseInt(line, 10))).toEqual(labels.map((_, index) => index + 1));
  for (const [index, label] of labels.entries()) expect(rows[index]).toContain(label);
  expect(lines.join("\n")).toMatch(/192\.0\.2\.10 +198\.51\.100\.20/);
});

test("a browser draws the SVG by itself, each label where it is read", async ({ page, context }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const labels = await labelsOf(page);
  const path = await exported(page, "SVG");
  const reader = await context.newPage();
  await reader.setContent(readFileSync(path, "utf8"));
  const tops = await Promise.all(
    labels.map(async (label, index) => {
      const same = labels.slice(0, index).filter((other) => other === label).length;
      const box = await reader
        .locator("svg text")
        .filter({ hasText: new RegExp(`^${label}`) })
        .nth(same)
        .boundingBox();
      expect(box?.width).toBeGreaterThan(10);
      return box!.y;
    }),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
});
