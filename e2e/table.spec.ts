/** A reader who hears the page, or compares numbers, has the ladder as a table. */
import { expect, openSample, test, viewSwitch } from "./fixtures.ts";

test("the table has the ladder's packets in the ladder's order, and its choice", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  const names = await page
    .getByRole("figure", { name: /^Flow graph/ })
    .getByRole("option")
    .allTextContents();
  await (await viewSwitch(page, "As a table")).check();
  await page.keyboard.press("Escape");
  const table = page.getByRole("grid", { name: /^Flow graph: .*, as a table$/ });
  await expect(page.getByRole("figure", { name: /^Flow graph/ })).toHaveCount(0);
  const rows = table.locator("[data-row]");
  const numbers = await rows.evaluateAll((all) => all.map((row) => Number(row.getAttribute("data-row"))));
  expect(numbers.length).toBeGreaterThan(10);
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  expect(Number(await table.getAttribute("aria-rowcount"))).toBeGreaterThanOrEqual(names.length);
  const second = rows.nth(1).getByRole("gridcell");
  await expect(second).toHaveText([/^2$/, /^0\.0215\d+$/, /:\d+$/, /:\d+$/, "SYN, ACK", "0", "1", ""]);

  await rows.nth(2).click();
  await expect(rows.nth(2)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(3)).toHaveAttribute("aria-selected", "true");
  await expect(table).toHaveAttribute("aria-activedescendant", (await rows.nth(3).getAttribute("id"))!);
  await expect(
    page.getByRole("grid", { name: "Packets", exact: true }).locator("[aria-selected=true]"),
  ).toHaveAttribute("data-row", String(numbers[3]));
  await page.keyboard.press("n");
  await expect(table.locator("[aria-selected=true]").getByRole("gridcell").last()).not.toBeEmpty();

  await page.keyboard.press("g");
  await expect(page.getByRole("figure", { name: /^Flow graph/ })).toBeVisible();
});

test("notes have a column of the table, once there are some", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("");
  await openSample(page, "lost-segment");
  await (await viewSwitch(page, "As a table")).check();
  await page.keyboard.press("Escape");
  const table = page.getByRole("grid", { name: /^Flow graph: .*, as a table$/ });
  await expect(table).toHaveAttribute("aria-colcount", "8");
  await table.locator('[data-row="1"]').click();
  await page.keyboard.press("w");
  await page
    .getByRole("dialog", { name: /^Note on / })
    .getByLabel("Text")
    .fill("The answer.\nIn time.");
  await page.keyboard.press("Control+Enter");
  await expect(table).toHaveAttribute("aria-colcount", "9");
  await expect(table.getByRole("columnheader").last()).toHaveText("Note");
  await expect(table.locator('[data-row="1"]').getByRole("gridcell").last()).toHaveText("The answer. In time.");
});
