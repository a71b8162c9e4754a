/** When what has the focus goes away by its own press, the focus goes to what is nearest to it, never to the bare page. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { dist, drop, expect, openSample, test, whenIdle } from "./fixtures.ts";

const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
const dialog = (page: Page, name: string | RegExp) => page.getByRole("dialog", { name });
const button = (within: Page | Locator, name: string) => within.getByRole("button", { name, exact: true });

async function press(page: Page, control: Locator): Promise<void> {
  await control.focus();
  await page.keyboard.press("Enter");
  await whenIdle(page);
}

/** Writes a note on a packet, kept by a key. */
async function note(page: Page, number: number, text: string): Promise<void> {
  await row(page, number).click();
  await page.keyboard.press("w");
  await page.keyboard.type(text);
  await page.keyboard.press("Control+Enter");
  await whenIdle(page);
}

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
});

test("a note that is kept leads back to the row it is on", async ({ page }) => {
  await note(page, 3, "by a key");
  await expect(row(page, 3)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("w");
  await page.keyboard.type("by the button");
  await press(page, button(dialog(page, /^Note on/), "Keep"));
  await expect(row(page, 4)).toBeFocused();
  await press(page, button(page, "Dismiss"));
  await expect(row(page, 4)).toBeFocused();
});

test("notes that are edited and deleted in their sheet", async ({ page }) => {
  for (const number of [2, 4, 6]) await note(page, number, "a note");
  await page.keyboard.press("Shift+W");
  const sheet = dialog(page, "Notes, names and link");
  await press(page, button(sheet, "Edit the note on packet 4"));
  await page.keyboard.type("changed");
  await page.keyboard.press("Control+Enter");
  await expect(button(sheet, "Edit the note on packet 4")).toBeFocused();
  for (const [gone, next] of [
    [4, 6],
    [6, 2],
  ]) {
    await press(page, button(sheet, `Delete the note on packet ${gone}`));
    await expect(button(sheet, `Delete the note on packet ${next}`)).toBeFocused();
  }
  await page.keyboard.press("Enter");
  await expect(sheet.locator(":focus")).toBeVisible();
});

test("names that are removed", async ({ page }) => {
  await row(page, 2).click();
  await page.keyboard.press("e");
  const sheet = dialog(page, "Notes, names and link");
  for (const address of ["192.0.2.1", "192.0.2.2"]) {
    await sheet.getByRole("textbox", { name: "Address", exact: true }).fill(address);
    await sheet.getByRole("textbox", { name: "Name", exact: true }).fill("name");
    await page.keyboard.press("Enter");
  }
  await press(page, button(sheet, "Remove the name of 192.0.2.1"));
  await expect(button(sheet, "Remove the name of 192.0.2.2")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(sheet.locator(":focus")).toBeVisible();
});

test("colouring rules and columns that are removed or moved", async ({ page }) => {
  await page.keyboard.press("Shift+X");
  const rules = dialog(page, "Colouring rules");
  await press(page, button(rules, "Remove ARP"));
  await expect(button(rules, "Remove ICMP")).toBeFocused();
  const last = rules.getByRole("button", { name: /^Remove/ }).last();
  await press(page, last);
  await expect(last).toBeFocused();
  await press(page, rules.getByRole("button", { name: /^Move .* up$/ }).nth(1));
  await expect(rules.getByRole("button", { name: /^Move .* up$/ }).first()).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+C");
  const columns = dialog(page, "Columns");
  const field = columns.getByRole("combobox", { name: "Field for a new column" });
  for (const name of ["ip.ttl", "ip.id"]) {
    await field.fill(name);
    await page.keyboard.press("Enter");
  }
  await press(page, columns.getByRole("button", { name: /^Remove/ }).first());
  const other = columns.getByRole("button", { name: /^Remove/ });
  await expect(other).toHaveCount(1);
  await expect(other).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(columns.locator(":focus")).toBeVisible();
});

test("a filter that is kept, cleared and kept no longer", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Display filter" });
  await field.fill("tcp");
  await page.keyboard.press("Enter");
  await whenIdle(page);
  await press(page, button(page, "Keep this filter as a button"));
  await expect(field).toBeFocused();
  await press(page, button(page, "Clear the filter"));
  await expect(field).toBeFocused();
  await press(page, button(page, "Keep tcp no longer"));
  await expect(field).toBeFocused();
});

test("marks that are taken away lead back to the row", async ({ page }) => {
  await row(page, 3).click();
  await page.keyboard.press("Control+m");
  await press(page, button(page, "Take all marks away"));
  await expect(row(page, 3)).toBeFocused();
});

test("a notice that is dismissed leads back to the row", async ({ page }) => {
  const cut = readFileSync(join(dist, "samples/refused.pcap")).subarray(0, -5);
  await drop(page, [{ name: "cut.pcap", buffer: cut }]);
  await row(page, 1).click();
  await press(page, button(page, "Dismiss"));
  await expect(row(page, 1)).toBeFocused();
});

test("a press beside what had the focus is no loss: when it goes later, the focus stays on the page", async ({
  page,
}) => {
  await row(page, 3).click();
  await page.keyboard.press("Control+m");
  await button(page, "Take all marks away").focus();
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press("Control+m");
  await expect(button(page, "Take all marks away")).toHaveCount(0);
  await expect(page.locator("body")).toBeFocused();
});

test("letters stay commands when one of them takes away what had the focus", async ({ page }) => {
  const field = page.getByRole("combobox", { name: "Display filter" });
  await field.focus();
  await row(page, 3).click();
  await page.keyboard.press("d");
  await whenIdle(page);
  await expect(page.getByRole("grid", { name: "tcpdump lines" })).toBeVisible();
  await expect(field).not.toBeFocused();
  await page.keyboard.press("d");
  await expect(row(page, 3)).toBeVisible();
  await expect(field).toHaveValue("");
});
