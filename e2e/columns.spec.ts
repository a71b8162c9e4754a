/** A reader arranges the columns of the packet list, and sorts by them. */
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { join, pcapHeader } from "../src/core/capture/captures-for-tests.ts";
import { expectAccessible } from "./axe.ts";
import { expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const list = (page: Page) => page.getByRole("grid", { name: "Packets" });
const heads = (page: Page) => list(page).locator("[data-column]");
const head = (page: Page, title: string) => list(page).getByRole("columnheader", { name: title, exact: true });
const title = (page: Page, name: string) => head(page, name).getByRole("button");
const sheet = (page: Page) => page.getByRole("dialog", { name: "Columns" });

/** Numbers of the packets in view, from above. */
const numbers = (page: Page, count: number) =>
  list(page)
    .locator("[data-row]")
    .evaluateAll((rows, most) => {
      const place = (row: Element) => Number(row.getAttribute("aria-rowindex"));
      const first = rows.sort((a, b) => place(a) - place(b)).filter((row) => place(row) <= most + 1);
      return first.map((row) => Number(row.getAttribute("data-row")) + 1);
    }, count);

/** Numbers of the last packets, when the list is at its end. */
const lastNumbers = (page: Page, count: number) =>
  list(page)
    .locator("[data-row]")
    .evaluateAll((rows, most) => {
      const place = (row: Element) => Number(row.getAttribute("aria-rowindex"));
      const last = rows.sort((a, b) => place(a) - place(b)).slice(-most);
      return last.map((row) => Number(row.getAttribute("data-row")) + 1);
    }, count);

async function sort(page: Page, name: string): Promise<void> {
  await title(page, name).click();
  await whenIdle(page);
}

async function open(page: Page, sample: string): Promise<void> {
  await page.goto("");
  await openSample(page, sample);
}

const PACKETS = 2_000_000;
/** Captured bytes of each packet: more of it does not matter here. */
const CAPTURED = 34;
const lengthOf = (packet: number) => 34 + ((packet * 7919) % 1400);

/** UDP between two hosts, of which only the first bytes were captured. */
function manyLengths(): Uint8Array {
  const record = new Uint8Array(16 + CAPTURED);
  // Ethernet II, IPv4 (RFC 791 §3.1) from 10.0.0.1 to 10.0.0.2, protocol UDP.
  record.set([0x08, 0x00, 0x45, 0, 0, 20, 0, 0, 0, 0, 64, 17, 0, 0, 10, 0, 0, 1, 10, 0, 0, 2], 16 + 12);
  const bytes = new Uint8Array(PACKETS * record.length);
  const view = new DataView(bytes.buffer);
  for (let packet = 0; packet < PACKETS; packet++) {
    const at = packet * record.length;
    bytes.set(record, at);
    view.setUint32(at, 1_700_000_000 + Math.floor(packet / 1000), true);
    view.setUint32(at + 4, (packet % 1000) * 1000, true);
    view.setUint32(at + 8, CAPTURED, true);
    view.setUint32(at + 12, lengthOf(packet), true);
  }
  return join(pcapHeader("little"), bytes);
}

test("two million packets are sorted by their length, to the last one, and back", async ({ page }, testInfo) => {
  test.slow();
  const path = testInfo.outputPath("lengths.pcap");
  writeFileSync(path, manyLengths());
  await page.goto("");
  await openFile(page, path);
  await whenIdle(page);
  // Equal ones stay in the order of the capture.
  const having = (length: number) => {
    const found: number[] = [];
    for (let packet = 0; found.length < 5; packet++) if (lengthOf(packet) === length) found.push(packet + 1);
    return found;
  };

  const lastHaving = (length: number, count: number) => {
    const found: number[] = [];
    for (let packet = PACKETS - 1; found.length < count; packet--)
      if (lengthOf(packet) === length) found.push(packet + 1);
    return found.reverse();
  };

  await sort(page, "Length");
  await expect(head(page, "Length")).toHaveAttribute("aria-sort", "ascending");
  await list(page).locator("[data-row]").first().focus();
  await page.keyboard.press("Home");
  await whenIdle(page);
  expect(await numbers(page, 5)).toEqual(having(34));
  await page.keyboard.press("End");
  await whenIdle(page);
  expect(await lastNumbers(page, 3)).toEqual(lastHaving(1433, 3));
  await sort(page, "Length");
  await expect(head(page, "Length")).toHaveAttribute("aria-sort", "descending");
  await list(page).locator("[data-row]").first().focus();
  await page.keyboard.press("Home");
  await whenIdle(page);
  expect(await numbers(page, 5)).toEqual(having(1433));
  await sort(page, "Length");
  await expect(head(page, "Length")).toHaveAttribute("aria-sort", "none");
  await page.keyboard.press("Home");
  await whenIdle(page);
  expect(await numbers(page, 3)).toEqual([1, 2, 3]);
  await page.keyboard.press("End");
  await whenIdle(page);
  expect(await lastNumbers(page, 1)).toEqual([PACKETS]);
});

test("sorts what a filter takes, addresses as addresses, and what only bytes tell", async ({ page }) => {
  await open(page, "handshake");
  await page.keyboard.press("/");
  await page.keyboard.type("tcp.len > 0 or tcp.flags.syn == 1");
  await page.keyboard.press("Enter");
  await whenIdle(page);
  await sort(page, "Source");
  expect(await numbers(page, 4)).toEqual([1, 4, 2, 6]);
  await sort(page, "Source");
  expect(await numbers(page, 4)).toEqual([2, 6, 1, 4]);
  await sort(page, "Info");
  const infos = await list(page).locator("[data-row]").allTextContents();
  expect(infos).toHaveLength(4);
  await page.keyboard.press("/");
  await page.keyboard.press("Escape");
  await whenIdle(page);
  await expect(head(page, "Info")).toHaveAttribute("aria-sort", "ascending");
  expect((await numbers(page, 11)).toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  await sort(page, "Info");
  await sort(page, "Info");
  expect(await numbers(page, 3)).toEqual([1, 2, 3]);
});

test("a field becomes a column, is moved by keys, and is there after a reload", async ({ page }) => {
  await open(page, "handshake");
  const field = page.getByRole("treeitem", { name: /^Window: / });
  await field.click({ button: "right" });
  await page.getByRole("menuitem", { name: "Apply as column" }).click();
  await whenIdle(page);
  await expect(heads(page)).toHaveText([
    ...["No.", "Time", "Source", "Destination", "Protocol", "Length", "tcp.window_size_value", "Info"],
  ]);
  await expect(list(page).locator('[data-row="0"] [role=gridcell]').nth(7)).toHaveText("64240");
  await title(page, "tcp.window_size_value").focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+ArrowLeft");
  await expect(title(page, "tcp.window_size_value")).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Delete");
  const arranged = ["No.", "Time", "Source", "tcp.window_size_value", "Protocol", "Length", "Info"];
  await expect(heads(page)).toHaveText(arranged);
  await page.reload();
  await openSample(page, "handshake");
  await expect(heads(page)).toHaveText(arranged);
});

test("a head is dragged to another place, and its edge to another width", async ({ page }) => {
  await open(page, "handshake");
  await title(page, "Length").dragTo(title(page, "Time"));
  await expect(heads(page)).toHaveText(["No.", "Length", "Time", "Source", "Destination", "Protocol", "Info"]);
  await expect(head(page, "Length")).toHaveAttribute("aria-sort", "none");
  const width = async () => (await head(page, "Source").boundingBox())!.width;
  const box = (await head(page, "Source").boundingBox())!;
  await page.mouse.move(box.x + box.width - 3, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width + 57, box.y + 10);
  await page.mouse.up();
  expect(await width()).toBeCloseTo(box.width + 60, 0);
  await page.mouse.dblclick(box.x + box.width + 57, box.y + 10);
  await expect.poll(width).toBeLessThan(box.width + 1);
  await title(page, "Source").focus();
  const before = await width();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(width).toBeGreaterThan(before + 7);
});

test("the dialog names, aligns, adds and takes away, and has the list as it comes", async ({ page }) => {
  await open(page, "handshake");
  await page.keyboard.press("Shift+C");
  await sheet(page).getByRole("textbox", { name: "Title of Length" }).fill("Bytes");
  await sheet(page).getByRole("combobox", { name: "Alignment of Bytes" }).selectOption("left");
  await sheet(page).getByRole("checkbox", { name: "Show Protocol" }).uncheck();
  const name = sheet(page).getByRole("combobox", { name: "Field for a new column" });
  await name.fill("tcp.state.servr");
  await page.keyboard.press("Enter");
  await expect(sheet(page).getByText("There is no field tcp.state.servr.")).toBeVisible();
  await name.fill("tcp.state.server");
  await page.keyboard.press("Enter");
  await sheet(page).getByRole("button", { name: "Move tcp.state.server up" }).click();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await whenIdle(page);
  await expect(heads(page)).toHaveText(["No.", "Time", "Source", "Destination", "tcp.state.server", "Bytes", "Info"]);
  await expect(list(page).locator('[data-row="2"]').getByText("ESTABLISHED")).toBeVisible();
  await page.keyboard.press("Shift+C");
  await sheet(page).getByRole("button", { name: "As the list comes" }).click();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await expect(heads(page)).toHaveText(["No.", "Time", "Source", "Destination", "Protocol", "Length", "Info"]);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test("the dialog of the columns, and a sorted list, are accessible", async ({ page }) => {
      await open(page, "handshake");
      await sort(page, "Length");
      await page.keyboard.press("Shift+C");
      await expect(sheet(page)).toBeVisible();
      await expectAccessible(page, "dialog[open]");
      await page.keyboard.press("Escape");
      await expect(sheet(page)).toBeHidden();
      await expectAccessible(page, "[role=grid]");
    });
  });
}
