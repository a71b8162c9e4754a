/** Notes on packets and ranges: written, shown, changed, undone, saved with the capture, and not lost unasked. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import {
  characters,
  counting,
  enhancedPacket,
  interfaceBlock,
  join as joined,
  option,
  sectionHeader,
} from "../src/core/capture/captures-for-tests.ts";
import { expectAccessible } from "./axe.ts";
import { partOf } from "./captures.ts";
import { dist, drop, expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
const arrow = (page: Page, number: number) => page.locator(`[data-frame="${number}"]`);
const onPacket = (page: Page) => page.getByRole("list", { name: "Notes on this packet" });
const editor = (page: Page) => page.getByRole("dialog", { name: /^Note on / });
const sheet = (page: Page) => page.getByRole("dialog", { name: "Notes, names and link" });

/** Writes a note on what is chosen. */
async function note(page: Page, text: string): Promise<void> {
  await page.keyboard.press("w");
  await editor(page).getByLabel("Text").fill(text);
  await page.keyboard.press("Control+Enter");
  await expect(editor(page)).toHaveCount(0);
  await whenIdle(page);
}

async function chooseRange(page: Page, from: number, to: number): Promise<void> {
  await row(page, from).click();
  await row(page, to).click({ modifiers: ["Shift"] });
}

/** Saves the capture with its notes; gives the file. */
async function save(page: Page): Promise<{ name: string; path: string }> {
  await page.keyboard.press("Shift+W");
  const download = page.waitForEvent("download");
  await sheet(page).getByRole("button", { name: "Save capture with notes" }).click();
  const file = await download;
  await expect(sheet(page).getByText(`Saved as ${file.suggestedFilename()}.`)).toBeVisible();
  return { name: file.suggestedFilename(), path: await file.path() };
}

test.describe("on a sample", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("");
    await openSample(page, "handshake");
  });

  test("a note shows in the list, on the ladder and in the details", async ({ page }) => {
    await row(page, 4).click();
    await note(page, "The request.\nTwo lines of it.");
    await expect(row(page, 4).getByText("commented")).toBeAttached();
    await expect(onPacket(page)).toContainText("The request.\nTwo lines of it.", { useInnerText: true });
    await expect(arrow(page, 4)).toHaveAccessibleName(/; note: The request\./);
    await expect(page.getByRole("figure").locator("title", { hasText: "The request." })).toBeAttached();
    await row(page, 5).click();
    await whenIdle(page);
    await expect(onPacket(page)).toHaveCount(0);
  });

  test("what was typed outlives Escape, each packet its own, until it is given up", async ({ page }) => {
    const text = editor(page).getByLabel("Text");
    await row(page, 4).click();
    await page.keyboard.press("w");
    await text.fill("half a thought");
    await page.keyboard.press("Escape");
    await expect(editor(page)).toHaveCount(0);
    await row(page, 5).click();
    await page.keyboard.press("w");
    await expect(text).toHaveValue("");
    await page.keyboard.press("Escape");
    await row(page, 4).click();
    await page.keyboard.press("w");
    await expect(text).toHaveValue("half a thought");
    await editor(page).getByRole("button", { name: "Cancel" }).click();
    await page.keyboard.press("w");
    await expect(text).toHaveValue("");
  });

  test("the packets alone are saved as pcap, as they stand in the capture", async ({ page }) => {
    await page.keyboard.press("Shift+W");
    await sheet(page).getByRole("combobox", { name: "Format" }).selectOption("pcap");
    const download = page.waitForEvent("download");
    await sheet(page).getByRole("button", { name: "Save packets alone" }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("handshake-packets.pcap");
    const bytes = readFileSync(await file.path());
    // Ethernet, and times in microseconds, as the sample's clock has them.
    expect([bytes.readUInt32LE(0), bytes.readUInt32LE(20)]).toEqual([0xa1b2c3d4, 1]);
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
    await openFile(page, await file.path());
    await expect(row(page, 4)).toContainText("GET /hello.txt HTTP/1.1");
    await expect(page.getByRole("grid", { name: "Packets" })).toHaveAttribute("aria-rowcount", "12");
  });

  test("a note on a range shows on all of its packets, and leads back to it", async ({ page }) => {
    await chooseRange(page, 4, 7);
    await page.keyboard.press("w");
    await expect(page.getByRole("dialog", { name: "Note on packets 4 to 7" })).toBeVisible();
    await page.keyboard.type("One exchange");
    await page.getByRole("button", { name: "Keep" }).click();
    await row(page, 6).click();
    await whenIdle(page);
    await onPacket(page).getByRole("button", { name: "Packets 4 to 7" }).click();
    await expect(page.getByText(/^Packets 4 to 7: 4 packets/)).toBeVisible();
  });

  test("notes are changed, deleted and brought back", async ({ page }) => {
    await row(page, 4).click();
    await note(page, "First");
    await onPacket(page).getByRole("button", { name: "Edit the note on packet 4" }).click();
    await editor(page).getByLabel("Text").fill("Second");
    await editor(page).getByRole("button", { name: "Keep" }).click();
    await expect(onPacket(page)).toContainText("Second");
    await onPacket(page).getByRole("button", { name: "Delete the note on packet 4" }).click();
    await expect(onPacket(page)).toHaveCount(0);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(onPacket(page)).toContainText("Second");
    await page.keyboard.press("Control+z");
    await expect(onPacket(page)).toContainText("First");
    await page.keyboard.press("Control+y");
    await expect(onPacket(page)).toContainText("Second");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(onPacket(page)).toHaveCount(0);
  });

  test("all notes are listed, and lead to their packets", async ({ page }) => {
    await row(page, 9).click();
    await note(page, "Late");
    await row(page, 2).click();
    await note(page, "Early");
    await page.keyboard.press("Shift+W");
    const items = sheet(page).getByRole("listitem");
    await expect(items).toContainText(["Early", "Late"]);
    await items.nth(1).getByRole("button", { name: "Packet 9", exact: true }).click();
    await page.keyboard.press("Escape");
    await expect(row(page, 9)).toHaveAttribute("aria-selected", "true");
  });

  test("a note that is too long for a packet comment is refused with its size", async ({ page }) => {
    await row(page, 4).click();
    await page.keyboard.press("w");
    await editor(page).getByLabel("Text").fill("ä".repeat(32_768));
    await expect(editor(page)).toContainText("1 byte too long");
    await expect(editor(page).getByRole("button", { name: "Keep" })).toBeDisabled();
  });

  test("a letter typed into a note is no command, and Escape makes no note", async ({ page }) => {
    await row(page, 4).click();
    await page.keyboard.press("w");
    await page.keyboard.type("xjk");
    await expect(editor(page).getByLabel("Text")).toHaveValue("xjk");
    await page.keyboard.press("Escape");
    await expect(editor(page)).toHaveCount(0);
    await expect(onPacket(page)).toHaveCount(0);
    await expect(row(page, 4)).toHaveAttribute("aria-selected", "true");
  });

  test("another capture does not take the place of notes that are not saved unasked", async ({ page }) => {
    await row(page, 4).click();
    await note(page, "Mine");
    const other = readFileSync(join(dist, "samples", "simultaneous-close.pcap"));
    await drop(page, [{ name: "other.pcap", buffer: other }]);
    const question = page.getByRole("dialog", { name: "Leave the notes behind?" });
    await question.getByRole("button", { name: "Stay here" }).click();
    await expect(onPacket(page)).toContainText("Mine");
    await drop(page, [{ name: "other.pcap", buffer: other }]);
    await question.getByRole("button", { name: "Drop the notes" }).click();
    await whenIdle(page);
    await expect(page.getByRole("heading", { name: "other.pcap" })).toBeVisible();
    await page.keyboard.press("Shift+W");
    await expect(sheet(page)).toContainText("No notes yet.");
  });

  test("the page asks before it is left with notes that are not saved", async ({ page }) => {
    await row(page, 4).click();
    await note(page, "Mine");
    const asked = page.waitForEvent("dialog");
    void page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe("beforeunload");
    await dialog.dismiss();
  });

  test("what is saved has the notes and the same packets, and nothing is asked then", async ({ page }) => {
    await row(page, 4).click();
    await note(page, "Grüße, 你好\nsecond line");
    await chooseRange(page, 5, 8);
    await note(page, "Range");
    const saved = await save(page);
    expect(saved.name).toBe("handshake-notes.pcapng");
    await page.keyboard.press("Escape");
    await openFile(page, saved.path);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(row(page, 11)).toBeVisible();
    await page.keyboard.press("Shift+W");
    const items = sheet(page).getByRole("listitem");
    await expect(items).toHaveCount(2);
    await expect(items.first()).toContainText("comment in the capture");
    await expect(items.first()).toContainText("Grüße, 你好\nsecond line", { useInnerText: true });
    await expect(items.nth(1).getByRole("button", { name: "Packets 5 to 8" })).toBeVisible();
  });
});

/** Two packets, the second with two comments. */
const COMMENTED = Buffer.from(
  joined(
    sectionHeader("little"),
    interfaceBlock("little"),
    enhancedPacket("little", counting(60)),
    enhancedPacket("little", counting(61), {
      options: joined(option("little", 1, characters("first")), option("little", 1, characters("second"))),
    }),
  ),
);

test("comments of the capture are edited and deleted as notes", async ({ page }) => {
  await page.goto("");
  await drop(page, [{ name: "commented.pcapng", buffer: COMMENTED }]);
  await row(page, 2).click();
  await whenIdle(page);
  const items = onPacket(page).getByRole("listitem");
  await expect(items).toContainText(["first", "second"]);
  await items.nth(0).getByRole("button", { name: /^Edit/ }).click();
  await editor(page).getByLabel("Text").fill("changed");
  await editor(page).getByRole("button", { name: "Keep" }).click();
  await expect(onPacket(page)).toContainText("comment in the capture, edited");
  await items
    .filter({ hasText: "second" })
    .getByRole("button", { name: /^Delete/ })
    .click();
  await expect(items).toHaveCount(1);
  const saved = readFileSync((await save(page)).path);
  expect(saved.includes("changed") && !saved.includes("first") && !saved.includes("second")).toBe(true);
  expect(saved.includes(Buffer.from(counting(61)))).toBe(true);
});

test("a merged capture of pcap files is saved as one", async ({ page }) => {
  const file = readFileSync(join(dist, "samples", "simultaneous-close.pcap"));
  await page.goto("");
  await drop(page, [
    { name: "even.pcap", buffer: partOf(file, (index) => index % 2 === 0) },
    { name: "odd.pcap", buffer: partOf(file, (index) => index % 2 === 1) },
  ]);
  const count = await page.getByRole("grid", { name: "Packets" }).getAttribute("aria-rowcount");
  await row(page, 3).click();
  await note(page, "From the merge");
  const saved = await save(page);
  await page.keyboard.press("Escape");
  await openFile(page, saved.path);
  await expect(page.getByRole("grid", { name: "Packets" })).toHaveAttribute("aria-rowcount", `${count}`);
  await row(page, 3).click();
  await whenIdle(page);
  await expect(onPacket(page)).toContainText("From the merge");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });
    test.beforeEach(async ({ page }) => {
      await page.goto("");
      await openSample(page, "handshake");
      await row(page, 4).click();
      await note(page, "Something");
    });

    for (const [what, key] of [
      ["in the editor", "w"],
      ["in the list of notes", "Shift+W"],
    ] as const) {
      test(`axe finds nothing ${what}`, async ({ page }) => {
        await page.keyboard.press(key);
        await whenIdle(page);
        await expectAccessible(page, "dialog[open]");
      });
    }

    test("axe finds nothing in the notes beside the details", async ({ page }) => {
      await expectAccessible(page, "section:has([role=tree])");
    });
  });
}
