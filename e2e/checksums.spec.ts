/** Checksums are verified when the reader asks for it: good ones, bad ones, and what a bad one may come from. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { dist, drop, expect, test, whenIdle } from "./fixtures.ts";

const FILE_HEADER = 24;
const RECORD_HEADER = 16;
/** Where a frame of the sample has its checksums: Ethernet's 14 bytes, IPv4's 20. */
const IPV4_CHECKSUM = 14 + 10;
const TCP_CHECKSUM = 34 + 16;

/** Where the frames of a little-endian pcap file begin. */
function framesOf(file: Buffer): number[] {
  const frames: number[] = [];
  for (let at = FILE_HEADER; at < file.length; at += RECORD_HEADER + file.readUInt32LE(at + 8)) {
    frames.push(at + RECORD_HEADER);
  }
  return frames;
}

/** A sample whose checksums are all good, but for the second packet's of TCP and the third's of IPv4. */
const capture = readFileSync(join(dist, "samples", "half-close.pcap"));
const [, second, third] = framesOf(capture) as [number, number, number]; // it has more
const right = capture.readUInt16BE(second + TCP_CHECKSUM);
capture.writeUInt16BE(right ^ 0x0100, second + TCP_CHECKSUM);
capture.writeUInt16BE(0, third + IPV4_CHECKSUM);
const hex = (value: number) => `0x${value.toString(16).padStart(4, "0")}`;

const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
const verify = (page: Page) => page.getByRole("checkbox", { name: "Verify checksums" });
const checksum = (page: Page) => page.getByRole("treeitem", { name: /^Checksum: / });
const bad = (page: Page) => page.getByRole("region", { name: "Bad checksums" });

async function openCapture(page: Page): Promise<void> {
  await page.goto("");
  await drop(page, [{ name: "half-close.pcap", buffer: capture }]);
}

async function choose(page: Page, number: number): Promise<void> {
  await row(page, number).click();
  await whenIdle(page);
}

test("nothing is verified until it is asked for", async ({ page }) => {
  await openCapture(page);
  await choose(page, 2);
  await expect(verify(page)).not.toBeChecked();
  await expect(checksum(page)).toContainText("not verified");
  await expect(row(page, 2)).not.toContainText("INCORRECT");
  await expect(bad(page)).toBeHidden();
});

test("shows good and bad ones, with what they should be, and no longer when it is switched off", async ({ page }) => {
  await openCapture(page);
  await choose(page, 2);
  await verify(page).check();
  await expect(checksum(page)).toContainText(hex(right ^ 0x0100));
  await expect(checksum(page)).toContainText(`bad: should be ${hex(right)}`);
  await expect(row(page, 2)).toContainText("[TCP CHECKSUM INCORRECT]");
  await expect(row(page, 2).getByText("bad checksum")).toBeAttached();
  await expect(bad(page)).toContainText(`Bad TCP checksum ${hex(right ^ 0x0100)}, should be ${hex(right)}`);
  await expect(bad(page)).toContainText("the network card fills the checksum in");

  await choose(page, 1);
  await expect(checksum(page)).toContainText("good");
  await expect(row(page, 1).getByText("bad checksum")).toHaveCount(0);
  await expect(bad(page)).toBeHidden();

  await choose(page, 2);
  await verify(page).uncheck();
  await expect(checksum(page)).toContainText("not verified");
  await expect(row(page, 2)).not.toContainText("INCORRECT");
  await expect(page.getByText("bad checksum")).toHaveCount(0);
});

test("says of an empty one that the network card fills it in", async ({ page }) => {
  await openCapture(page);
  await choose(page, 3);
  await verify(page).check();
  await expect(bad(page)).toContainText("Bad IPv4 checksum 0x0000, should be ");
  await expect(bad(page)).toContainText("Left empty");
  await expect(row(page, 3).getByText("bad checksum")).toBeAttached();
});

test("the key V switches it, and the choice is kept", async ({ page }) => {
  await openCapture(page);
  await choose(page, 2);
  await page.keyboard.press("v");
  await expect(verify(page)).toBeChecked();
  await page.reload();
  await drop(page, [{ name: "half-close.pcap", buffer: capture }]);
  await expect(verify(page)).toBeChecked();
  await expect(row(page, 2)).toContainText("[TCP CHECKSUM INCORRECT]");
  await page.keyboard.press("v");
  await expect(row(page, 2)).not.toContainText("INCORRECT");
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing", async ({ page }) => {
      await openCapture(page);
      await choose(page, 2);
      await verify(page).check();
      await expect(bad(page)).toBeVisible();
      await expectAccessible(page);
    });
  });
}
