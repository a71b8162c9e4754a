/** A reader looks at a connection as a time-sequence graph, and chooses segments in it. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const sheet = (page: Page) => page.getByRole("dialog", { name: "Time-sequence graph" });
const picture = (page: Page) => sheet(page).getByRole("img");
const plot = (page: Page) => sheet(page).getByRole("group", { name: /^Segments: / });
const said = (page: Page) => sheet(page).getByRole("status");
/** The pixels of the canvas, as text. */
const pixels = (page: Page) => picture(page).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
const selected = (page: Page) => page.locator('figure [role=option][aria-selected="true"]').first();

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
});

test("it opens by a key and from the menu, says what it holds, and closes", async ({ page }) => {
  await page.keyboard.press("b");
  await expect(picture(page)).toHaveAccessibleName(
    // tshark counts 28 with data, SYN or FIN, and 36,102 as the number behind the last.
    "Time-sequence graph of 192.0.2.10 and 198.51.100.20: Client to server, 28 segments, 36.1 kB, 1 sent again",
  );
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("button", { name: "Time-sequence graph…" }).click();
  await expect(picture(page)).toBeVisible();
});

test("keys choose segments, here as in the ladder", async ({ page }) => {
  await page.locator('figure [data-frame="1"]').click();
  await page.keyboard.press("b");
  await expect(said(page)).toHaveText("Packet 1, Client to server: 0, SYN counts as one, at 0 µs");
  await plot(page).focus();
  await page.keyboard.press("ArrowRight");
  await expect(said(page)).toHaveText(/^Packet 4, Client to server: 1 to 1,448, /);
  await expect(selected(page)).toHaveAttribute("data-frame", "4");
  await page.keyboard.press("ArrowLeft");
  await expect(selected(page)).toHaveAttribute("data-frame", "1");
});

test("a click chooses the segment that is nearest, and the pointer tells of it before", async ({ page }) => {
  await page.keyboard.press("b");
  await expect(picture(page)).toBeVisible();
  await whenIdle(page);
  const box = (await plot(page).boundingBox())!; // it is shown
  // The SYN stands where the axes meet.
  const at = { x: box.x + 76 + 2, y: box.y + box.height - 30 - 2 };
  await page.mouse.move(at.x, at.y);
  await expect(said(page)).toHaveText(/^Packet 1, /);
  await page.mouse.click(at.x, at.y);
  await expect(selected(page)).toHaveAttribute("data-frame", "1");
});

test("it is zoomed and moved by keys, wheel and buttons, and shown whole again", async ({ page }) => {
  await page.keyboard.press("b");
  await expect(picture(page)).toBeVisible();
  await plot(page).focus();
  const whole = await pixels(page);
  await page.keyboard.press("+");
  await expect.poll(() => pixels(page)).not.toBe(whole);
  const zoomed = await pixels(page);
  await page.keyboard.press("Shift+Alt+ArrowRight");
  await expect.poll(() => pixels(page)).not.toBe(zoomed);
  await page.keyboard.press("0");
  await expect.poll(() => pixels(page)).toBe(whole);
  const box = (await plot(page).boundingBox())!; // it is shown
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -240);
  await page.keyboard.up("Control");
  await expect(sheet(page).getByRole("button", { name: "All of it" })).toBeEnabled();
  await sheet(page).getByRole("button", { name: "All of it" }).click();
  await expect(sheet(page).getByRole("button", { name: "All of it" })).toBeDisabled();
});

test("the other direction and both are drawn by choice, and the table is the same in words", async ({ page }) => {
  await page.keyboard.press("b");
  const out = await pixels(page);
  await sheet(page).getByRole("radio", { name: "Both" }).check();
  await expect(picture(page)).toHaveAccessibleName(/Client to server, .+; Server to client, /);
  await expect.poll(() => pixels(page)).not.toBe(out);
  await sheet(page).getByRole("button", { name: "The same packets as a table" }).click();
  await expect(page.getByRole("grid", { name: /as a table$/ })).toBeVisible();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`in the ${colorScheme} theme it breaks no rule that axe knows`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.keyboard.press("b");
    await expect(picture(page)).toBeVisible();
    await expectAccessible(page, "dialog");
  });
}
