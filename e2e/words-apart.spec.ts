/** A reader of a narrow ladder to scale reads the words along every arrow that shows them, and of each one that is chosen. */
import type { Page } from "@playwright/test";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

/**
 * Pairs of texts along arrows that lie over each other as drawn: by the corners of each box, a little smaller, turned with
 * it. And the texts along the chosen row's arrow.
 */
const wordsIn = (page: Page) =>
  page.locator("figure").evaluate((figure) => {
    type Corner = readonly [number, number];
    const corners = (text: SVGTextElement): readonly Corner[] => {
      const { x, y, width, height } = text.getBBox();
      const matrix = text.getScreenCTM()!;
      return [
        [x, y + 3],
        [x + width, y + 3],
        [x + width, y + height - 3],
        [x, y + height - 3],
      ].map(([left, top]) => {
        const point = new DOMPoint(left, top).matrixTransform(matrix);
        return [point.x, point.y];
      });
    };
    /** Whether a side of the one, whose corners go round with the clock, has all of the other beyond it. */
    const isBeyond = (one: readonly Corner[], other: readonly Corner[]) =>
      one.some(([x, y], side) => {
        const [nextX, nextY] = one[(side + 1) % one.length]!;
        return other.every(([atX, atY]) => (atX - x) * (nextY - y) >= (atY - y) * (nextX - x));
      });
    const texts = [...figure.querySelectorAll("[data-frame]")].flatMap((arrow) =>
      [...arrow.querySelectorAll("text")]
        .filter((text) => text.textContent && text.getAttribute("transform") && text.getBBox().width > 0)
        .map((text) => ({ frame: arrow.getAttribute("data-frame"), said: text.textContent, box: corners(text) })),
    );
    const found = texts.flatMap((one, place) =>
      texts
        .slice(place + 1)
        .filter(({ frame, box }) => frame !== one.frame && !isBeyond(one.box, box) && !isBeyond(box, one.box))
        .map((other) => `${one.frame} ${one.said} / ${other.frame} ${other.said}`),
    );
    const chosen = figure.querySelector("[data-frame][aria-selected=true]")?.getAttribute("data-frame");
    return { found, ofChosen: texts.filter(({ frame }) => frame === chosen).map(({ said }) => said) };
  });

test("words along arrows never lie over each other, whichever row is chosen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.keyboard.press("t");
  for (const zoom of ["as it opens", "larger"]) {
    for (let number = 1; number <= 24; number++) {
      await whenIdle(page);
      const { found, ofChosen } = await wordsIn(page);
      expect(found, `packet ${number} chosen, ${zoom}`).toEqual([]);
      expect(ofChosen, `packet ${number} chosen, ${zoom}`).not.toEqual([]);
      await page.keyboard.press("ArrowDown");
    }
    await page.keyboard.press("Home");
    await page.keyboard.press("+");
  }
});
