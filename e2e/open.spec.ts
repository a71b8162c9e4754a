/** A capture comes in by the picker, by drop, with progress, and can be stopped. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { tcpCapture } from "./captures.ts";
import { dist, drop, expect, openSample, test, whenIdle } from "./fixtures.ts";

const packets = (page: Page) => page.getByRole("grid", { name: "Packets" });

/** Drops files of the samples on the middle of the page. */
const dropSamples = (page: Page, ...names: readonly string[]) =>
  drop(
    page,
    names.map((name) => ({ name, buffer: readFileSync(join(dist, "samples", name)) })),
  );

test("the start page offers every sample, one click away", async ({ page }) => {
  await page.goto("");
  await page.getByRole("link", { name: /DNS over UDP/ }).click();
  await whenIdle(page);
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "5");
});

test("Back leads from a sample or a lesson to the start page, and Forward to it again", async ({ page }) => {
  const start = page.getByRole("link", { name: /DNS over UDP/ });
  await page.goto("");
  await start.click();
  await whenIdle(page);
  await page.goBack();
  await expect(start).toBeVisible();
  await page.goForward();
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "5");
  await page.goBack();
  await page.getByRole("link", { name: /The three-way handshake/ }).click();
  await expect(page.getByRole("dialog", { name: "Classroom" })).toBeVisible();
  await page.goBack();
  await expect(start).toBeVisible();
  await expect(page.getByRole("dialog", { name: "Classroom" })).toBeHidden();
});

test("a file dropped anywhere on the start page opens", async ({ page }) => {
  await page.goto("");
  await dropSamples(page, "refused.pcap");
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "3");
});

test("a file dropped on an open capture takes its place", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await dropSamples(page, "dns.pcap");
  await expect(packets(page)).toHaveAttribute("aria-rowcount", "5");
  await expect(page.getByText("No TCP in this capture. It holds 4 packets: 4 UDP.")).toBeVisible();
  await expect(page.getByRole("figure", { name: "Flow graph: all packets" }).getByRole("option")).toHaveCount(4);
});

test("the list reads as Wireshark's does", async ({ page }) => {
  await page.goto("");
  await openSample(page, "ipv6");
  const first = packets(page).locator('[role="row"][aria-rowindex="2"]');
  await expect(first.getByRole("gridcell")).toHaveText([
    "", // the mark
    "1",
    "0.000000000",
    "2001:db8:1::10",
    "2001:db8:2::20",
    "TCP",
    "94",
    /^\d+ → 80 \[SYN\] Seq=0 Win=64800 Len=0 MSS=1440 SACK_PERM TSval=\d+ TSecr=0 WS=128$/,
  ]);
});

/** Runs in the page: presses Cancel as soon as there are rows and progress; from outside it may be too late. */
function cancelOnceRowsShow(): void {
  new MutationObserver((_, observer) => {
    const cancel = Array.from(document.querySelectorAll("button")).find(({ textContent }) => textContent === "Cancel");
    const rows = document.querySelector('[role="grid"] [role="row"][aria-rowindex="2"]');
    if (!cancel || !rows || !document.querySelector("progress")) return;
    cancel.focus();
    if (document.activeElement !== cancel) return; // it shows after a moment
    observer.disconnect();
    cancel.click();
  }).observe(document.body, { childList: true, subtree: true });
}

test.describe("a large capture", () => {
  test("shows its first rows and its progress while the rest loads, and stops when told to", async ({ page }, info) => {
    const path = tcpCapture(info.outputPath("large.pcap"), { connections: 100, exchanges: 8000 });
    await page.goto("");
    await page.evaluate(cancelOnceRowsShow);
    await page.getByLabel("Open capture").setInputFiles(path);
    const cancel = page.getByRole("button", { name: "Cancel" });
    await expect(page.getByText(/^Stopped\./)).toBeVisible();
    await whenIdle(page);
    await expect(cancel).toBeHidden();
    await expect(page.locator("body"), "the focus that Cancel had").not.toBeFocused();
    const shown = Number(await packets(page).getAttribute("aria-rowcount")) - 1;
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(2_400_000);
  });

  test("reaches its last packet", async ({ page }, info) => {
    const path = tcpCapture(info.outputPath("many.pcap"), { connections: 40, exchanges: 8000 });
    await page.goto("");
    await page.getByLabel("Open capture").setInputFiles(path);
    await whenIdle(page);
    const rows = Number(await packets(page).getAttribute("aria-rowcount"));
    expect(rows).toBeGreaterThan(500_000);
    await packets(page).locator('[role="row"][aria-rowindex="2"]').click();
    await page.keyboard.press("End");
    await whenIdle(page);
    await expect(packets(page).locator(`[role="row"][aria-rowindex="${rows}"]`)).toBeInViewport();
    expect(await page.locator("*").count()).toBeLessThan(3000);
  });
});
