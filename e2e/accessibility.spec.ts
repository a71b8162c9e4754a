/** No screen breaks a rule that axe knows, in either theme and on a wide and a narrow screen. */
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

/**
 * Expert, conversations, columns, colouring rules, export, note, names, link, help. The reference, whose thousands of
 * entries are alike, has a test of its own with a few of them.
 */
const SHEET_KEYS = ["x", "c", "Shift+C", "Shift+X", "s", "w", "e", "l", "?"];

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.slow();
      test.use({ colorScheme, viewport });

      test("the start page", async ({ page }) => {
        await page.goto("");
        await expectAccessible(page);
      });

      test("the workbench", async ({ page }) => {
        await page.goto("");
        await openSample(page, "handshake");
        await expectAccessible(page);
      });

      test("the ladder as a table, and its menu", async ({ page }) => {
        await page.goto("");
        await openSample(page, "handshake");
        await (await viewSwitch(page, "As a table")).check();
        await expectAccessible(page);
      });

      test("every sheet of the workbench", async ({ page }) => {
        await page.goto("");
        await openSample(page, "lost-segment");
        await page.getByRole("listbox", { name: "Packets of the flow graph" }).focus();
        await page.keyboard.press("n");
        for (const key of SHEET_KEYS) {
          await page.keyboard.press(key);
          const sheet = page.locator("dialog[open]");
          await expect(sheet, key).toBeVisible();
          await whenIdle(page);
          await expectAccessible(page, "dialog[open]");
          await page.keyboard.press("Escape");
          await expect(sheet, key).toBeHidden();
        }
      });

      test("the ladder folded, to scale, and the packet asked for", async ({ page }) => {
        await page.goto("");
        await openSample(page, "lost-segment");
        for (const key of ["Shift+F", "t", "Control+g"]) {
          await page.keyboard.press(key);
          await whenIdle(page);
          await expectAccessible(page);
        }
      });

      test("pasting text", async ({ page }) => {
        await page.goto("");
        await page.getByRole("button", { name: "Paste tcpdump output" }).click();
        await expect(page.locator("dialog[open]")).toBeVisible();
        await expectAccessible(page, "dialog[open]");
      });

      test("a capture without TCP", async ({ page }) => {
        await page.goto("#sample=dns");
        await whenIdle(page);
        await expectAccessible(page);
        await page.keyboard.press("h");
        await expect(page.getByRole("dialog", { name: "Lifelines" })).toBeVisible();
        await expectAccessible(page, "dialog[open]");
      });

      test("a file that is no capture", async ({ page }) => {
        await page.goto("");
        await page.getByLabel("Open capture").setInputFiles({
          name: "notes.pdf",
          mimeType: "application/pdf",
          buffer: Buffer.from("%PDF-1.7 notes"),
        });
        await whenIdle(page);
        await expect(page.getByRole("alert")).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}
