/** Panels keep the sizes that a reader gave them, take the focus in turn, and change their places on narrow screens. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { dist, expect, openSample, test, whenIdle } from "./fixtures.ts";

const details = (page: Page) => page.getByRole("separator", { name: "Width of the details" });

test("a panel's size is kept over a reload", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const before = Number(await details(page).getAttribute("aria-valuenow"));
  await details(page).focus();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  const wider = Number(await details(page).getAttribute("aria-valuenow"));
  expect(wider).toBe(before + 32);
  await page.reload();
  await openSample(page, "handshake");
  await expect(details(page)).toHaveAttribute("aria-valuenow", String(wider));
  await details(page).dblclick();
  await expect(details(page)).toHaveAttribute("aria-valuenow", String(before));
});

test("F6 goes from panel to panel and comes round", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const focused = () => page.evaluate(() => document.activeElement?.closest("[data-panel]")?.textContent?.slice(0, 12));
  const seen: (string | undefined)[] = [];
  for (let step = 0; step < 12; step++) {
    await page.keyboard.press("F6");
    seen.push(await focused());
  }
  expect(new Set(seen).size).toBeGreaterThanOrEqual(5);
  expect(seen.indexOf(seen[0], 1)).toBeGreaterThan(0);
});

test("the theme is kept over a reload", async ({ page }) => {
  await page.goto("");
  const theme = page.getByRole("button", { name: /^Theme/ });
  await theme.click();
  const name = (await theme.getAttribute("aria-label")) ?? "";
  const chosen = await page.locator("html").getAttribute("data-theme");
  expect(chosen).toMatch(/^(light|dark)$/);
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("data-theme", chosen ?? "");
  await expect(page.getByRole("button", { name })).toBeVisible();
});

test("help lists the keys and closes by Escape", async ({ page }) => {
  await page.goto("");
  await whenIdle(page);
  await page.keyboard.press("?");
  const help = page.getByRole("dialog", { name: "Keyboard" });
  await expect(help).toContainText("next, previous panel");
  const commands = readFileSync(join(dist, "../src/view/shell/use-commands.ts"), "utf8");
  const letters = [...commands.matchAll(/case "([a-z])":/g)].map(([, letter]) => letter!.toUpperCase());
  expect(letters.length).toBeGreaterThan(20);
  expect(await help.locator("kbd").allTextContents()).toEqual(expect.arrayContaining(letters));
  await page.keyboard.press("Escape");
  await expect(help).toBeHidden();
});

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("help opens at its beginning", async ({ page }) => {
    await page.goto("");
    await whenIdle(page);
    await page.keyboard.press("?");
    await expect(page.getByRole("heading", { name: "Keyboard" })).toBeInViewport();
  });

  test("no key cap of help lies over the words beside it", async ({ page }) => {
    await page.goto("");
    await whenIdle(page);
    await page.keyboard.press("?");
    const rows = page.getByRole("dialog", { name: "Keyboard" }).locator("dl > div");
    await expect(rows.first()).toBeVisible();
    const covered = await rows.evaluateAll((all) =>
      all.filter((row) => {
        const words = row.querySelector("dd")?.getBoundingClientRect().left ?? 0;
        return [...row.querySelectorAll("kbd")].some((cap) => cap.getBoundingClientRect().right > words);
      }),
    );
    expect(covered).toEqual([]);
  });

  test("one panel shows at a time, and the ladder fits", async ({ page }) => {
    await page.goto("");
    await openSample(page, "handshake");
    const figure = page.getByRole("figure", { name: /^Flow graph/ });
    await expect(figure).toBeVisible();
    await expect(figure.locator('[data-frame="4"]')).toContainText("PSH, ACK - Len: 70");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("tab", { name: "Packets" }).click();
    await expect(page.getByRole("grid", { name: "Packets" })).toBeVisible();
    await expect(figure).toBeHidden();
    await page.getByRole("tab", { name: "Details" }).click();
    await expect(page.getByRole("tree", { name: "Packet details" })).toBeVisible();
  });
});
