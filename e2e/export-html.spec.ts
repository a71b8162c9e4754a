/** The ladder as one page of HTML, opened by the browser: it needs nothing else, runs nothing, and holds what the ladder shows. */
import { copyFileSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

/** Saves the open ladder as HTML, at a path that ends so. */
async function saved(page: Page, path: string): Promise<string> {
  await page.getByRole("button", { name: "Export the flow graph" }).click();
  const sheet = page.getByRole("dialog", { name: "Export the flow graph" });
  await whenIdle(page);
  await sheet.getByRole("radio", { name: /^HTML / }).check();
  const download = page.waitForEvent("download");
  await sheet.getByRole("button", { name: "Save" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/-flow(-0)?\.html$/);
  copyFileSync(await file.path(), path);
  return path;
}

test("the page has the ladder's arrows in its picture, and its packets in its table", async ({
  page,
  context,
}, info) => {
  await page.goto("");
  await openSample(page, "handshake");
  const options = page.getByRole("figure", { name: /^Flow graph/ }).getByRole("option");
  const names = await options.evaluateAll((all) => all.map((arrow) => arrow.getAttribute("aria-label") ?? ""));
  expect(names).toHaveLength(11);
  const path = await saved(page, info.outputPath("handshake.html"));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("g");
  const cells = await page
    .getByRole("grid", { name: /as a table$/ })
    .getByRole("row")
    .evaluateAll((rows) => rows.slice(1).map((row) => Array.from(row.children, ({ textContent }) => textContent)));

  const reader = await context.newPage();
  await reader.goto(pathToFileURL(path).href);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText(
    /^handshake\.pcapng: Flow graph: 192\.0\.2\.10 port /,
  );
  const rows = reader.getByRole("table", { name: "The packets, one a row" }).locator("tbody tr");
  const written = await rows.evaluateAll((all) =>
    all.map((row) => Array.from(row.children, ({ textContent }) => textContent)),
  );
  expect(written).toEqual(cells.map((row) => row.slice(0, 8)));
  const texts = await reader.getByRole("img").locator("text").allTextContents();
  for (const name of names) {
    const [, flags] = /(?:client to server|server to client), (.*), \d+ bytes?,/.exec(name) ?? [];
    expect(texts.some((text) => text.startsWith(flags!))).toBe(true);
  }
  for (const number of ["1", "11"]) expect(texts).toContain(number);
  expect(readFileSync(path, "utf8")).not.toMatch(/<script|\son\w+=|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
});

test("it is light or dark as its reader is, and breaks no rule that axe knows", async ({ page, context }, info) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  const path = await saved(page, info.outputPath("lost.html"));
  const reader = await context.newPage();
  const shown: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await reader.emulateMedia({ colorScheme });
    await reader.goto(pathToFileURL(path).href);
    await expect(reader.getByRole("img")).toHaveCount(1);
    shown.push(
      await reader
        .getByRole("img")
        .locator("rect")
        .first()
        .evaluate((ground) => getComputedStyle(ground).fill),
    );
    await expectAccessible(reader);
  }
  expect(shown).toEqual(["rgb(255, 255, 255)", "rgb(22, 23, 25)"]);
});
