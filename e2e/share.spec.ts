/** Links to what is shown: made, opened again, and read with care. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
const sheet = (page: Page) => page.getByRole("dialog", { name: "Notes, names and link" });
const link = (page: Page) => sheet(page).getByLabel("Link to what is shown");

async function showLink(page: Page): Promise<void> {
  await page.keyboard.press("l");
  await whenIdle(page);
}

test("a link brings back packets, numbers, times, notes and names", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("#sample=handshake");
  await whenIdle(page);
  await (await viewSwitch(page, "Relative Seq")).uncheck();
  await page.getByRole("combobox", { name: "Time" }).selectOption("utc");
  await row(page, 4).click();
  await row(page, 7).click({ modifiers: ["Shift"] });
  await page.keyboard.press("w");
  await page.keyboard.type("Look: here & there\n你好");
  await page.keyboard.press("Control+Enter");
  await page.keyboard.press("e");
  await page.getByLabel("Name of 192.0.2.10").first().fill("laptop");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await showLink(page);
  await sheet(page).getByRole("button", { name: "Copy link" }).click();
  await expect(sheet(page).getByText("The link is on the clipboard.")).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await link(page).inputValue());

  const other = await context.newPage();
  await other.goto("about:blank");
  await other.goto(copied);
  await whenIdle(other);
  await expect(other.getByText(/^Packets 4 to 7: 4 packets/)).toBeVisible();
  await expect(await viewSwitch(other, "Relative Seq")).not.toBeChecked();
  await expect(other.getByRole("combobox", { name: "Time" })).toHaveValue("utc");
  await expect(row(other, 5).getByRole("gridcell").nth(4)).toHaveText("laptop");
  await expect(other.getByRole("list", { name: "Notes on this packet" })).toContainText("Look: here & there\n你好", {
    useInnerText: true,
  });
  await expect(other.getByRole("alert")).toHaveCount(0);
  await other.close();
});

test("notes stay out of the link when they are not to be in it", async ({ page }) => {
  await page.goto("#sample=handshake&packet=3&note=3:secret");
  await whenIdle(page);
  await showLink(page);
  expect(await link(page).inputValue()).toContain("secret");
  await sheet(page).getByRole("checkbox", { name: "With notes and names" }).uncheck();
  expect(await link(page).inputValue()).toMatch(/#sample=handshake&stream=0&packet=3$/);
});

test("a link to other packets of the same capture does not open it again", async ({ page }) => {
  await page.goto("#sample=handshake&packet=3");
  await whenIdle(page);
  await expect(row(page, 3)).toHaveAttribute("aria-selected", "true");
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.evaluate(() => {
    location.hash = "#sample=handshake&packet=9";
  });
  await expect(row(page, 9)).toHaveAttribute("aria-selected", "true");
  expect(requests.filter((url) => url.includes("samples/"))).toEqual([]);
});

test("parts that say nothing are told, and left out", async ({ page }) => {
  await page.goto("#sample=handshake&packet=99&stream=7&time=noon&seq=raw&note=x");
  await whenIdle(page);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("4 parts of the link say nothing that this capture has, and are left out");
  for (const part of ["packet=99", "stream=7", "time=noon", "note=x"]) await expect(alert).toContainText(part);
  await expect(await viewSwitch(page, "Relative Seq")).not.toBeChecked();
  await alert.getByRole("button", { name: "Dismiss" }).click();
  await expect(alert).toHaveCount(0);
});

test("of a capture from a file the link says that it is not in it", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await row(page, 4).click();
  await showLink(page);
  await expect(sheet(page).getByText("The capture itself is not in the link")).toBeVisible();
  expect(await link(page).inputValue()).toMatch(/#stream=0&packet=4$/);
});

test("a link that would be too long is refused with a word", async ({ page }) => {
  await page.goto("#sample=handshake");
  await whenIdle(page);
  await page.keyboard.press("w");
  await page.getByLabel("Text").fill("x".repeat(9000));
  await page.keyboard.press("Control+Enter");
  await showLink(page);
  await expect(sheet(page).getByText(/characters too long for mail and chats/)).toBeVisible();
  await sheet(page).getByRole("checkbox", { name: "With notes and names" }).uncheck();
  await expect(link(page)).toBeVisible();
});

test("axe finds nothing about the link", async ({ page }) => {
  await page.goto("#sample=handshake&packet=99");
  await whenIdle(page);
  await expectAccessible(page, "[role=alert]");
  await showLink(page);
  await expectAccessible(page, "dialog[open]");
});
