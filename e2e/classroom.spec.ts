/** The classroom: one packet at a time, by a clicker's keys, the slider, buttons and a finger. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const classroom = (page: Page) => page.getByRole("dialog", { name: "Classroom" });
const arrows = (page: Page) => classroom(page).getByRole("option");
const place = (page: Page) => classroom(page).getByRole("status").filter({ hasText: " of " });

async function enter(page: Page): Promise<void> {
  await page.goto("");
  await openSample(page, "handshake");
  await page.keyboard.press("p");
  await expect(place(page)).toHaveText("1 of 11");
}

test("a clicker walks through the packets, and the workbench shows the one that was shown last", async ({ page }) => {
  await enter(page);
  await expect(arrows(page)).toHaveCount(1);
  for (const key of ["PageDown", "Space", "ArrowRight", "ArrowDown"]) await page.keyboard.press(key);
  await expect(place(page)).toHaveText("5 of 11");
  await expect(arrows(page).last()).toHaveAttribute("data-frame", "5");
  await expect(arrows(page).last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("PageUp");
  await expect(arrows(page).last()).toHaveAttribute("data-frame", "4");
  await page.keyboard.press("End");
  await expect(place(page)).toHaveText("11 of 11");
  await expect(classroom(page).getByRole("button", { name: "Next" })).toBeDisabled();
  await page.keyboard.press("Home");
  await expect(place(page)).toHaveText("1 of 11");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("Escape");
  await expect(classroom(page)).toBeHidden();
  await expect(page.getByRole("grid", { name: "Packets" }).locator('[aria-selected="true"]')).toHaveAttribute(
    "data-row",
    "1",
  );
});

test("B makes the picture dark, and the next key only brings it back", async ({ page }) => {
  await enter(page);
  await page.keyboard.press("b");
  const dark = classroom(page).getByRole("status", { name: "The picture is dark." });
  await expect(dark).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(dark).toHaveCount(0);
  await expect(place(page)).toHaveText("1 of 11");
});

test("the slider, the buttons and a click on an arrow step too", async ({ page }) => {
  await enter(page);
  await classroom(page).getByRole("slider", { name: "Packet" }).fill("6");
  await expect(place(page)).toHaveText("7 of 11");
  await classroom(page).getByRole("button", { name: "Back" }).click();
  await classroom(page).getByRole("button", { name: "Back" }).click();
  await classroom(page).getByRole("button", { name: "Next" }).click();
  await expect(place(page)).toHaveText("6 of 11");
  await arrows(page).first().click();
  const first = await arrows(page).last().getAttribute("data-frame");
  await expect(place(page)).toHaveText(`${first} of 11`);
});

test("words are as large as the back row needs, and larger by key", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await enter(page);
  const heights = () =>
    arrows(page)
      .first()
      .locator("text")
      .evaluateAll((texts) =>
        texts.map((text) => {
          const { a, d } = (text as SVGTextElement).getScreenCTM()!;
          return Number.parseFloat(getComputedStyle(text).fontSize) * Math.max(a, d);
        }),
      );
  const before = await heights();
  expect(Math.min(...before)).toBeGreaterThanOrEqual(24);
  await page.keyboard.press("+");
  await whenIdle(page);
  expect(Math.min(...(await heights()))).toBeGreaterThan(Math.min(...before));
});

test("the words of a packet are whole on a projector: a clicker cannot scroll", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await enter(page);
  for (let packet = 1; packet <= 11; packet++) {
    await expect(place(page)).toHaveText(`${packet} of 11`);
    await whenIdle(page);
    const words = classroom(page).getByRole("list").filter({ hasText: "RFC" });
    const beyond = await words.evaluate(({ parentElement: panel }) => panel!.scrollHeight - panel!.clientHeight);
    expect(beyond, `packet ${packet}`).toBe(0);
    await page.keyboard.press("PageDown");
  }
});

test("a swipe steps on a phone", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await enter(page);
  const swipe = (from: number, to: number) =>
    classroom(page).evaluate(
      (dialog, [start, end]) => {
        const touch = (clientX: number) => new Touch({ identifier: 1, target: dialog, clientX, clientY: 300 });
        const send = (type: string, touches: readonly Touch[], changed: readonly Touch[]) =>
          dialog.dispatchEvent(
            new TouchEvent(type, { bubbles: true, touches: [...touches], changedTouches: [...changed] }),
          );
        send("touchstart", [touch(start)], [touch(start)]);
        send("touchend", [], [touch(end)]);
      },
      [from, to] as const,
    );
  await swipe(300, 100);
  await swipe(300, 100);
  await expect(place(page)).toHaveText("3 of 11");
  await swipe(100, 300);
  await expect(place(page)).toHaveText("2 of 11");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test("axe finds nothing", async ({ page }) => {
        await enter(page);
        await page.keyboard.press("PageDown");
        await expectAccessible(page, "dialog[open]");
      });
    });
  }
}

for (const locale of ["en-US", "zh-CN"]) {
  test.describe(`on the narrowest phone, ${locale}`, () => {
    test.use({ locale, viewport: { width: 320, height: 640 } });

    test("the bar's buttons have their words whole", async ({ page }) => {
      await page.goto("#sample=handshake");
      await whenIdle(page);
      await page.keyboard.press("p");
      const buttons = page.getByRole("dialog").locator("header button:visible");
      await expect(buttons).toHaveCount(5);
      const isCut = ({ scrollWidth, clientWidth }: Element) => scrollWidth > clientWidth;
      for (const button of await buttons.all()) expect(await button.evaluate(isCut)).toBe(false);
      const { x, width } = (await buttons.last().boundingBox())!;
      expect(x + width).toBeLessThanOrEqual(320);
    });
  });
}
