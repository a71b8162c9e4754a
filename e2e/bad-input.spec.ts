/** What is no capture, or a damaged one, is told with what was found and where; what was open stays open. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { dist, expect, openSample, test, whenIdle } from "./fixtures.ts";

const sample = (name: string) => readFileSync(join(dist, "samples", name));
const packets = (page: Page) => page.getByRole("grid", { name: "Packets" });

async function give(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel("Open capture").setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await whenIdle(page);
}

/** The head of a pcap file (24 bytes), Ethernet, and of a record that claims `claimed` bytes and has `held`. */
function recordThatClaims(claimed: number, held: number): Buffer {
  const file = Buffer.alloc(24 + 16 + held);
  file.writeUInt32LE(0xa1b2c3d4, 0);
  file.writeUInt16LE(2, 4);
  file.writeUInt16LE(4, 6);
  file.writeUInt32LE(262_144, 16);
  file.writeUInt32LE(1, 20);
  file.writeUInt32LE(claimed, 32);
  file.writeUInt32LE(claimed, 36);
  return file;
}

const PNG = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");

const NO_CAPTURE = {
  "an empty file": { buffer: Buffer.alloc(0), says: /is empty.*0 bytes/s },
  "a picture": { buffer: PNG, says: /not a capture.*PNG/s },
  "a truncated header": { buffer: sample("refused.pcap").subarray(0, 20), says: /20 of 24 bytes/ },
  "a file of zeros": { buffer: Buffer.alloc(4096), says: /4,096 bytes are 0/ },
  "a first record that claims more than the file holds": {
    buffer: recordThatClaims(74, 10),
    says: /byte 24\D.*10 of 74|byte 24\D.*26 of 90/s,
  },
  "a first record that claims more than any packet has": {
    buffer: recordThatClaims(0x7fffffff, 10),
    says: /byte 24\D.*2,147,483,647/s,
  },
} as const;

for (const [what, { buffer, says }] of Object.entries(NO_CAPTURE)) {
  test(`${what} is told, and the open capture stays`, async ({ page }) => {
    await page.goto("");
    await openSample(page, "handshake");
    await give(page, "given.pcap", buffer);
    await expect(page.getByRole("alert")).toContainText("given.pcap");
    await expect(page.getByRole("alert")).toContainText(says);
    await expect(packets(page)).toHaveAttribute("aria-rowcount", "12");
    await page.getByRole("alert").getByRole("button", { name: "Dismiss" }).click();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
}

test("on the start page, what is no capture leaves the start page", async ({ page }) => {
  await page.goto("");
  await give(page, "photo.png", PNG);
  await expect(page.getByRole("alert")).toContainText("photo.png");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a file that ends within a packet shows the packets before, and where it ends", async ({ page }) => {
  const whole = sample("simultaneous-close.pcap");
  await page.goto("");
  await give(page, "cut.pcap", whole.subarray(0, whole.length - 10));
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "11");
  await expect(
    page.getByText(/10 packets were read; the record of packet 11, at byte [\d,]+, ends after/),
  ).toBeVisible();
});

test("a capture without packets says so", async ({ page }) => {
  await page.goto("");
  await give(page, "nothing.pcap", recordThatClaims(0, 0).subarray(0, 24));
  await expect(page.getByText("No packets in this capture.")).toBeVisible();
});

test("after a failure the next file opens", async ({ page }) => {
  await page.goto("");
  await give(page, "given.pcap", PNG);
  await openSample(page, "refused");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "3");
});
