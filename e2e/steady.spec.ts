/** A button keeps the focus when its own press leaves it nothing to do, or moves what it stands in. */
import { openSample, pressToTheEnd, test } from "./fixtures.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
});

test("the classroom's steps and sizes of letters", async ({ page }) => {
  await page.keyboard.press("p");
  const classroom = page.getByRole("dialog", { name: "Classroom" });
  for (const name of ["Next", "Back", "Larger", "Smaller"]) {
    await pressToTheEnd(page, classroom.getByRole("button", { name }));
  }
});

test("the orders of colouring rules and of columns", async ({ page }) => {
  await page.keyboard.press("Shift+X");
  const rules = page.getByRole("dialog", { name: "Colouring rules" });
  await pressToTheEnd(page, rules.getByRole("button", { name: "Move HTTP down" }));
  await pressToTheEnd(page, rules.getByRole("button", { name: "Move HTTP up" }));
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+C");
  const columns = page.getByRole("dialog", { name: "Columns" });
  await pressToTheEnd(page, columns.getByRole("button", { name: "Move Protocol down" }));
  await pressToTheEnd(page, columns.getByRole("button", { name: "Move Protocol up" }));
});
