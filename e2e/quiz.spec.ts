/** The quiz in the classroom: asked, answered right and wrong, asked again by a link. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, test, whenIdle } from "./fixtures.ts";

const classroom = (page: Page) => page.getByRole("dialog", { name: "Classroom" });
const question = (page: Page) => classroom(page).getByRole("heading", { level: 3 });
const arrow = (page: Page, frame: number) => classroom(page).locator(`[data-frame="${frame}"]`);

async function begin(page: Page, seed: number): Promise<void> {
  await page.goto(`#sample=download&quiz=${seed}`);
  await whenIdle(page);
  await expect(question(page)).toBeVisible();
}

/** All questions of a quiz, each given up. */
async function questions(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (let at = 1; at <= 10; at++) {
    await expect(classroom(page).getByText(`Question ${at} of 10`)).toBeVisible();
    all.push((await question(page).textContent()) ?? "");
    await classroom(page).getByRole("button", { name: "Show the answer" }).click();
    await classroom(page)
      .getByRole("button", { name: at < 10 ? "Next question" : "See the result" })
      .click();
  }
  return all;
}

test("a number that is asked for does not show; a wrong one is told by how much it is off", async ({ page }) => {
  await page.goto("#sample=handshake");
  await whenIdle(page);
  const rows = page.getByRole("grid", { name: "Packets" }).getByRole("row");
  const infos = await rows.evaluateAll((all) => all.map((row) => row.textContent ?? ""));
  await page.goto("about:blank");
  await page.goto("#sample=handshake&quiz=7");
  await whenIdle(page);
  const asksForAck = /Which relative number does packet (\d+) acknowledge/;
  while (!asksForAck.test((await question(page).textContent()) ?? "")) {
    await classroom(page).getByRole("button", { name: "Show the answer" }).click();
    await classroom(page).getByRole("button", { name: "Next question" }).click();
  }
  const number = Number(asksForAck.exec((await question(page).textContent())!)![1]);
  const ack = Number(/Ack=(\d+)/.exec(infos[number]!)![1]); // the first row is the head
  await expect(arrow(page, number)).toContainText("Ack = ?");
  await expect(arrow(page, number)).toHaveAccessibleName(/hidden/);
  const field = classroom(page).getByRole("textbox", { name: "Your answer" });
  await expect(field).toBeFocused();
  await field.fill(String(ack + 5000));
  await page.keyboard.press("Enter");
  await expect(classroom(page).getByText(`No. The answer: ${ack}`)).toBeVisible();
  await expect(classroom(page).getByText("That is 5,000 too many.")).toBeVisible();
  await expect(arrow(page, number)).toContainText(`Ack = ${ack}`);
  await expect(classroom(page).getByRole("button", { name: /Next question|See the result/ })).toBeFocused();
});

test("right answers by keys alone are counted", async ({ page }) => {
  await begin(page, 7);
  let right = 0;
  for (let at = 0; at < 10; at++) {
    const radios = classroom(page).getByRole("radio");
    if ((await radios.count()) > 0) {
      await radios.first().focus();
      await page.keyboard.press("Space");
    } else if ((await classroom(page).getByRole("checkbox").count()) > 0) await page.keyboard.press("Space");
    else await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    const onward = classroom(page).getByRole("button", { name: /Next question|See the result/ });
    await expect(onward).toBeFocused();
    if (await classroom(page).getByText("Right.", { exact: true }).isVisible()) right++;
    await page.keyboard.press("Enter");
  }
  await expect(question(page)).toHaveText(`${right} right of 10`);
  await page.keyboard.press("Escape");
  await expect(classroom(page)).toBeHidden();
});

test("a link gives a class the same questions, another number others", async ({ page, context }) => {
  await begin(page, 42);
  const asked = await questions(page);
  expect(new Set(asked).size).toBe(10);
  const link = await classroom(page).getByLabel("Link to the quiz").inputValue();
  const other = await context.newPage();
  await other.goto(link);
  await whenIdle(other);
  expect(await questions(other)).toEqual(asked);
  await other.goto("about:blank");
  await begin(other, 43);
  expect(await questions(other)).not.toEqual(asked);
});

test("a worksheet has blanks, questions, and the answers on a sheet of their own", async ({ page }) => {
  await begin(page, 7);
  await page.evaluate(() => {
    window.print = () => dispatchEvent(new Event("beforeprint"));
  });
  await classroom(page).getByRole("button", { name: "Print as a worksheet" }).click();
  await page.emulateMedia({ media: "print" });
  const paper = page.locator("body > div:has(> table)");
  await expect(paper.locator("table")).toContainText("?");
  const [asked, answered] = [paper.locator("section").nth(0), paper.locator("section").nth(1)];
  await expect(asked.getByRole("heading", { name: "Quiz 7" })).toBeVisible();
  await expect(answered.getByRole("heading", { name: "Quiz 7: the answers" })).toBeVisible();
  const count = await asked.getByRole("listitem").count();
  expect(count).toBeGreaterThan(5);
  await expect(answered.getByRole("listitem")).toHaveCount(count);
  await expect(answered).toHaveCSS("break-before", "page");
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1920, height: 1080 },
    { width: 390, height: 844 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport });

      test("axe finds nothing about a question and its answer", async ({ page }) => {
        await begin(page, 7);
        await expectAccessible(page, "dialog[open]");
        await classroom(page).getByRole("button", { name: "Show the answer" }).click();
        await expectAccessible(page, "dialog[open]");
      });
    });
  }
}
