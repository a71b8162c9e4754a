/** No screen breaks a rule that axe knows, in either theme and on a wide and a narrow screen. */
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport });

      test("the start page", async ({ page }) => {
        await page.goto("");
        await expectNoViolations(page);
      });

      test("the workbench", async ({ page }) => {
        await page.goto("");
        await openSample(page, "handshake");
        await expectNoViolations(page);
      });

      test("the ladder as a table, and its menu", async ({ page }) => {
        await page.goto("");
        await openSample(page, "handshake");
        await (await viewSwitch(page, "As a table")).check();
        await expectNoViolations(page);
      });

      test("a capture without TCP", async ({ page }) => {
        await page.goto("#sample=dns");
        await whenIdle(page);
        await expectNoViolations(page);
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
        await expectNoViolations(page);
      });
    });
  }
}
