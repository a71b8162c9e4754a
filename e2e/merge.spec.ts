/** Captures that are dropped or chosen together open as one, in the order of time; each packet knows its file. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { partOf } from "./captures.ts";
import { dist, drop, expect, openSample, test, whenIdle } from "./fixtures.ts";

const sample = (name: string) => readFileSync(join(dist, "samples", name));
const packets = (page: Page) => page.getByRole("grid", { name: "Packets" });
const rows = (page: Page) => packets(page).locator("[data-row]");
const column = (page: Page, place: number) => rows(page).locator(`[role="gridcell"]:nth-child(${place})`);

/** The packets of a sample in two files, by turns. */
const halves = (name: string) => [
  { name: "even.pcap", buffer: partOf(sample(name), (index) => index % 2 === 0) },
  { name: "odd.pcap.gz", buffer: gzipSync(partOf(sample(name), (index) => index % 2 === 1)) },
];

const file = (page: Page) => page.getByRole("treeitem", { name: /File: / });

async function openFrame(page: Page): Promise<void> {
  await page.getByRole("treeitem", { name: /^Frame \d+/ }).dblclick();
}

test("two halves of a capture, one of them compressed, are the whole again", async ({ page }) => {
  await page.goto("");
  await openSample(page, "simultaneous-close");
  await expect(column(page, 8)).toHaveCount(11);
  await expect(column(page, 8).last()).not.toBeEmpty(); // rows below the view have their words later
  const whole = await column(page, 8).allTextContents();
  await page.goto("");
  await drop(page, halves("simultaneous-close.pcap"));
  await expect(column(page, 9)).toHaveText(whole);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 files: even.pcap, odd.pcap.gz");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("title", "even.pcap\nodd.pcap.gz");
  await expect(page.getByRole("status").filter({ hasText: /\S/ })).toContainText(
    "2 files are open as one capture: 11 packets, 1 connection.",
  );
});

test("the list and the details name the file of each packet", async ({ page }) => {
  await page.goto("");
  await drop(page, halves("simultaneous-close.pcap"));
  await expect(packets(page).getByRole("columnheader")).toContainText(["Time", "File", "Source"]);
  await expect(column(page, 4)).toHaveText(
    Array.from({ length: 11 }, (_, row) => ["even.pcap", "odd.pcap.gz"][row % 2]!),
  );
  await rows(page).nth(3).click();
  await whenIdle(page);
  await expect(page.getByRole("treeitem", { name: /^Frame 4/ })).toContainText("in odd.pcap.gz");
  await openFrame(page);
  await expect(file(page)).toContainText("odd.pcap.gz");
  await rows(page).nth(4).click();
  await whenIdle(page);
  await expect(file(page)).toContainText("even.pcap");
});

test("files of different formats that are chosen together open as one", async ({ page }) => {
  await page.goto("");
  const chosen = ["handshake.pcapng", "dns.pcap"].map((name) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: sample(name),
  }));
  await page.getByLabel("Open capture").setInputFiles(chosen);
  await whenIdle(page);
  await expect(packets(page)).toHaveAttribute("aria-rowcount", String(1 + 11 + 4));
  const times = await column(page, 3).allTextContents();
  expect(times).toEqual([...times].sort((a, b) => Number(a) - Number(b)));
});

test("what is no capture among them is told, and the others open", async ({ page }) => {
  await page.goto("");
  const files = [{ name: "photo.png", buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex") }];
  await drop(page, [...files, ...halves("simultaneous-close.pcap")]);
  await expect(page.getByRole("alert")).toContainText(
    /photo\.png is not a capture\..*PNG picture\..*The other 2 files are open\./,
  );
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2 files: even.pcap, odd.pcap.gz");
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "12");
});

test("a file among them that is cut says which, and where", async ({ page }) => {
  const [even, odd] = halves("simultaneous-close.pcap");
  await page.goto("");
  await drop(page, [{ name: "cut.pcap", buffer: even!.buffer.subarray(0, -5) }, odd!]);
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "11");
  await expect(page.getByText(/^cut\.pcap: Cut short\. 5 packets were read; the record of packet 6/)).toBeVisible();
});

test("files that are dropped later take the place of those before", async ({ page }) => {
  await page.goto("");
  await drop(page, halves("simultaneous-close.pcap"));
  await drop(page, [{ name: "dns.pcap", buffer: sample("dns.pcap") }]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("dns.pcap");
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "5");
});
