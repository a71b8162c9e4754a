/** Connections that ended stand in one line each of a ladder of many. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { tcpCapture } from "./captures.ts";
import { expect, openFile, test, viewSwitch, whenIdle } from "./fixtures.ts";

const ladder = (page: Page) => page.getByRole("figure", { name: "Flow graph: all TCP packets" }).getByRole("listbox");
const folded = (page: Page) => ladder(page).getByRole("option", { name: /^Connection folded, / });
const arrow = (page: Page, frame: number) =>
  ladder(page).getByRole("option", { name: new RegExp(`^Packet ${frame}, `) });

test.beforeEach(async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("some.pcap"), { connections: 3, exchanges: 1 }));
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All TCP packets");
  await whenIdle(page);
});

test("each connection that ended is one line that says how", async ({ page }) => {
  await (await viewSwitch(page, "Fold ended connections")).check();
  await expect(folded(page)).toHaveCount(3);
  await expect(ladder(page).getByRole("option")).toHaveCount(3);
  await expect(folded(page).first()).toHaveAccessibleName(
    /^Connection folded, packets 1 to \d+: \d+ → \d+: 9 packets, .+ there, .+ back, closed after .+$/,
  );
  await expect(page.getByRole("checkbox", { name: "Fold ended connections: 3 connections are folded" })).toBeChecked();
  await expectAccessible(page);
});

test("a click opens one, its key folds it again, and keys step over it", async ({ page }) => {
  await arrow(page, 1).click();
  await page.keyboard.press("Shift+Z");
  await expect(folded(page)).toHaveCount(3);
  await ladder(page).focus();
  await page.keyboard.press("End");
  await expect(folded(page).last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Home");
  await expect(folded(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Enter");
  await expect(folded(page)).toHaveCount(2);
  await expect(arrow(page, 1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("z");
  await expect(folded(page)).toHaveCount(3);
  await folded(page).last().click();
  await expect(folded(page)).toHaveCount(2);
  await page.keyboard.press("Shift+Z");
  await expect(folded(page)).toHaveCount(0);
  await expect(arrow(page, 2)).toBeVisible();
});

test("a packet chosen elsewhere opens its connection; the table and ladders to scale have all packets", async ({
  page,
}) => {
  await page.keyboard.press("Shift+Z");
  await expect(folded(page)).toHaveCount(3);
  await page.getByRole("grid", { name: "Packets" }).locator('[role="row"][aria-rowindex="6"]').click();
  await expect(folded(page)).toHaveCount(2);
  await expect(arrow(page, 5)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("g");
  await expect(page.getByRole("grid", { name: /as a table$/ })).toHaveAttribute("aria-rowcount", "28");
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(folded(page)).toHaveCount(0);
});
