/** Compressed captures open like others; cut ones show what they hold; one that grows without end asks first. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { dist, expect, openSample, test, whenIdle } from "./fixtures.ts";

const sample = (name: string) => readFileSync(join(dist, "samples", name));
const packed = (name: string) => readFileSync(fileURLToPath(new URL(`compressed/${name}`, import.meta.url)));
const packets = (page: Page) => page.getByRole("grid", { name: "Packets" });

/** Gives a file to the page, and does not wait for it. */
async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Open capture").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

const FILES = {
  "dns.pcap.gz": gzipSync(sample("dns.pcap")),
  "dns.pcap.zst": packed("dns.pcap.zst"),
  "dns.pcap.lz4": packed("dns.pcap.lz4"),
};

for (const [name, buffer] of Object.entries(FILES)) {
  test(`${name} opens under its name, as the capture in it does`, async ({ page }) => {
    await page.goto("");
    await openSample(page, "dns");
    const row = packets(page).locator('[role="row"][aria-rowindex="2"]');
    const cells = await row.getByRole("gridcell").allTextContents();
    await give(page, name, buffer);
    await whenIdle(page);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
    await expect(packets(page)).toHaveAttribute("aria-rowcount", "5");
    await expect(row.getByRole("gridcell")).toHaveText(cells);
  });
}

test("members of gzip that follow each other are one capture", async ({ page }) => {
  const whole = sample("handshake.pcapng");
  await page.goto("");
  await give(page, "two.pcapng.gz", Buffer.concat([gzipSync(whole.subarray(0, 700)), gzipSync(whole.subarray(700))]));
  await whenIdle(page);
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "12");
});

test("a cut gzip shows the packets that it holds, and says where it ends", async ({ page }) => {
  const whole = gzipSync(sample("download.pcap"));
  const cut = whole.subarray(0, Math.floor(whole.length / 2));
  await page.goto("");
  await give(page, "cut.pcap.gz", cut);
  await whenIdle(page);
  const length = cut.length.toLocaleString("en");
  await expect(
    page.getByText(new RegExp(`\\d+ packets were read; the gzip file ends at byte ${length},`)),
  ).toBeVisible();
  const shown = Number(await packets(page).getAttribute("aria-rowcount")) - 1;
  expect(shown).toBeGreaterThan(5);
  await packets(page).locator('[role="row"][aria-rowindex="2"]').click();
  await page.keyboard.press("End");
  await whenIdle(page);
  await expect(page.getByRole("treeitem", { name: new RegExp(`^Frame ${shown}\\b`) })).toBeVisible();
});

test("a compressed file of which nothing can be read leaves the open capture", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await give(page, "head.pcap.gz", gzipSync(sample("dns.pcap")).subarray(0, 15));
  await whenIdle(page);
  await expect(page.getByRole("alert")).toContainText(/head\.pcap\.gz ends before its first packet.*byte 15\b/s);
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "12");
});

/** Packets of 64,000 zeros in each member of a gzip file. */
const IN_MEMBER = 160;
const MEMBERS = 26;

/** A pcap of more than 250 MB in less than 300 kB. */
function bomb(): Buffer {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(262_144, 16);
  header.writeUInt32LE(1, 20);
  const record = Buffer.alloc(16 + 64_000);
  record.writeUInt32LE(64_000, 8);
  record.writeUInt32LE(64_000, 12);
  const member = gzipSync(Buffer.concat(Array.from({ length: IN_MEMBER }, () => record)));
  return Buffer.concat([gzipSync(header), ...Array.from({ length: MEMBERS }, () => member)]);
}

test.describe("a file that grows beyond measure asks, and", () => {
  const question = (page: Page) =>
    page.getByRole("alert").filter({ hasText: "bomb.pcap.gz grows to more than 250 MB." });

  test("goes on when it shall", async ({ page }) => {
    await page.goto("");
    await give(page, "bomb.pcap.gz", bomb());
    await question(page).getByRole("button", { name: "Go on" }).click();
    await whenIdle(page);
    await expect(packets(page)).toHaveAttribute("aria-rowcount", String(1 + MEMBERS * IN_MEMBER));
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("is counted when it is read", async ({ page }) => {
    const counts = page.getByRole("dialog", { name: "Conversations and endpoints" });
    await page.goto("");
    await give(page, "bomb.pcap.gz", bomb());
    await question(page).waitFor();
    await page.keyboard.press("c");
    await expect(counts.getByText("The capture is still being read.")).toBeVisible();
    await page.keyboard.press("Escape");
    await question(page).getByRole("button", { name: "Go on" }).click();
    await whenIdle(page);
    await page.keyboard.press("c");
    await whenIdle(page);
    await expect(counts.getByRole("grid").locator('[role="row"][aria-rowindex="2"]')).toContainText(
      (MEMBERS * IN_MEMBER).toLocaleString("en"),
    );
  });

  test("stops when it shall not", async ({ page }) => {
    await page.goto("");
    await give(page, "bomb.pcap.gz", bomb());
    await question(page).getByRole("button", { name: "Stop" }).click();
    await whenIdle(page);
    await expect(question(page)).toHaveCount(0);
    await expect(page.getByText(/packets were read; unpacked, the file grows to more than 250 MB/)).toBeVisible();
    expect(Number(await packets(page).getAttribute("aria-rowcount"))).toBeGreaterThan(3000);
  });
});
