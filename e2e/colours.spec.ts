/** Rows in colours: by rules in two sets of colours, by connection; in the list, in the ladder and in exports alike. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const listed = (page: Page, packet: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${packet - 1}"]`);
const drawn = (page: Page, packet: number) => page.locator(`figure [data-frame="${packet}"]`);

async function colourBy(page: Page, by: string): Promise<void> {
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("combobox", { name: "Colours" }).selectOption({ label: by });
  await page.keyboard.press("Escape");
  await whenIdle(page);
}

test("rules colour the list and the ladder, and say which", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await expect(listed(page, 1)).not.toHaveAttribute("title");
  await colourBy(page, "By rules, in Wireshark's colours");
  await expect(listed(page, 2)).toHaveAccessibleDescription("Colouring rule HTTP");
  await expect(listed(page, 2)).toHaveCSS("background-color", "rgb(228, 255, 199)");
  await expect(drawn(page, 2)).toHaveAccessibleName(/, Colouring rule HTTP$/);
  await page.keyboard.press("n"); // to the first finding; the one behind it is not chosen
  const bad = page.getByRole("option", { name: /Colouring rule Bad TCP/, selected: false }).first();
  await expect(bad.locator("text").filter({ hasText: /./ }).first()).toHaveCSS("fill", "rgb(247, 135, 135)");
  await colourBy(page, "By direction");
  await expect(page.getByRole("option", { name: /Colouring rule/ })).toHaveCount(0);
  await expect(page.locator("[role=row][title]")).toHaveCount(0);
});

test("rules that ask for a packet's bytes colour what was read", async ({ page }) => {
  await page.goto("");
  await openSample(page, "ipv6");
  await colourBy(page, "By rules, in our colours");
  await expect(listed(page, 3)).toHaveAccessibleDescription(/^Colouring rule /);
});

test("connections have stripes with numbers", async ({ page }) => {
  await page.goto("");
  await openSample(page, "refused");
  await colourBy(page, "By connection");
  await page
    .getByRole("listbox", { name: "Connections" })
    .getByRole("option", { name: /All TCP packets/ })
    .click();
  await expect(listed(page, 1)).toHaveAccessibleDescription("TCP stream 0");
  await expect(drawn(page, 1)).toHaveAccessibleName(/, TCP stream 0$/);
});

test("the choice is kept, and exports carry the colours", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await colourBy(page, "By rules, in Wireshark's colours");
  await page.reload();
  await openSample(page, "lost-segment");
  await expect(listed(page, 2)).toHaveAccessibleDescription("Colouring rule HTTP");
  await page.getByRole("button", { name: "Export the flow graph" }).click();
  const sheet = page.getByRole("dialog", { name: "Export the flow graph" });
  await sheet.getByRole("radio", { name: /^SVG / }).check();
  const download = page.waitForEvent("download");
  await sheet.getByRole("button", { name: "Save" }).click();
  const svg = readFileSync(await (await download).path(), "utf8");
  expect(svg).toContain("#e4ffc7");
  expect(svg).toContain("#12272e");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    for (const by of ["By rules, in our colours", "By rules, in Wireshark's colours"]) {
      test(`${by} breaks no rule that axe knows`, async ({ page }) => {
        await page.goto("");
        await openSample(page, "lost-segment");
        await colourBy(page, by);
        await expectAccessible(page, "figure", "[role=grid]");
      });
    }
  });
}
