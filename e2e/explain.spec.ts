/** Why the numbers of the chosen packet are what they are, beside its header. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

const panel = (page: Page) => page.getByRole("region", { name: "Explain" });
const topic = (page: Page, name: string) => panel(page).getByRole("tab", { name, exact: true });
const told = (page: Page) => panel(page).getByRole("tabpanel").getByRole("listitem");
const listRow = (page: Page, frame: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[role="row"][aria-rowindex="${frame + 1}"]`);

async function choose(page: Page, frame: number): Promise<void> {
  await page.locator(`[data-frame="${frame}"]`).click();
  await whenIdle(page);
}

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
});

test("an acknowledgment is the sum that it comes of", async ({ page }) => {
  await choose(page, 5);
  await expect(told(page).first()).toContainText("Ack 71 = 1 + 70");
  await expect(told(page).first()).toContainText("It has the 70 bytes of packet 4");
  await expect(told(page).first()).toContainText("RFC 9293 §3.4");
});

test("a number of the sum lights its packet in ladder and list, and leads to it", async ({ page }) => {
  await choose(page, 5);
  const ladder = page.getByRole("listbox", { name: "Packets of the flow graph" });
  const lit = () => ladder.locator("svg g rect[width]").count();
  const before = await listRow(page, 4).getByRole("gridcell").nth(1).evaluate(colourOf);
  const term = panel(page).getByRole("button", { name: "70, in packet 4" });
  const rest = await lit();
  await term.focus();
  await expect.poll(() => listRow(page, 4).getByRole("gridcell").nth(1).evaluate(colourOf)).not.toBe(before);
  await expect.poll(lit).toBeGreaterThan(rest);
  await term.click();
  await expect(listRow(page, 4)).toHaveAttribute("aria-selected", "true");
  await expect.poll(() => listRow(page, 4).getByRole("gridcell").nth(1).evaluate(colourOf)).toBe(before);
});

test("each topic tells its own, and stays while packets change", async ({ page }) => {
  await choose(page, 1);
  await topic(page, "Seq").click();
  await expect(told(page).first()).toContainText("A SYN brings the initial sequence number.");
  await choose(page, 3);
  await expect(told(page).first()).toContainText("Seq 1 = 0 + 1");
  await topic(page, "Win").click();
  await expect(told(page).first()).toContainText(/Win \d+ = \d+ × 128/);
  await topic(page, "Flags").click();
  await expect(told(page)).toHaveText([/^ACK says that the acknowledgment number counts/]);
  await topic(page, "States").click();
  await expect(told(page)).toContainText([
    "The server goes from SYN-RECEIVED to ESTABLISHED: its SYN is acknowledged.",
  ]);
});

test("in a ladder of many connections a packet's states are those of its own", async ({ page }) => {
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All TCP packets");
  await whenIdle(page);
  await choose(page, 3);
  await topic(page, "States").click();
  await expect(told(page)).toContainText([
    "The server goes from SYN-RECEIVED to ESTABLISHED: its SYN is acknowledged.",
  ]);
});

test("a field chosen in the header is explained", async ({ page }) => {
  await choose(page, 2);
  await page.getByRole("button", { name: /^Window, / }).click();
  await expect(topic(page, "Win")).toHaveAttribute("aria-selected", "true");
  await expect(told(page).first()).toContainText("The window of a SYN is never scaled.");
});

test("a cell of the header that is pointed at, or has the focus, says what it is for", async ({ page }) => {
  await choose(page, 2);
  const cell = page.getByRole("button", { name: /^Window, / });
  const meaning = panel(page).getByText("Bytes beyond the acknowledgment number that the sender takes");
  await cell.hover();
  await expect(meaning).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(meaning).toBeHidden();
  await page.getByRole("button", { name: /^Source Port, / }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(panel(page)).toContainText("The receiver’s end of the connection on its host");
  await expect(cell).toHaveAccessibleDescription(/^Bytes beyond the acknowledgment number/);
});

test("two packets chosen together are compared, field by field", async ({ page }) => {
  await choose(page, 1);
  await page.locator('[data-frame="2"]').click({ modifiers: ["Control"] });
  await whenIdle(page);
  await expect(page.getByText(/^Compared with packet 1: \d+ fields differ\.$/)).toBeVisible();
  const cell = page.getByRole("button", { name: /^Acknowledgment Number, / });
  await expect(cell).toContainText("packet 1: 0");
  await expect(page.getByRole("button", { name: /^Urgent Pointer, / })).not.toContainText("packet 1");
  await expectAccessible(page, "#header-diagram");
});

test("numbers are raw where the ladder's are", async ({ page }) => {
  await choose(page, 2);
  const relative = await told(page).first().textContent();
  await (await viewSwitch(page, "Relative Seq")).uncheck();
  await expect(told(page).first()).not.toHaveText(relative ?? "");
  await expect(told(page).first()).toContainText(/Ack \d{6,} = \d{6,} \+ 1/);
});

test("Y leads to the explanation and back", async ({ page }) => {
  await choose(page, 5);
  const ladder = page.getByRole("listbox", { name: "Packets of the flow graph" });
  await ladder.focus();
  await page.keyboard.press("y");
  await expect(topic(page, "Ack")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(topic(page, "Seq")).toBeFocused();
  await page.keyboard.press("y");
  await expect(ladder).toBeFocused();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const viewport of [
    { width: 1440, height: 900 },
    { width: 390, height: 844 },
  ]) {
    test(`breaks no rule of accessibility, ${colorScheme}, ${viewport.width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await choose(page, 5);
      await page.setViewportSize(viewport);
      if (viewport.width < 760) await page.getByRole("tab", { name: "Details" }).click();
      await expect(told(page).first()).toBeVisible();
      for (const name of await panel(page).getByRole("tab").allTextContents()) {
        await topic(page, name).click();
        await expectAccessible(page, "[data-explain]");
      }
    });
  }
}

test.describe("what is no TCP segment", () => {
  test("says so", async ({ page }) => {
    await page.goto("");
    await openSample(page, "dns");
    await expect(panel(page)).toContainText("No TCP segment");
    await page.getByRole("tab", { name: "UDP", exact: true }).click();
    await page.getByRole("button", { name: /^Checksum, / }).hover();
    await expect(panel(page)).toContainText("Over IPv4 0 says that there is none.");
  });
});

const colourOf = (element: Element) => getComputedStyle(element).backgroundColor;
