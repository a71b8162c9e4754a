/** Lessons: from the start page, by a link, by a clicker's keys; and one that there is not. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, test, whenIdle } from "./fixtures.ts";

const classroom = (page: Page) => page.getByRole("dialog", { name: "Classroom" });
const headline = (page: Page) => classroom(page).getByRole("heading", { level: 3 });
const lastArrow = (page: Page) => classroom(page).getByRole("option").last();

test("a lesson is walked by a clicker's keys, from the start page on", async ({ page }) => {
  await page.goto("");
  await page.getByRole("link", { name: "The three-way handshake" }).click();
  await expect(headline(page)).toHaveText("The client asks");
  await expect(lastArrow(page)).toHaveAttribute("data-frame", "1");
  await page.keyboard.press("PageDown");
  await expect(headline(page)).toHaveText("The server agrees, and asks back");
  await expect(lastArrow(page)).toHaveAttribute("data-frame", "2");
  // The equation is that of the packet, not of the lesson.
  await expect(classroom(page).getByText("Ack 1", { exact: true })).toBeVisible();
  await page.keyboard.press("End");
  await expect(headline(page)).toHaveText("Each side believes");
  await expect(lastArrow(page)).toHaveAttribute("data-frame", "3");
  await expect(classroom(page).locator('[role="option"][aria-selected="true"]')).toHaveCount(3);
  await page.keyboard.press("PageUp");
  await expect(headline(page)).toHaveText("The third segment");
  await classroom(page).getByRole("button", { name: "All packets" }).click();
  await expect(classroom(page).getByText("3 of 11")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(classroom(page)).toBeHidden();
  await expect(page.getByRole("grid", { name: "Packets" })).toBeVisible();
});

test("a link opens a lesson; one that there is not says so", async ({ page }) => {
  await page.goto("#lesson=fast-retransmission");
  await expect(headline(page)).toHaveText("Agreed on at the beginning");
  await page.goto("about:blank");
  await page.goto("#lesson=none");
  await whenIdle(page);
  await expect(page.getByRole("alert")).toContainText("There is no such lesson.");
});

test("what is lit, what is asked, and what was remarked on the packet", async ({ page }) => {
  await page.goto("#lesson=header");
  const header = classroom(page).getByRole("group", { name: "Header diagram" });
  await expect(headline(page)).toHaveText("Two ports");
  await expect(header.getByRole("button", { name: /^Source Port, 33734/ })).toBeVisible();
  for (let step = 1; step < 6; step++) await page.keyboard.press("PageDown");
  await expect(headline(page)).toHaveText("Window");
  // Neither the header nor the words tell what is asked.
  await expect(header).toHaveCount(0);
  await expect(classroom(page).getByText("502 counts 128 times")).toHaveCount(0);
  await page.keyboard.type("64256");
  await page.keyboard.press("Enter");
  await expect(classroom(page).getByText("Right.")).toBeVisible();
  await expect(header).toBeVisible();
  await page.keyboard.press("PageDown");
  await expect(headline(page)).toHaveText("Checksum");

  await page.goto("about:blank");
  await page.goto("#lesson=netcat");
  await expect(headline(page)).toHaveText("A program talks to its neighbour");
  // Its third step is about another connection.
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await expect(lastArrow(page)).toHaveAttribute("data-frame", "4");
  await expect(classroom(page).getByRole("option")).toHaveCount(1);
  const note = classroom(page).getByRole("list", { name: "Notes on this packet" });
  await expect(note).toHaveCount(0);
  await page.keyboard.press("n");
  await expect(note).toBeVisible();
});

test.describe("a lesson file with a fault", () => {
  test("says what was found and where", async ({ page }) => {
    await page.route("**/lessons/closing.json", (route) =>
      route.fulfill({
        json: { format: "flowladder-lesson", version: 1, title: { en: "x" }, capture: { sample: "dns" }, steps: [] },
      }),
    );
    await page.goto("#lesson=closing");
    await whenIdle(page);
    await expect(page.getByRole("alert")).toContainText("At steps: ");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test("axe finds nothing", async ({ page }) => {
        await page.goto("#lesson=closing");
        await expect(headline(page)).toBeVisible();
        await expectAccessible(page, "dialog[open]");
      });
    });
  }
}
