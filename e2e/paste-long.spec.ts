/** Fifty megabytes of text: read apart from the page, with its progress, and given up when the sheet is closed. */
import type { Page } from "@playwright/test";
import { expect, test, whenIdle } from "./fixtures.ts";

const SIZE = 50_000_000;
const SEGMENT = "12:00:00.000001 IP 192.0.2.1.1024 > 192.0.2.2.80: Flags [.], seq 1:2, ack 1, win 1, length 1\n";
const NOVEL = "It was a long night, said the 12 sailors > 5 of them awake: nothing was to be seen of the coast.\n";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Packets from tcpdump's text" });

/** Notes each share that the page's progress bar shows from now on: asking now and then misses those of a fast reading. */
async function noteShares(page: Page): Promise<() => Promise<number[]>> {
  const noted = await page.evaluateHandle(() => {
    const shares: number[] = [];
    new MutationObserver(() => {
      const bar = document.querySelector("progress");
      if (bar && bar.value !== shares.at(-1)) shares.push(bar.value);
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["value"] });
    return shares;
  });
  return () => noted.jsonValue();
}

/** Pastes the line again and again, and does not wait until it is read; gives the number of lines. */
async function pasteLong(page: Page, line: string): Promise<number> {
  const lines = Math.ceil(SIZE / line.length);
  // The text is made in the page: through the driver it would take longer than reading it.
  await page.evaluate(
    ({ text, times }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text.repeat(times));
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { text: line, times: lines },
  );
  await expect(sheet(page).getByText("50 MB of text: too long to be shown here, but it is read.")).toBeVisible();
  return lines;
}

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await whenIdle(page);
});

test("fifty megabytes of a novel are read with their progress, and say how little they hold", async ({ page }) => {
  test.slow();
  const sharesShown = await noteShares(page);
  const lines = await pasteLong(page, NOVEL);
  const said = `0 packets understood, ${lines.toLocaleString("en")} lines not`;
  await expect(sheet(page).getByRole("status")).toHaveText(said, { timeout: 120_000 });
  const shares = await sharesShown();
  expect(shares.length).toBeGreaterThan(2);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  const unread = sheet(page).getByRole("list", { name: "Lines that were not understood" }).getByRole("listitem");
  await expect(unread).toHaveCount(101);
  await expect(unread.first()).toHaveText(/^Line 1Not a packet's line\./);
  await expect(unread.last()).toHaveText(`${(lines - 100).toLocaleString("en")} lines more`);
  await expect(sheet(page).getByRole("button", { name: "Show as ladder" })).toBeDisabled();
});

test("fifty megabytes of packets are given up while they are read", async ({ page }) => {
  test.slow();
  await pasteLong(page, SEGMENT);
  const readers = () => page.workers().filter((worker) => worker.url().includes("text.worker")).length;
  await expect(sheet(page).getByRole("progressbar")).toBeVisible({ timeout: 60_000 });
  expect(readers()).toBe(1);
  // The page goes on meanwhile: another day is another reading, in place of the first.
  await sheet(page).getByLabel("Day of the first packet").fill("2024-05-31");
  await expect(sheet(page).getByRole("progressbar")).toBeVisible({ timeout: 60_000 });
  await expect.poll(readers).toBe(1);
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
  await expect.poll(readers).toBe(0);
  await whenIdle(page);
});
