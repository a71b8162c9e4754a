/** In the system's few colours (Windows' high contrast), what is chosen differs, and colours that mean something stay. */
import type { Locator, Page } from "@playwright/test";
import { expect, openSample, test } from "./fixtures.ts";

/** A colour of an element as it is drawn. */
const colourOf = (element: Locator, property: "background-color" | "color" | "fill") =>
  element.evaluate((drawn, name) => getComputedStyle(drawn).getPropertyValue(name), property);

/** The one has the system's colours of what is chosen, the other has not. */
async function expectChosen(page: Page, chosen: Locator, other: Locator): Promise<void> {
  const [ground, ink] = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("p"));
    Object.assign(probe.style, { background: "Highlight", color: "HighlightText", forcedColorAdjust: "none" });
    const { backgroundColor, color } = getComputedStyle(probe);
    probe.remove();
    return [backgroundColor, color];
  });
  await expect(chosen).toHaveCSS("background-color", ground!);
  await expect(chosen).toHaveCSS("color", ink!);
  await expect(other).not.toHaveCSS("background-color", ground!);
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`with a ${colorScheme} ground`, () => {
    test.use({ colorScheme, contextOptions: { forcedColors: "active" } });

    test.beforeEach(async ({ page }) => {
      await page.goto("");
      await openSample(page, "lost-segment");
    });

    test("rows, tabs and switches that are chosen", async ({ page }) => {
      const row = (number: number) => page.getByRole("grid", { name: "Packets" }).locator(`[data-row="${number - 1}"]`);
      await row(6).click();
      await expectChosen(page, row(6), row(7));
      expect(await colourOf(row(6).getByRole("gridcell").nth(3), "color")).toBe(await colourOf(row(6), "color"));
      const connections = page.getByRole("listbox", { name: "Connections" }).getByRole("option");
      await expectChosen(page, connections.nth(1), connections.first());
      await expectChosen(page, page.getByRole("tab", { name: "Ack" }), page.getByRole("tab", { name: "Seq" }));
      const button = (name: string) => page.getByRole("button", { name, exact: true });
      await expectChosen(page, button("Even rows"), button("To scale"));
      await expectChosen(page, button("Connection"), button("To scale"));
    });

    test("the format of an export", async ({ page }) => {
      await page.keyboard.press("s");
      const formats = page.getByRole("dialog").locator("label");
      await expectChosen(page, formats.filter({ hasText: "SVG" }), formats.filter({ hasText: "PNG" }));
    });

    test("the graph's legend, the classroom's packets and the colouring rules", async ({ page }) => {
      await page.keyboard.press("b");
      const signs = page.getByRole("dialog", { name: "Time-sequence graph" }).locator("li:not([hidden]) [data-colour]");
      const colours = await signs.evaluateAll((all) => all.map((sign) => getComputedStyle(sign).color));
      expect(new Set(colours).size).toBe(colours.length);
      await page.keyboard.press("Escape");
      await page.keyboard.press("Shift+X");
      const name = (rule: string) => page.getByRole("textbox", { name: `Name of ${rule}` });
      expect(await colourOf(name("ARP"), "background-color")).not.toBe(
        await colourOf(name("TCP RST"), "background-color"),
      );
    });
  });
}
