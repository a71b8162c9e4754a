/** The field reference: what it says, the ways to it, and back. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const reference = (page: Page) => page.getByRole("dialog", { name: "Field reference" });
const entry = (page: Page, topic: string) => page.locator(`[id="reference=${topic}"]`);
const treeItem = (page: Page, name: RegExp) =>
  page.getByRole("tree", { name: "Packet details" }).getByRole("treeitem", { name });
const cell = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Header diagram" }).getByRole("button", { name });

test.describe("from a packet", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("");
    await openSample(page, "handshake");
  });

  test("a field of the tree leads to its entry, and Escape back to it", async ({ page }) => {
    await treeItem(page, /^Acknowledgment Number/).click();
    await page.keyboard.press("i");
    await whenIdle(page);
    await expect(entry(page, "tcp.ack")).toBeFocused();
    await expect(entry(page, "tcp.ack")).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(reference(page)).toBeHidden();
    await expect(treeItem(page, /^Acknowledgment Number/)).toBeFocused();
  });

  test("the details' button leads there, and Close back to it", async ({ page }) => {
    await treeItem(page, /^Flags: /).click();
    const button = page
      .getByRole("region")
      .or(page.locator("[data-panel]"))
      .getByRole("button", { name: "What is this?" });
    await button.last().click();
    await whenIdle(page);
    await expect(entry(page, "tcp.flags")).toBeFocused();
    await reference(page).getByRole("button", { name: "Close" }).click();
    await expect(button.last()).toBeFocused();
  });

  test("a cell of the header diagram has the button beside its header's name", async ({ page }) => {
    await expect(page.getByRole("button", { name: "What is this?" })).toHaveCount(0);
    await cell(page, /^Checksum, /).click();
    await page.getByRole("button", { name: "What is this?" }).first().click();
    await whenIdle(page);
    await expect(entry(page, "tcp.checksum")).toBeFocused();
  });

  test("a header leads to its protocol", async ({ page }) => {
    await treeItem(page, /^Internet Protocol Version 4/).click();
    await page.keyboard.press("i");
    await whenIdle(page);
    await expect(reference(page).getByRole("heading", { name: "Internet Protocol Version 4" })).toBeFocused();
  });

  test("help leads to its beginning, and the focus back to help's button", async ({ page }) => {
    const help = page.getByRole("button", { name: "Keyboard" });
    await help.click();
    await page.getByRole("dialog", { name: "Keyboard" }).getByRole("button", { name: "Field reference" }).click();
    await whenIdle(page);
    await expect(page.getByRole("textbox", { name: "Search by title or name" })).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(help).toBeFocused();
  });
});

test.describe("by link", () => {
  test("to a field, without a capture", async ({ page }) => {
    await page.goto("#reference=tcp.flags");
    await whenIdle(page);
    await expect(entry(page, "tcp.flags")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL(/\/$/);
    await expect(page.getByRole("heading", { name: "Or begin with a sample" })).toBeVisible();
  });

  test("to what nothing is called, which it says", async ({ page }) => {
    await page.goto("#reference=no.such.field");
    await whenIdle(page);
    await expect(reference(page).getByRole("status")).toHaveText(/called “no\.such\.field”/);
  });

  test("and back leaves the capture open that came by a link", async ({ page }) => {
    await page.goto("#sample=handshake");
    await whenIdle(page);
    await page.locator('[data-frame="3"]').click();
    await page.evaluate(() => {
      location.hash = "#reference";
    });
    await expect(reference(page)).toBeVisible();
    await page.goBack();
    await expect(reference(page)).toBeHidden();
    await expect(page.getByText("Packet 3 of 11")).toBeVisible();
  });
});

test.describe("in it", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("#reference");
    await whenIdle(page);
  });

  test("each protocol has its header and its fields", async ({ page }) => {
    const udp = reference(page)
      .locator("section")
      .filter({ has: entry(page, "udp") });
    await expect(udp.getByRole("img", { name: /its header, 8 bytes/ })).toBeAttached();
    await expect(udp.getByRole("term").filter({ hasText: "udp.length" })).toHaveText(/^Length/);
    await expect(udp.getByText("Bits 48–63 of the header")).toBeAttached();
    await expect(udp.getByText("RFC 768").first()).toBeAttached();
  });

  test("a search shows what is called so", async ({ page }) => {
    await page.keyboard.type("time to live");
    await expect(reference(page).getByRole("status")).toHaveText(/^\d+ fields?$/);
    await expect(entry(page, "ip.ttl")).toBeVisible();
    await expect(entry(page, "tcp.flags")).toHaveCount(0);
  });

  test("a link to an entry shows it among the others again", async ({ page }) => {
    await page.keyboard.type("tcp.flags.syn");
    await page.getByRole("link", { name: "Link to tcp.flags.syn" }).click();
    await expect(page).toHaveURL(/#reference=tcp\.flags\.syn$/);
    await expect(entry(page, "tcp.flags.syn")).toBeFocused();
    await expect(entry(page, "tcp.flags.fin")).toBeVisible();
  });

  test("a protocol's name leads to it", async ({ page }) => {
    await page.getByRole("navigation").getByRole("link", { name: "Transmission Control Protocol" }).click();
    await expect(reference(page).getByRole("heading", { name: "Transmission Control Protocol" })).toBeInViewport();
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px wide`, () => {
      test.use({ colorScheme, viewport });
      test("axe finds nothing", async ({ page }) => {
        await page.goto("#reference");
        await whenIdle(page);
        // Entries are alike; axe would take long for all of them.
        await page.keyboard.type("Internet Protocol Version");
        await whenIdle(page);
        await expectAccessible(page);
      });
    });
  }
}
