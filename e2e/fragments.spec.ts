/** A segment that came in fragments of IP: shown with the one that completes it, as if it had come in one. */
import type { Page } from "@playwright/test";
import { join, pcapHeader, pcapRecord } from "../src/core/capture/captures-for-tests.ts";
import { bytesOf, ETHERNET } from "../src/core/protocols/frames-for-tests.ts";
import { drop, expect, test, whenIdle } from "./fixtures.ts";

/** 16 bytes of a segment from 49152 to 80, and the 20 behind them: it ends with "GET /\r\n\r\n" and blanks. */
const FRAGMENTS = [
  "4500 0024 00aa 2000 4006 0000 c0000201 c6336407  c000 0050 00000001 00000002 5018 2000",
  "4500 0028 00aa 0002 4006 0000 c0000201 c6336407  0000 0000 474554202f0d0a0d0a20202020202020",
];
const records = FRAGMENTS.map((hex) => pcapRecord("little", bytesOf(`${ETHERNET} 0800 ${hex}`)));
const CAPTURE = Buffer.from(join(pcapHeader("little"), ...records));

const row = (page: Page, number: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
const header = (page: Page) => page.getByRole("tree").locator('[role="treeitem"][aria-level="1"]');
const bytes = (page: Page) => page.getByRole("table", { name: "Packet bytes" }).getByRole("row").first();

test("the last fragment shows the segment: in its row, in the details, drawn, and its bytes", async ({ page }) => {
  await page.goto("");
  await drop(page, [{ name: "fragments.pcap", buffer: CAPTURE }]);
  await expect(row(page, 1)).toContainText("Fragmented IP protocol (proto=TCP 6, off=0, ID=00aa)");
  await expect(row(page, 2)).toContainText("49152 → 80 [PSH, ACK] Seq=1 Ack=1 Win=8192 Len=16");
  await row(page, 2).click();
  await whenIdle(page);
  await expect(header(page)).toHaveText([/^Frame 2/, /^Ethernet/, /^Internet Protocol/, /^Transmission Control/]);
  await expect(page.getByRole("heading", { name: "TCP header" })).toBeVisible();
  await expect(page.getByText("36 bytes, put together from fragments")).toBeVisible();
  await expect(bytes(page)).toContainText(/^0000c0000050/);
  await page.getByRole("tab", { name: "IPv4" }).click();
  await expect(bytes(page)).toContainText(/^0000020000000001/);
});

test("the fragment before shows what it is alone", async ({ page }) => {
  await page.goto("");
  await drop(page, [{ name: "fragments.pcap", buffer: CAPTURE }]);
  await row(page, 1).click();
  await whenIdle(page);
  await expect(header(page)).toHaveText([/^Frame 1/, /^Ethernet/, /^Internet Protocol/]);
});
