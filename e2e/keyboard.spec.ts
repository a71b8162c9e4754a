/** A reader without a pointer opens a capture, chooses, measures and exports. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { dist, expect, test, whenIdle } from "./fixtures.ts";

const sample = join(dist, "samples/lost-segment.pcap");

/** Presses a key until something has the focus; fails when it never gets it. */
async function pressUntilFocused(page: Page, key: string, target: Locator, most = 40): Promise<void> {
  for (let pressed = 0; pressed < most; pressed++) {
    if (await target.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

test("everything from opening to saving is done by keys", async ({ page }) => {
  const chooser = page.waitForEvent("filechooser");
  await page.goto("");
  await expect(page.getByRole("button", { name: /^Open/ }).first()).toBeVisible();
  await page.keyboard.press("o");
  await (await chooser).setFiles(sample);
  await whenIdle(page);

  const connections = page.getByRole("listbox", { name: "Connections" });
  await pressUntilFocused(page, "F6", connections);
  await page.keyboard.press("Home");
  await expect(connections.getByRole("option", { name: /^All TCP packets/ })).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(connections.getByRole("option", { name: /^192\.0\.2\.10/ })).toHaveAttribute("aria-selected", "true");

  const ladder = page.getByRole("listbox", { name: "Packets of the flow graph" });
  await pressUntilFocused(page, "F6", ladder);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(ladder).toHaveAttribute("aria-activedescendant", /./);
  await page.keyboard.press("Home");
  for (let step = 0; step < 3; step++) await page.keyboard.press("Shift+ArrowDown");
  const footer = page.getByRole("contentinfo");
  await expect(footer).toContainText("4 packets");
  await expect(footer).toContainText("1,448 bytes");

  await page.keyboard.press("s");
  const sheet = page.getByRole("dialog", { name: "Export the flow graph" });
  await expect(sheet).toBeVisible();
  await whenIdle(page);
  const formats = sheet.getByRole("radio", { name: /^CSV / });
  await pressUntilFocused(page, "Tab", sheet.getByRole("radio", { name: /^SVG / }));
  while (!(await formats.isChecked())) await page.keyboard.press("ArrowDown");
  const range = sheet.getByRole("radio", { name: / 4 packets$/ });
  await page.keyboard.press("Tab");
  while (!(await range.isChecked())) await page.keyboard.press("ArrowDown");
  const download = page.waitForEvent("download");
  await pressUntilFocused(page, "Tab", sheet.getByRole("button", { name: "Save" }));
  await page.keyboard.press("Enter");
  const lines = readFileSync(await (await download).path(), "utf8")
    .trim()
    .split("\r\n");
  // The head, and what is chosen.
  expect(lines.map((line) => line.split(",")[0])).toEqual(["number", "1", "2", "3", "4"]);
  await page.keyboard.press("Escape");
  await expect(sheet).not.toBeVisible();

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog").getByText("save, copy or print the flow graph")).toBeVisible();
});
