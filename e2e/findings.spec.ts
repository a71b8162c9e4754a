/** What the analysis found: beside the packet, by key from one to the next, and in the sheet of all of them. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const findings = (page: Page) => page.getByRole("region", { name: "Findings", exact: true });
const sheet = (page: Page) => page.getByRole("dialog", { name: "Findings of the capture" });
const selected = (page: Page) =>
  page.getByRole("grid", { name: "Packets" }).locator('[role="row"][aria-selected="true"]');
const frame = (number: number) => String(number + 1); // as aria-rowindex counts

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
});

test("a finding says its rule with the numbers, and leads to the packet that it points to", async ({ page }) => {
  await page.keyboard.press("n");
  await whenIdle(page);
  await expect(findings(page)).toContainText("Duplicate ACK");
  await expect(findings(page)).toContainText(/Duplicate 1 of ACK \d+: the same window, no data/);
  await findings(page).getByText("Repeats the ACK of").getByRole("button").click();
  await expect(selected(page)).not.toHaveAttribute("aria-rowindex", frame(34));
});

test("an ACK names what it acknowledges, and the segment its ACK", async ({ page }) => {
  await page.locator('[data-frame="2"]').click();
  await whenIdle(page);
  const relations = findings(page).getByRole("list", { name: "Acknowledgments" });
  await expect(relations).toContainText("Acknowledges packet 1: 0 + 1 = 1");
  await expect(relations).toContainText(/Acknowledged by packet 3 after \d+\.\d{3} ms/);
  await relations.getByRole("button", { name: "packet 3" }).click();
  await expect(selected(page)).toHaveAttribute("aria-rowindex", frame(3));
});

test("N goes from trouble to trouble, Shift+N back", async ({ page }) => {
  await page.keyboard.press("n");
  await expect(selected(page)).toHaveAttribute("aria-rowindex", frame(34));
  await page.keyboard.press("n");
  await expect(selected(page)).toHaveAttribute("aria-rowindex", frame(36));
  await page.keyboard.press("Shift+N");
  await expect(selected(page)).toHaveAttribute("aria-rowindex", frame(34));
});

test("the sheet lists all findings by severity; a packet chosen in it is chosen everywhere", async ({ page }) => {
  await page.keyboard.press("x");
  await expect(sheet(page).getByRole("heading", { name: "Notes 20 in all" })).toBeVisible();
  await sheet(page)
    .getByRole("button", { name: /^Fast retransmission/ })
    .click();
  await sheet(page)
    .getByRole("button", { name: /^Packet 37,/ })
    .click();
  await expect(sheet(page)).toBeHidden();
  await expect(selected(page)).toHaveAttribute("aria-rowindex", frame(37));
  await expect(page.locator('[data-frame="37"]')).toHaveAttribute("aria-selected", "true");
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the sheet breaks no rule of accessibility, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.getByRole("button", { name: "Findings", exact: true }).click();
    await sheet(page)
      .getByRole("button", { name: /^Duplicate ACK/ })
      .click();
    await expectAccessible(page, "dialog[open]");
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
  });
}

test("A goes from an ACK to what it acknowledges, and Shift+A back", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await page.locator('figure [data-frame="5"]').click();
  await page.keyboard.press("a");
  const arrow = (frame: number) => page.locator(`figure [data-frame="${frame}"]`);
  await expect(arrow(4)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Shift+A");
  await expect(arrow(5)).toHaveAttribute("aria-selected", "true");
});
