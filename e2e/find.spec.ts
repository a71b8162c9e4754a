/** A reader finds packets, as in Wireshark: by text, bytes, expressions and filters, on and back. */
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { join, pcapHeader, pcapRecord } from "../src/core/capture/captures-for-tests.ts";
import { expectAccessible } from "./axe.ts";
import { expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const bar = (page: Page) => page.getByRole("search", { name: "Find packets" });
const field = (page: Page) => bar(page).getByRole("textbox", { name: "What to find" });
const status = (page: Page) => bar(page).getByRole("status");
const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);

async function open(page: Page): Promise<void> {
  await page.goto("");
  await openSample(page, "handshake");
  await page.keyboard.press("Control+f");
  await expect(field(page)).toBeFocused();
}

async function find(page: Page, text: string, as = "Text", place = ""): Promise<void> {
  await bar(page).getByRole("combobox", { name: "Find as" }).selectOption(as);
  if (place) await bar(page).getByRole("combobox", { name: "Find in" }).selectOption(place);
  await field(page).fill(text);
  await field(page).press("Enter");
  await whenIdle(page);
}

test("text is found in the list, on and back and round, by keys and buttons", async ({ page }) => {
  await open(page);
  await find(page, "[fin, ack]");
  await expect(status(page)).toHaveText("Packet 8, 1 of 2");
  await expect(row(page, 8)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("F3");
  await expect(row(page, 10)).toHaveAttribute("aria-selected", "true");
  await field(page).press("Enter");
  await expect(status(page)).toHaveText("Packet 8, 1 of 2; went on from the first packet");
  await field(page).press("Shift+Enter");
  await expect(status(page)).toHaveText("Packet 10, 2 of 2; went on from the last packet");
  await page.keyboard.press("Control+b");
  await expect(row(page, 8)).toHaveAttribute("aria-selected", "true");
  await bar(page)
    .getByRole("button", { name: /^Next packet/ })
    .click();
  await expect(row(page, 10)).toHaveAttribute("aria-selected", "true");
  await bar(page).getByRole("checkbox", { name: "Match case" }).check();
  await field(page).press("Enter");
  await expect(status(page)).toHaveText("In no packet");
  await find(page, "192.0.2.10");
  await expect(status(page)).toContainText("of 11");

  await page.keyboard.press("Escape");
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press("F3");
  await whenIdle(page);
  await expect(row(page, 1)).toHaveAttribute("aria-selected", "true");
});

test("bytes that are found are shown in the bytes, with their field", async ({ page }) => {
  await open(page);
  await find(page, "http/1.1", "Text", "in packet bytes");
  await expect(status(page)).toHaveText("Packet 4, 1 of 2");
  const bytes = page.getByRole("table", { name: /bytes/i });
  const found = bytes.getByRole("cell").and(page.locator("[class*=found]"));
  await expect(found).toHaveText(["48", "54", "54", "50", "2f", "31", "2e", "31"]);
  await expect(page.getByRole("treeitem", { name: /^Request Version/ })).toHaveAttribute("aria-selected", "true");

  await find(page, "0d:0a:0d:0a", "Hex bytes");
  await expect(bar(page).getByRole("combobox", { name: "Find in" })).toBeDisabled();
  await expect(row(page, 6)).toHaveAttribute("aria-selected", "true");
  await expect(found).toHaveText(["0d", "0a", "0d", "0a"]);
  await field(page).fill("");
  await expect(found).toHaveCount(0);
});

test("a line of the tree that is found is chosen", async ({ page }) => {
  await open(page);
  await find(page, "MSS Value: 1460", "Text", "in packet details");
  await expect(status(page)).toHaveText("Packet 2, 2 of 2");
  const line = page.getByRole("tree", { name: "Packet details" }).locator("[aria-selected=true]");
  await expect(line).toContainText("MSS Value: 1460");
  await find(page, "fin: set");
  await expect(row(page, 8)).toHaveAttribute("aria-selected", "true");
  await expect(line).toHaveText(/^Fin: set/);
});

test("a filter and an expression are found; what is wrong is said with its place", async ({ page }) => {
  await open(page);
  await find(page, "tcp.options.mss", "Display filter");
  await expect(row(page, 2)).toHaveAttribute("aria-selected", "true");
  await find(page, "tcp.optoins.mss", "Display filter");
  await expect(status(page)).toHaveText("at character 1: no field tcp.optoins.mss; tcp.options.mss?");
  await find(page, "get|200 ok", "Regular expression", "in the packet list");
  await expect(row(page, 4)).toHaveAttribute("aria-selected", "true");
  await find(page, "a(b", "Regular expression");
  await expect(status(page)).toHaveText(/^no regular expression at character 2: /);
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await find(page, "47 4g", "Hex bytes");
  await expect(status(page)).toHaveText("g at character 5 is no hexadecimal digit");
  expect(await field(page).evaluate((input: HTMLInputElement) => input.selectionStart)).toBe(4);
});

test("only packets that show are looked for", async ({ page }) => {
  await open(page);
  const filter = page.getByRole("combobox", { name: "Display filter" });
  await filter.fill("tcp.len == 0");
  await filter.press("Enter");
  await whenIdle(page);
  await find(page, "http");
  await expect(status(page)).toHaveText("In no packet that shows");
  await find(page, "[fin, ack]");
  await expect(status(page)).toHaveText("Packet 8, 1 of 2");
});

test("the first packet of many is there while others are looked into, which can be stopped", async ({ page }, info) => {
  const frame = (text: string) =>
    Uint8Array.from([
      ...[0x45, 0, 0, 45, 0, 0, 0, 0, 64, 6, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2],
      ...[0x9c, 0x40, 0, 80, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x10, 4, 0, 0, 0, 0, 0],
      ...new TextEncoder().encode(text),
    ]);
  const record = (text: string) => pcapRecord("little", frame(text));
  const header = pcapHeader("little");
  new DataView(header.buffer).setUint32(20, 101, true);
  const [plain, marked] = [record("....."), record("here!")];
  const some = join(...Array.from({ length: 1000 }, () => plain));
  const many = Array.from({ length: 150 }, () => some);
  const path = info.outputPath("many.pcap");
  writeFileSync(path, join(header, plain, marked, ...many, marked));
  await page.goto("");
  await openFile(page, path);
  await page.getByRole("button", { name: "Find packets" }).click();
  await bar(page).getByRole("combobox", { name: "Find in" }).selectOption("in packet details");
  await field(page).fill("68657265"); // the payload's digits
  await field(page).press("Enter");
  await expect(row(page, 2)).toHaveAttribute("aria-selected", "true");
  await expect(status(page)).toHaveText("Packet 2");
  await bar(page).getByRole("button", { name: "Stop" }).click();
  await whenIdle(page);
  await bar(page).getByRole("combobox", { name: "Find in" }).selectOption("in packet bytes");
  await field(page).fill("here!");
  await field(page).press("Enter");
  await whenIdle(page);
  await expect(status(page)).toHaveText("Packet 150,003, 2 of 2");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} px wide`, () => {
      test.use({ colorScheme, viewport: { width, height: 844 } });
      test("the bar breaks no rule that axe knows", async ({ page }) => {
        await open(page);
        await find(page, "http", "Text", "in packet bytes");
        await expectAccessible(page);
        await find(page, "4g", "Hex bytes");
        await expectAccessible(page);
      });
    });
  }
}
