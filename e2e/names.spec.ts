/** Names that the reader gives to addresses: from packets, by hand, from a hosts file, from DNS answers. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
const source = (page: Page, number: number) => row(page, number).getByRole("gridcell").nth(3);
const sheet = (page: Page) => page.getByRole("dialog", { name: "Notes, names and link" });

async function openNames(page: Page, sample: string): Promise<void> {
  await page.goto("");
  await openSample(page, sample);
  await row(page, 1).click();
  await page.keyboard.press("e");
  await whenIdle(page);
}

test("a name given to a packet's source stands for the address everywhere, and goes again", async ({ page }) => {
  await openNames(page, "handshake");
  const input = sheet(page).getByLabel("Name of 192.0.2.10").first();
  await expect(input).toBeFocused();
  await input.fill("laptop");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(source(page, 1)).toHaveText("laptop");
  await expect(source(page, 1)).toHaveAttribute("title", "192.0.2.10");
  await expect(page.getByRole("figure", { name: /laptop port/ })).toBeVisible();
  await expect(page.getByRole("listbox", { name: "Connections" })).toContainText("laptop:");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(source(page, 1)).toHaveText("192.0.2.10");
  await page.keyboard.press("Control+y");
  await expect(source(page, 1)).toHaveText("laptop");
  await page.keyboard.press("e");
  await sheet(page).getByRole("button", { name: "Remove the name of 192.0.2.10" }).first().click();
  await page.keyboard.press("Escape");
  await expect(source(page, 1)).toHaveText("192.0.2.10");
});

test("names are there again when the capture is opened again", async ({ page }) => {
  await openNames(page, "handshake");
  await page.keyboard.type("laptop");
  await page.keyboard.press("Enter");
  await page.reload();
  await openSample(page, "handshake");
  await expect(source(page, 1)).toHaveText("laptop");
  const kept = await page.evaluate(() => localStorage.getItem("flowladder-names"));
  expect(Object.values(JSON.parse(kept ?? "{}"))).toEqual([[["192.0.2.10", "laptop"]]]);
});

test("lines of a hosts file are taken over, and those that say nothing are told", async ({ page }) => {
  await openNames(page, "handshake");
  await sheet(page).getByLabel("Lines of a hosts file").fill("# mine\n192.0.2.10 laptop.example laptop\nnonsense\n");
  await sheet(page).getByRole("button", { name: "Take over" }).click();
  await expect(sheet(page).getByText("1 name is new or changed. Line 3 names no address.")).toBeVisible();
  await sheet(page)
    .getByLabel("Choose a hosts file")
    .setInputFiles({ name: "hosts", mimeType: "text/plain", buffer: Buffer.from("198.51.100.20\tserver\r\n") });
  await expect(sheet(page).getByText("1 name is new or changed.", { exact: true })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(source(page, 1)).toHaveText("laptop.example");
  await expect(source(page, 2)).toHaveText("server");
});

test("any address can be named, and what is none is refused", async ({ page }) => {
  await openNames(page, "handshake");
  await sheet(page).getByLabel("Address", { exact: true }).fill("192.0.2.300");
  await sheet(page).getByLabel("Name", { exact: true }).fill("x");
  await sheet(page).getByRole("button", { name: "Give" }).click();
  await expect(sheet(page).getByText("192.0.2.300 is no IPv4, IPv6 or MAC address.")).toBeVisible();
  await sheet(page).getByLabel("Address", { exact: true }).fill("2001:DB8::0:1");
  await sheet(page).getByRole("button", { name: "Give" }).click();
  await expect(sheet(page).getByRole("textbox", { name: "Name of 2001:db8::1" })).toHaveValue("x");
});

test("names are taken from the DNS answers in the capture", async ({ page }) => {
  await openNames(page, "dns");
  await sheet(page).getByRole("button", { name: "Take names from DNS answers" }).click();
  await expect(sheet(page).getByText(/^\d+ names? (is|are) new or changed\.$/)).toBeVisible();
  await expect(
    sheet(page)
      .getByLabel(/^Name of /)
      .last(),
  ).not.toHaveValue("");
});

test("a lifeline's name is a way to name it", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await page.getByRole("button", { name: "Give 198.51.100.20 a name" }).click();
  await whenIdle(page);
  await expect(sheet(page).getByLabel("Name of 198.51.100.20").first()).toBeFocused();
  await page.keyboard.type("server");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("figure", { name: /and server port/ })).toBeVisible();
});

test("a lifeline of many hosts is named from the index", async ({ page }) => {
  await page.goto("#sample=handshake&flow=any");
  await whenIdle(page);
  await page.keyboard.press("h");
  await whenIdle(page);
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await whenIdle(page);
  await expect(sheet(page).getByLabel("Name of 192.0.2.10").first()).toBeFocused();
  await page.keyboard.type("laptop");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(source(page, 1)).toHaveText("laptop");
});

test("axe finds nothing in the list of names", async ({ page }) => {
  await openNames(page, "handshake");
  await page.keyboard.type("laptop");
  await page.keyboard.press("Enter");
  await expectAccessible(page, "dialog[open]");
});
