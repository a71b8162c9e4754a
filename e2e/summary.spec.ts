/** What was agreed and measured of the chosen connection, and the states of its ends after the chosen packet. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { tcpCapture } from "./captures.ts";
import { expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const summary = (page: Page) => page.getByRole("region", { name: "Chosen connection" });
/** A line of the summary by its term: the values, one for each side or one for both. */
const line = (page: Page, term: string) =>
  summary(page)
    .locator("dl > div")
    .filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${term}$`) }) });
const values = (page: Page, term: string) => line(page, term).getByRole("definition");
const listRow = (page: Page, frame: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[role="row"][aria-rowindex="${frame + 1}"]`);

test.beforeEach(async ({ page }) => {
  await page.goto("");
});

test("says what both sides offered and sent, each with its packet", async ({ page }) => {
  await openSample(page, "handshake");
  await expect(values(page, "MSS")).toHaveText(["client: 1,460, packet 1", "server: 1,460, packet 2"]);
  await expect(values(page, "Window scale")).toHaveText(["client: × 128, packet 1", "server: × 128, packet 2"]);
  await expect(values(page, "Data bytes")).toHaveText(["client: 70", "server: 403"]);
  await expect(values(page, "Captured")).toHaveText("near the client");
  await expect(values(page, "Seen")).toHaveText("Complete, WITH_DATA (31)");
  await values(page, "MSS").nth(1).getByRole("button").click();
  await expect(listRow(page, 2)).toHaveAttribute("aria-selected", "true");
});

test("says the states after the packet that is chosen", async ({ page }) => {
  await openSample(page, "simultaneous-close");
  const states = async (frame: number) => {
    await listRow(page, frame).click();
    await expect(summary(page).getByRole("heading", { name: `States after packet ${frame}` })).toBeVisible();
    return summary(page).locator("dd > b").allTextContents();
  };
  expect(await states(1)).toEqual(["SYN-SENT", "SYN-RECEIVED"]);
  expect(await states(8)).toEqual(["FIN-WAIT-1", "ESTABLISHED"]);
  expect(await states(9)).toEqual(["CLOSING", "CLOSING"]);
  await expect(values(page, "server")).toContainText("since packet 8: got FIN, answers ACK");
  expect(await states(11)).toEqual(["TIME-WAIT", "TIME-WAIT"]);
  await expect(values(page, "Ended")).toContainText("FIN by both at once");
});

test("leads to what began and ended the connection", async ({ page }) => {
  await openSample(page, "reset");
  await expect(values(page, "Ended")).toContainText("RST by the client in packet 8");
  await values(page, "Ended").getByRole("button").click();
  await expect(listRow(page, 8)).toHaveAttribute("aria-selected", "true");
  await expect(values(page, "server")).toContainText("ESTABLISHED");
});

test("counts what was sent again, and links its first packet", async ({ page }) => {
  await openSample(page, "lost-segment");
  await expect(values(page, "Sent again").first()).toHaveText(/^client: 1,448, packet \d+$/);
  await expect(values(page, "Duplicate ACKs").nth(1)).toHaveText(/^server: 16, packet \d+$/);
});

test("is of the connection that is chosen, and of none while all are", async ({ page }, info) => {
  await openFile(page, tcpCapture(info.outputPath("two.pcap"), { connections: 2, exchanges: 3 }));
  const before = await values(page, "Opened").textContent();
  const options = page.getByRole("listbox", { name: "Connections" }).getByRole("option");
  await options.nth(2).click();
  await whenIdle(page);
  await expect(values(page, "Opened")).not.toHaveText(before ?? "");
  await options.nth(0).click();
  await expect(summary(page)).toBeHidden();
});

test.describe("on a narrow screen", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("stands behind the button of the connections", async ({ page }) => {
    await openSample(page, "half-close");
    await expect(summary(page)).toBeHidden();
    await page.getByRole("button", { name: "Connections" }).click();
    await expect(values(page, "Ended")).toContainText("70 bytes went the other way after the first FIN");
    await expectAccessible(page);
  });
});
