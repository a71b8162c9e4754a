/** What stands beside the ladder's arrows: phases, missing bytes, columns of amounts, what SACK blocks tell. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

const row = (page: Page, frame: number) => page.locator(`figure [data-frame="${frame}"]`);
const ladder = (page: Page) => page.getByRole("listbox", { name: "Packets of the flow graph" });

async function show(page: Page, ...columns: readonly string[]): Promise<void> {
  for (const column of columns) await (await viewSwitch(page, column)).check();
  await page.keyboard.press("Escape");
}

test("phases are named beside their rows, and where they begin", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("");
  await openSample(page, "handshake");
  await expect(row(page, 1)).toHaveAccessibleName(/, handshake begins$/);
  await expect(row(page, 2)).not.toHaveAccessibleName(/begins/);
  await expect(row(page, 4)).toHaveAccessibleName(/, data begins$/);
  await expect(ladder(page).getByText("handshake", { exact: true })).toHaveCount(1);
  await (await viewSwitch(page, "Phases")).uncheck();
  await expect(row(page, 1)).not.toHaveAccessibleName(/begins/);
  await expect(ladder(page).getByText("handshake", { exact: true })).toHaveCount(0);
});

test("a half-close and a reset are phases of their own", async ({ page }) => {
  await page.goto("");
  await openSample(page, "half-close");
  await expect(page.getByRole("option", { name: /half-close begins$/ })).toHaveCount(1);
  await openSample(page, "refused");
  await expect(row(page, 2)).toHaveAccessibleName(/reset begins$/);
});

test("lost bytes are told where they were sent, with the packet that sends them again", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  const words = "1,448 bytes lost, 8689–10136, sent again in packet 37";
  await expect(row(page, 10)).toHaveAccessibleName(new RegExp(`${words}$`));
  await expect(ladder(page).getByText(/1,448 bytes lost/)).toBeVisible();
  await (await viewSwitch(page, "Missing bytes")).uncheck();
  await expect(ladder(page).getByText(/1,448 bytes lost/)).toHaveCount(0);
});

test("columns say the window, the bytes in flight and the round trip, in numbers and in names", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("");
  await openSample(page, "zero-window");
  await show(page, "Receive window of the sender", "Bytes in flight", "Time to the acknowledgment");
  await expect(row(page, 9)).toHaveAccessibleName(/, window 8,688 bytes, acknowledges after 21\.8\d\d ms/);
  await expect(row(page, 8)).toHaveAccessibleName(/, window 64,256 bytes, 7,240 bytes in flight/);
  await expect(row(page, 16)).toHaveAccessibleName(/window 0 bytes/);
  await expect(page.locator("figure").getByText("0–64.3k")).toBeVisible();
  await expect(ladder(page).getByText("8.69k").first()).toBeVisible();
});

test("a column's head makes it a wide graph, and slim again", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("");
  await openSample(page, "lost-segment");
  await show(page, "Bytes in flight");
  const head = page.getByRole("button", { name: "Bytes in flight, 0 to 23.2k bytes: as a wide graph" });
  const slim = (await head.boundingBox())!.width;
  await head.click();
  await expect(head).toHaveAttribute("aria-pressed", "true");
  await expect.poll(async () => (await head.boundingBox())!.width).toBeGreaterThan(2 * slim);
  await head.press("Enter");
  await expect(head).toHaveAttribute("aria-pressed", "false");
});

test("columns go from the last where the window is small, and all on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("");
  await openSample(page, "lost-segment");
  await show(page, "Receive window of the sender", "Bytes in flight", "Time to the acknowledgment");
  const heads = page.getByRole("button", { name: /: as a wide graph$/ });
  await expect(heads.first()).toHaveAccessibleName(/^Receive window/);
  await expect(heads).toHaveCount(2);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(heads).toHaveCount(0);
});

test("a duplicate ACK says which bytes its sender holds, and which are missing", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.keyboard.press("n"); // packet 34
  await page.keyboard.press("n"); // packet 36
  await whenIdle(page);
  const held = page.getByRole("figure", { name: "What the receiver holds" });
  await expect(held.getByRole("listitem")).toHaveText([
    "7241–8688 acknowledged",
    "8689–10136 missing packet 10",
    "10137–14480 held, SACK packet 11",
    /^14481–\d+ no word yet packet 15$/,
  ]);
  await held.getByRole("button", { name: "packet 10" }).click();
  await expect(row(page, 10)).toHaveAttribute("aria-selected", "true");
});

test("the picture that is saved shows them too", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("");
  await openSample(page, "lost-segment");
  await show(page, "Receive window of the sender");
  await page.keyboard.press("s");
  const download = page.waitForEvent("download");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  const svg = readFileSync(await (await download).path(), "utf8");
  for (const words of ["handshake", "1,448 bytes lost", "Window, B", "0–88.4k", "64.3k"]) expect(svg).toContain(words);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`they break no rule of accessibility, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("");
    await openSample(page, "lost-segment");
    await show(page, "Receive window of the sender");
    await page.keyboard.press("n"); // packet 34, which has SACK blocks
    await whenIdle(page);
    await (await viewSwitch(page, "SACK ranges")).focus();
    await expectAccessible(page, "figure", "#ladder-menu", "section[aria-label=Findings]");
  });
}

test("to scale, the ACK that is pointed at shows what its sender holds, and the chosen one does else", async ({
  page,
}) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  const graph = page.getByRole("figure", { name: /^Flow graph: / });
  await page.getByRole("button", { name: "To scale" }).click();
  await whenIdle(page);
  const cells = graph.locator('[class*="cell"]');
  await expect(cells).toHaveCount(0);
  // Packet 38 repeats its ACK, and holds by SACK what came behind the segment that was lost.
  const arrow = graph.locator('[data-frame="38"]');
  await arrow.scrollIntoViewIfNeeded();
  // Rows overlap here: the pointer counts for the one that it is nearest to.
  const box = (await arrow.locator("text").first().boundingBox())!; // it is shown
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(cells.first()).toBeVisible();
  const held = await cells.count();
  expect(held).toBeGreaterThan(3);
  await page.getByRole("heading", { name: "Packet details" }).hover();
  await expect(cells).toHaveCount(0);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.getByRole("heading", { name: "Packet details" }).hover();
  await expect(cells).toHaveCount(held);
});
