/** The facts of a conversation: opened, read, followed to a packet, copied. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Facts of the conversation" });
const answer = (page: Page, term: string) =>
  sheet(page)
    .locator("dl > div")
    .filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) }) })
    .getByRole("definition");

test.beforeEach(async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("");
  await openSample(page, "lost-segment");
});

test("a key opens the answers, each with the packets that show it", async ({ page }) => {
  await page.keyboard.press("u");
  await expect(answer(page, "Client")).toContainText("192.0.2.10, port 60980");
  await expect(answer(page, "Ack of SYN, ACK")).toContainText(/raw \d+ = \d+ \+ 1: .*packet 2, packet 1/);
  await expect(answer(page, "Sent again")).toContainText("1 segment; fast retransmissions: 1. packet 37");
  await expect(answer(page, "Server’s least window")).toContainText("64,000 bytes = 500 raw × 128");
  await expect(answer(page, "Closed")).toContainText("first by the client, with FIN");
  await answer(page, "Sent again").getByRole("button", { name: "packet 37" }).click();
  await expect(sheet(page)).toBeHidden();
  await expect(page.locator('[data-frame="37"]')).toHaveAttribute("aria-selected", "true");
});

test("round-trip times are added up segment by segment, and all of it is copied as text", async ({ page }) => {
  await page.getByRole("button", { name: "All facts" }).click();
  await whenIdle(page);
  const segments = sheet(page).getByRole("table", { name: "The first segments with data" });
  await expect(segments.getByRole("row")).toHaveCount(7);
  await expect(
    sheet(page)
      .getByText(/= 0\.875 × \d\.\d{6} \+ 0\.125 × \d\.\d{6}/)
      .first(),
  ).toBeVisible();
  await sheet(page).getByRole("button", { name: "Copy as text" }).click();
  await expect(sheet(page).getByRole("status")).toHaveText("The facts are on the clipboard.");
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain("Facts of the conversation: lost-segment.pcap");
  expect(text).toContain("Sent again: 1 segment; fast retransmissions: 1. (packet 37)");
});

test("a ladder of many hosts has no facts of one connection", async ({ page }) => {
  await page.getByRole("option", { name: "All TCP packets 60" }).click();
  await page.keyboard.press("u");
  await expect(sheet(page)).toContainText("Choose a connection, and its facts show.");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`the sheet breaks no rule of accessibility, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 844 });
      await page.keyboard.press("u");
      await expect(answer(page, "Closed")).toBeVisible();
      await expectAccessible(page, "dialog");
    });
  }
}
