/** Who talked with whom: the tables by layer, sorted, on the clipboard, and the way from a connection to its ladder. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { tcpCapture } from "./captures.ts";
import { expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Conversations and endpoints" });
const grid = (page: Page, name: string) => sheet(page).getByRole("grid", { name });
const tab = (page: Page, name: RegExp) => sheet(page).getByRole("tab", { name });
/** A row by its place, from 1. */
const row = (page: Page, place: number) => sheet(page).locator(`[role="row"][aria-rowindex="${place + 1}"]`);
const cells = (page: Page, place: number) => row(page, place).getByRole("gridcell").allTextContents();
const head = (page: Page, name: string) => sheet(page).getByRole("columnheader", { name, exact: true });

async function open(page: Page): Promise<void> {
  await page.keyboard.press("c");
  await whenIdle(page);
}

const CONNECTIONS = 40;

/** Opens a capture of so many connections. */
async function openMany(page: Page, path: string, connections = CONNECTIONS): Promise<void> {
  await page.goto("");
  await openFile(page, tcpCapture(path, { connections, exchanges: 3 }));
}

test.describe("a sample", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("");
    await openSample(page, "handshake");
  });

  test("shows the rows that tshark counts, in a tab for each layer", async ({ page }) => {
    await open(page);
    await expect(sheet(page).getByRole("tab")).toHaveText([
      "Ethernet · 1",
      "IPv4 · 1",
      "IPv6 · 0",
      "TCP · 1",
      "UDP · 0",
    ]);
    await expect(tab(page, /^TCP/)).toHaveAttribute("aria-selected", "true");
    // tshark -n -q -r handshake.pcapng -z conv,tcp
    const [a, portA, b, portB, ...numbers] = await cells(page, 1);
    expect([a, portA, b, portB]).toEqual(["192.0.2.10", "33734", "198.51.100.20", "80"]);
    expect(numbers.slice(0, 6)).toEqual(["11", "1,215", "6", "474", "5", "741"]);
    expect(numbers[7]).toMatch(/^0\.2137/);
    await tab(page, /^Ethernet/).click();
    expect((await cells(page, 1)).slice(0, 3)).toEqual(["00:00:5e:00:53:0a", "00:00:5e:00:53:01", "11"]);
  });

  test("says of a layer that the capture has not", async ({ page }) => {
    await open(page);
    await tab(page, /^IPv6/).click();
    await expect(sheet(page).getByText("This capture has no IPv6 packets.")).toBeVisible();
  });

  test("shows endpoints instead", async ({ page }) => {
    await open(page);
    await sheet(page).getByRole("radio", { name: "Endpoints" }).check();
    await expect(tab(page, /^TCP/)).toHaveText("TCP · 2");
    expect(await cells(page, 1)).toEqual(["192.0.2.10", "33734", "11", "1,215", "6", "474", "5", "741"]);
    expect(await cells(page, 2)).toEqual(["198.51.100.20", "80", "11", "1,215", "5", "741", "6", "474"]);
  });

  test("copies the table as CSV, and says so", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await open(page);
    await tab(page, /^IPv4/).click();
    await sheet(page).getByRole("button", { name: "Copy as CSV" }).click();
    await expect(sheet(page).getByRole("status")).toHaveText("1 row is on the clipboard.");
    const [titles, values, rest] = (await page.evaluate(() => navigator.clipboard.readText())).split(/\r?\n/);
    expect(titles).toMatch(/^Address A,Address B,Packets,Bytes,Packets A→B,Bytes A→B,Packets B→A,Bytes B→A,Rel Start,/);
    expect(values).toMatch(/^192\.0\.2\.10,198\.51\.100\.20,11,1215,6,474,5,741,0\.000000000,0\.2137\d{5},\d+,\d+$/);
    expect(rest).toBe("");
  });

  test("opens from the bar; Escape leads back there", async ({ page }) => {
    const button = page.getByRole("button", { name: "Conversations and endpoints" });
    await button.click();
    await whenIdle(page);
    await expect(row(page, 1)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
    await expect(button).toBeFocused();
  });
});

test.describe("many connections", () => {
  test.beforeEach(async ({ page }, info) => openMany(page, info.outputPath("many.pcap")));

  test("are sorted by a column's head, and the other way by the same", async ({ page }) => {
    await open(page);
    const bytes = head(page, "Bytes");
    await expect(bytes).toHaveAttribute("aria-sort", "none");
    const shown = async () => {
      const all = await Promise.all([1, 2, 3, 4, 5, 6].map((place) => cells(page, place)));
      return all.map((texts) => Number(texts[5]?.replaceAll(",", "")));
    };
    await bytes.getByRole("button").click();
    await expect(bytes).toHaveAttribute("aria-sort", "descending");
    const most = await shown();
    expect(most).toEqual(most.toSorted((a, b) => b - a));
    await bytes.getByRole("button").click();
    await expect(bytes).toHaveAttribute("aria-sort", "ascending");
    const least = await shown();
    expect(least).toEqual(least.toSorted((a, b) => a - b));
    expect(least[0]).toBeLessThan(most[0]!);
    await head(page, "Port A").getByRole("button").click();
    await expect(bytes).toHaveAttribute("aria-sort", "none");
  });

  test("lead to their ladders: by Enter, by double click, by the button", async ({ page }) => {
    const list = page.getByRole("listbox", { name: "Connections" });
    const portOf = async (place: number) => (await cells(page, place))[1]!;
    const expectLadder = async (port: string) => {
      await whenIdle(page);
      await expect(sheet(page)).toBeHidden();
      await expect(list.getByRole("option", { selected: true })).toContainText(`:${port}`);
    };
    await open(page);
    for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowDown");
    await expect(row(page, 5)).toBeFocused();
    const fifth = await portOf(5);
    await page.keyboard.press("Enter");
    await expectLadder(fifth);
    await open(page);
    const third = await portOf(3);
    await row(page, 3).dblclick();
    await expectLadder(third);
    await open(page);
    await head(page, "Packets").getByRole("button").click();
    await page.keyboard.press("Tab");
    await sheet(page).getByRole("grid").press("End");
    const last = await portOf(CONNECTIONS);
    await sheet(page).getByRole("button", { name: "Show ladder" }).click();
    await expectLadder(last);
  });

  test("scroll sideways within the table on a phone, not the page", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    const widths = (selector: string) =>
      page.locator(selector).evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    const table = await widths("dialog[open] [role=grid]");
    expect(table.scrollWidth).toBeGreaterThan(table.clientWidth);
    for (const selector of ["html", "dialog[open]"]) {
      const { scrollWidth, clientWidth } = await widths(selector);
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    }
    await head(page, "Bits/s B→A").scrollIntoViewIfNeeded();
    await expect(head(page, "Bits/s B→A")).toBeInViewport();
    await expect(head(page, "Address A")).toBeInViewport();
  });
});

const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const;
for (const colorScheme of ["light", "dark"] as const) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test.describe(`${colorScheme}, ${size}`, () => {
      test.use({ colorScheme, viewport });

      test("the tables break no rule of accessibility", async ({ page }, info) => {
        await openMany(page, info.outputPath("some.pcap"), 5);
        await open(page);
        await expect(grid(page, "TCP conversations")).toBeVisible();
        await head(page, "Duration").getByRole("button").click();
        await expectAccessible(page, "dialog[open]");
      });
    });
  }
}
