/** What repeats stands in one line of the ladder, which says what it holds, and opens. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

/** The sample's packets 10 to 35 are thirteen segments of one length, each with its ACK. */
const ladder = (page: Page) => page.getByRole("figure", { name: /^Flow graph: / }).getByRole("listbox");
const fold = (page: Page) => ladder(page).getByRole("option", { name: /^Packets 10 to 35 folded: / });
const arrow = (page: Page, frame: number) =>
  ladder(page).getByRole("option", { name: new RegExp(`^Packet ${frame}, `) });
const listRow = (page: Page, frame: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[role="row"][aria-rowindex="${frame + 1}"]`);

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "download");
});

test("segments of one length, each acknowledged, are one line with their numbers", async ({ page }) => {
  await expect(fold(page)).toHaveAccessibleName(
    /^Packets 10 to 35 folded: 13 × \d+ bytes, each acknowledged, server to client, 26 packets in .+, from Seq \d+, Ack \d+ to Seq \d+, Ack \d+$/,
  );
  await expect(fold(page)).toContainText("each acknowledged");
  await expect(arrow(page, 9)).toBeVisible();
  await expect(arrow(page, 10)).toHaveCount(0);
  await expect(arrow(page, 36)).toBeVisible();
  const [before, at, behind] = await Promise.all(
    [arrow(page, 9), fold(page), arrow(page, 36)].map((option) => option.getAttribute("aria-posinset")),
  );
  expect([before, at, behind]).toEqual(["9", "10", "11"]);
});

test("a click opens the line, and its key folds it again", async ({ page }) => {
  await fold(page).click();
  await expect(fold(page)).toHaveCount(0);
  await expect(arrow(page, 10)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("f");
  await expect(fold(page)).toHaveAttribute("aria-selected", "true");
  await expect(arrow(page, 10)).toHaveCount(0);
  await page.keyboard.press("Shift+f");
  await expect(arrow(page, 16)).toHaveCount(1);
  await page.keyboard.press("Shift+f");
  await expect(fold(page)).toBeVisible();
});

test("keys step over the line, Enter opens it, and Shift takes it in as a whole", async ({ page }) => {
  await arrow(page, 9).click();
  await ladder(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(fold(page)).toHaveAttribute("aria-selected", "true");
  const active = await ladder(page).getAttribute("aria-activedescendant");
  expect(await fold(page).getAttribute("id")).toBe(active);
  await page.keyboard.press("ArrowDown");
  await expect(arrow(page, 36)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(arrow(page, 10)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("f");
  await arrow(page, 9).click();
  await page.keyboard.press("Shift+ArrowDown");
  await expect(page.getByText(/^Packets 9 to 35: 27 packets, /)).toBeVisible();
  await expect(fold(page)).toHaveAttribute("aria-selected", "true");
});

test("a packet of the line that is chosen elsewhere opens it", async ({ page }) => {
  await listRow(page, 9).click();
  await page.keyboard.press("ArrowDown");
  await expect(arrow(page, 10)).toHaveAttribute("aria-selected", "true");
  await expect(fold(page)).toHaveCount(0);
});

test("the menu says how many packets are folded, and shows them all", async ({ page }) => {
  await page.getByRole("button", { name: "View" }).click();
  await page.getByRole("checkbox", { name: "Fold repeats: 26 packets are folded" }).uncheck();
  await expect(arrow(page, 20)).toHaveCount(1);
  await page.getByRole("checkbox", { name: "Fold repeats" }).check();
  await expect(arrow(page, 20)).toHaveCount(0);
});

test("to scale each packet stands at its own time, and nothing is folded", async ({ page }) => {
  await page.keyboard.press("t");
  await expect(fold(page)).toHaveCount(0);
  await page.getByRole("button", { name: "View" }).click();
  await expect(page.getByRole("checkbox", { name: "Fold repeats: in even rows only" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await page.keyboard.press("t");
  await expect(fold(page)).toBeVisible();
});

test("pictures are folded as the screen is, and texts hold all packets", async ({ page }) => {
  await page.keyboard.press("s");
  await whenIdle(page);
  await expect(page.getByText("Packets that are folded on the screen are folded here too")).toBeVisible();
  const saved = async () => {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const stream = await (await download).createReadStream();
    const parts: Buffer[] = [];
    for await (const part of stream) parts.push(part as Buffer); // a download's stream gives buffers
    return Buffer.concat(parts).toString();
  };
  const svg = await saved();
  expect(svg).toMatch(/13 × \d+ bytes, each acknowledged/);
  await page.getByRole("radio", { name: /^CSV/ }).check();
  await expect(page.getByText("This holds all packets")).toBeVisible();
  const lines = (await saved()).trim().split("\n");
  expect(lines.filter((line) => /^(1\d|2\d|3[0-5]),/.test(line))).toHaveLength(26);
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("a folded line breaks no rule that axe knows, chosen or not", async ({ page }) => {
      await expect(fold(page)).toBeVisible();
      await expectAccessible(page, "figure");
      await arrow(page, 9).click();
      await page.keyboard.press("ArrowDown");
      await expectAccessible(page, "figure");
    });
  });
}
