/** What leaves the page looks as the ladder does: to scale, folded, with columns beside the arrows and with notes. */
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

test.use({ viewport: { width: 1440, height: 3000 } }); // high enough that all rows are drawn

const sheet = (page: Page) => page.getByRole("dialog", { name: "Export the flow graph" });

/** Saves the ladder in a format, by the name on its button; gives the file. */
async function saveAs(page: Page, format: string): Promise<Buffer> {
  if (!(await sheet(page).isVisible())) await page.getByRole("button", { name: "Export the flow graph" }).click();
  await whenIdle(page);
  await sheet(page)
    .getByRole("radio", { name: new RegExp(`^${format} `) })
    .check();
  const download = page.waitForEvent("download");
  await sheet(page).getByRole("button", { name: "Save" }).click();
  const file = readFileSync(await (await download).path());
  await page.keyboard.press("Escape");
  return file;
}

/** Writes a note on a packet. */
async function note(page: Page, number: number, text: string): Promise<void> {
  await page
    .locator(`[role="row"][data-row="${number - 1}"]`)
    .first()
    .click();
  await page.keyboard.press("w");
  await page
    .getByRole("dialog", { name: /^Note on / })
    .getByLabel("Text")
    .fill(text);
  await page.keyboard.press("Control+Enter");
  await whenIdle(page);
}

/** The words of arrows that show, sorted, and how far each arrow that slants falls, from the first one on. */
const arrowsIn = (page: Page, groups: string) =>
  page.locator(groups).evaluateAll((all) => {
    const shown = all.flatMap((group) =>
      [...group.querySelectorAll("text")].filter((text) => {
        const { display, fill } = getComputedStyle(text);
        return display !== "none" && fill !== "none"; // what lies below words in pictures is their halo
      }),
    );
    const falls = all.flatMap((group) => {
      const line = [...group.querySelectorAll("path")].find((path) =>
        /^M[-\d. ]+H[-\d.]+$/.test(path.getAttribute("d") ?? ""),
      );
      const matrix = line?.getScreenCTM();
      if (!line || !matrix) return [];
      const [from, to] = [0, line.getTotalLength()].map((at) => line.getPointAtLength(at).matrixTransform(matrix).y);
      return [Math.round(Math.abs(to! - from!))]; // both were measured
    });
    return {
      count: all.length,
      words: shown
        .map(({ textContent }) => textContent)
        .filter(Boolean)
        .sort(),
      falls,
    };
  });

const SLANTED = "svg g:has(> path[transform^=rotate])";

test("a picture of a ladder to scale has all of its arrows as they fall, and its idle times", async ({
  page,
  context,
}) => {
  await page.goto("");
  await openSample(page, "zero-window");
  await page.keyboard.press("t");
  await whenIdle(page);
  const shown = await arrowsIn(page, "figure [role=option]");
  const markup = (await saveAs(page, "SVG")).toString();
  const picture = await context.newPage();
  await picture.setContent(markup);
  const drawn = await arrowsIn(picture, SLANTED);
  expect(drawn.count).toBe(40);
  expect(drawn.words).toEqual(shown.words);
  expect(drawn.falls).toHaveLength(40);
  expect(drawn.falls).toEqual(shown.falls);
  expect(Math.min(...drawn.falls)).toBeGreaterThan(8);
  // tshark: packet 16 at 0.151440 s, packet 17 at 0.385050 s. In strong letters, as on the screen.
  expect(markup).toMatch(/font-weight="600"[^>]*>0\.233610 s without a packet</);
  const png = await saveAs(page, "PNG");
  const [, width, height] = /width="(\d+)" height="([\d.]+)"/.exec(markup) ?? [];
  // IHDR, PNG specification §11.2.2
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Number(width) * 2, Math.round(Number(height) * 2)]);
});

test("sheets of a ladder to scale hold all that is drawn of their rows", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.keyboard.press("t");
  await whenIdle(page);
  const { words } = await arrowsIn(page, "figure [role=option]");
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const pieces = page.locator("body > div > table tbody svg");
  expect(await pieces.count()).toBeGreaterThan(2);
  const printed = await pieces.evaluateAll((all) =>
    all.map((svg) => {
      const around = svg.getBoundingClientRect();
      const arrows = [...svg.querySelectorAll("g:has(> path[transform^=rotate])")];
      const boxes = arrows.flatMap((group) => [...group.children].map((part) => part.getBoundingClientRect()));
      return {
        outside: boxes.filter(({ top, bottom }) => top < around.top - 1 || bottom > around.bottom + 1).length,
        words: arrows.flatMap((group) => [...group.querySelectorAll("text")].map(({ textContent }) => textContent)),
      };
    }),
  );
  expect(printed.map(({ outside }) => outside)).toEqual(printed.map(() => 0));
  const halo = new Set(printed.flatMap((piece) => piece.words)); // words with a halo are there twice
  expect([...halo].sort()).toEqual([...new Set(words)].sort());
});

test("a folded ladder is folded in pictures, and whole in tables", async ({ page, context }) => {
  await page.goto("");
  await openSample(page, "download");
  const options = page.locator("figure [role=option]");
  const lines = await options.count();
  const markup = (await saveAs(page, "SVG")).toString();
  expect(markup).toContain("each acknowledged");
  expect(markup).not.toMatch(/>16<\/text>/);
  const picture = await context.newPage();
  await picture.setContent(markup);
  const heights = await picture.locator("svg").evaluateAll(([svg]) => Number(svg?.getAttribute("height")));
  const ladder = await page.getByRole("listbox", { name: "Packets" }).locator("svg").first().getAttribute("height");
  expect(Math.abs(heights - Number(ladder))).toBeLessThan(80);
  const rows = (await saveAs(page, "CSV")).toString().trim().split("\r\n");
  expect(rows.length - 1).toBeGreaterThan(lines);
  expect(rows.some((row) => row.startsWith("16,"))).toBe(true);
});

test("columns, missing bytes and notes are in pictures, and notes in tables", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("checkbox", { name: "In flight" }).check();
  await page.keyboard.press("Escape");
  await note(page, 4, "The request.\nIt is short.");
  await whenIdle(page);
  const missing = await page.locator("figure svg text", { hasText: /sent again in packet/ }).allTextContents();
  expect(missing.length).toBeGreaterThan(0);
  const markup = (await saveAs(page, "SVG")).toString();
  for (const words of [...missing, "In flight, B", "Packet 4", "The request.", "It is short."]) {
    expect(markup.includes(`>${words}<`), words).toBe(true);
  }
  const streams = (await saveAs(page, "PDF"))
    .toString("latin1")
    .matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n([\s\S]*?)\r?\nendstream/g);
  const sheets = Array.from(streams, ([, packed]) => inflateSync(Buffer.from(packed!, "latin1")).toString("latin1"));
  const texts = sheets.filter((content) => content.includes(" Tj"));
  expect(texts.at(-1)).toContain("(It is short.) Tj");
  const csv = (await saveAs(page, "CSV")).toString();
  expect(csv.split("\r\n")[0]).toMatch(/,note$/);
  expect(csv).toContain('"The request.\nIt is short."\r\n');
  expect((await saveAs(page, "Markdown")).toString()).toContain("| The request. It is short. |");
});
