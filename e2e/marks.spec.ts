/** A reader marks packets, lets times count from one of them, and dims what a filter does not take. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const field = (page: Page) => page.getByRole("search").getByRole("combobox", { name: "Display filter" });
const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
const cell = (page: Page, number: number, column: number) => row(page, number).getByRole("gridcell").nth(column);
const arrows = (page: Page) => page.getByRole("listbox", { name: "Packets of the flow graph" }).getByRole("option");
const arrow = (page: Page, number: number) => arrows(page).and(page.locator(`[data-frame="${number}"]`));
const footer = (page: Page) => page.getByRole("contentinfo");

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
});

test("packets are marked by key and menu, stepped through, filtered by, and unmarked", async ({ page }) => {
  await row(page, 4).click();
  await page.keyboard.press("Control+m");
  await expect(cell(page, 4, 1)).toHaveText("4 marked");
  await expect(arrow(page, 4)).toHaveAccessibleName(/, marked$/);
  await row(page, 6).click({ button: "right" });
  await page.getByRole("menuitem", { name: "Mark the packet" }).click();
  await expect(footer(page).getByRole("button", { name: "2 packets marked" })).toBeVisible();

  await page.keyboard.press("m");
  await expect(row(page, 6)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("m");
  await expect(row(page, 4)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+Shift+b");
  await expect(row(page, 6)).toHaveAttribute("aria-selected", "true");

  await page.keyboard.press("/");
  await field(page).fill("frame.marked == 1");
  await field(page).press("Enter");
  await whenIdle(page);
  await expect(arrows(page)).toHaveCount(2);
  await footer(page).getByRole("button", { name: "Take all marks away" }).click();
  await expect(page.getByText("No packet matches.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(arrows(page)).toHaveCount(2);
});

test("all packets that show are marked, and exported alone", async ({ page }) => {
  await page.keyboard.press("/");
  await field(page).fill("tcp.len > 0");
  await field(page).press("Enter");
  await whenIdle(page);
  await row(page, 4).click();
  await page.keyboard.press("Control+Shift+m");
  await expect(footer(page).getByRole("button", { name: "2 packets marked" })).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).first().click();
  await whenIdle(page);
  await expect(arrows(page)).toHaveCount(11);
  await row(page, 1).click();
  await page.keyboard.press("s");
  await page.getByRole("radio", { name: /^The marked packets 2 packets/ }).check();
  await page.getByRole("radio", { name: /^Text/ }).check();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save" }).click();
  const stream = await (await download).createReadStream();
  const text = (await stream.toArray()).join("");
  expect(text).toContain("PSH, ACK - Len: 70");
  expect(text).not.toContain("SYN");
});

test("times count from a packet in list, ladder and details, until they count from the begin again", async ({
  page,
}) => {
  await row(page, 6).click();
  await page.keyboard.press("r");
  await expect(cell(page, 6, 2)).toHaveText("*REF*");
  await expect(cell(page, 7, 2)).toHaveText("0.000018");
  await expect(cell(page, 5, 2)).toHaveText("0.041746");
  await expect(arrow(page, 6)).toContainText("*REF*");
  await expect(arrow(page, 7)).toContainText("0.000018");
  const details = page.getByRole("tree", { name: "Packet details" });
  await details.getByRole("treeitem", { name: /^Frame 6/ }).press("ArrowRight");
  await expect(details.getByRole("treeitem", { name: "This is a Time Reference frame" })).toBeVisible();

  await row(page, 8).click();
  await page.keyboard.press("Control+t");
  await expect(cell(page, 9, 2)).toHaveText("0.066988");
  await expect(footer(page).getByRole("button", { name: "2 time references" })).toBeVisible();
  await page.keyboard.press("Shift+R");
  await expect(cell(page, 8, 2)).toHaveText(/^0\.1/);
  await page.keyboard.press("Control+z");
  await expect(cell(page, 8, 2)).toHaveText("*REF*");
});

test("Shift+Enter dims what the filter does not take; the switch hides it", async ({ page }) => {
  await page.keyboard.press("/");
  await field(page).fill("tcp.len > 0");
  await whenIdle(page);
  await expect(cell(page, 4, 0)).toHaveText("matches the filter");
  await expect(arrow(page, 4)).toHaveAccessibleName(/, matches the filter$/);
  await field(page).press("Shift+Enter");
  await whenIdle(page);
  await expect(
    page.getByText("2 of 11 packets match, by the filter tcp.len > 0; the others are dimmed."),
  ).toBeVisible();
  await expect(arrows(page)).toHaveCount(11);
  await expect(cell(page, 5, 1)).toHaveCSS("opacity", "0.38");
  await expect(cell(page, 4, 1)).toHaveCSS("opacity", "1");
  await expect(arrow(page, 9)).toHaveAccessibleName(/, does not match the filter$/);
  const dims = page.getByRole("button", { name: "Dim the others" });
  await expect(dims).toHaveAttribute("aria-pressed", "true");
  await dims.click();
  await expect(arrows(page)).toHaveCount(2);
  await dims.click();
  await expect(arrows(page)).toHaveCount(11);
});

test("a link brings marks, references and dimming back", async ({ page }) => {
  await page.goto("about:blank");
  await page.goto("#sample=handshake&stream=0&packet=5&filter=tcp.len+%3E+0&dim=yes&marked=3,7-9&ref=6");
  await whenIdle(page);
  await expect(footer(page).getByRole("button", { name: "4 packets marked" })).toBeVisible();
  await expect(cell(page, 6, 2)).toHaveText("*REF*");
  await expect(arrows(page)).toHaveCount(11);
  await page.keyboard.press("l");
  await expect(page.getByLabel("Link to what is shown")).toHaveValue(/&dim=yes&marked=3%2C7-9&ref=6/);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("marks, references and diamonds break no rule that axe knows", async ({ page }) => {
      await row(page, 6).click();
      await page.keyboard.press("Control+m");
      await page.keyboard.press("r");
      await page.keyboard.press("/");
      await field(page).fill("tcp.len > 0");
      await whenIdle(page);
      await expectAccessible(page);
    });
  });
}
