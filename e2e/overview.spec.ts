/** The overview strip: all packets at a glance, with the part that shows as a window to drag. */
import type { Page } from "@playwright/test";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const strip = (page: Page) => page.getByRole("figure", { name: /^Flow graph/ }).getByRole("img", { name: "Overview" });
const ladder = (page: Page) => page.getByRole("listbox", { name: "Packets of the flow graph" });

/** The colours on the canvas, as "r,g,b", that more than `least` of its pixels have. */
function colours(page: Page, least = 20): Promise<string[]> {
  return strip(page)
    .locator("canvas")
    .evaluate((canvas: HTMLCanvasElement, few) => {
      const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
      const counts = new Map<string, number>();
      for (let at = 0; at < data.length; at += 4) {
        if (data[at + 3] !== 255) continue;
        const colour = data.slice(at, at + 3).join();
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
      return [...counts].filter(([, count]) => count > few).map(([colour]) => colour);
    }, least);
}

test("shows what both sides sent and where there was trouble, in the theme's colours", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("");
  await openSample(page, "lost-segment");
  const light = await colours(page);
  expect(light.length).toBeGreaterThanOrEqual(3);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(async () => (await colours(page)).some((colour) => light.includes(colour))).toBe(false);
  expect((await colours(page)).length).toBeGreaterThanOrEqual(3);
});

test("its window is dragged to the last packet and back", async ({ page }) => {
  await page.goto("");
  await openSample(page, "lost-segment");
  const box = (await strip(page).boundingBox())!;
  const last = ladder(page).getByRole("option").last();
  const before = await last.getAttribute("data-frame");
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 2, { steps: 5 });
  await whenIdle(page);
  expect(Number(await last.getAttribute("data-frame"))).toBeGreaterThan(Number(before));
  await page.mouse.move(box.x + box.width / 2, box.y + 2, { steps: 5 });
  await page.mouse.up();
  await whenIdle(page);
  await expect(ladder(page).getByRole("option").first()).toHaveAttribute("data-frame", "1");
});
