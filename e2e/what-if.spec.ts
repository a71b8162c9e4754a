/** A teacher asks what would follow if a packet were lost, and reads it off the model. */
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, whenIdle } from "./fixtures.ts";

const sheet = (page: Page) => page.getByRole("dialog", { name: "What if? A model" });
const plain = (page: Page) => sheet(page).getByRole("listbox", { name: "Model, undisturbed" });
const changed = (page: Page) => sheet(page).getByRole("listbox", { name: "Model, with the change" });
const summary = (page: Page) => sheet(page).getByRole("list", { name: "What follows" });
const story = (page: Page) => sheet(page).getByRole("region", { name: "The chosen segment" });

async function ask(page: Page, packet: number): Promise<void> {
  await page.locator(`figure [data-frame="${packet}"]`).first().click();
  await page.keyboard.press("Shift+L");
  await expect(plain(page)).toBeVisible();
  await whenIdle(page);
}

test.describe("of a download", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto("");
    await openSample(page, "download");
  });

  test("a lost segment is repaired by a fast retransmission", async ({ page }) => {
    await ask(page, 8); // Seq 1449, Len 1448
    await expect(sheet(page).getByText("Packet 8 of the capture is segment 7 of the model.")).toBeVisible();
    // As many as were captured: nothing is lost undisturbed.
    await expect(plain(page).getByRole("option")).toHaveCount(41);
    await expect(plain(page).getByRole("option", { name: /sent again/ })).toHaveCount(0);
    await expect(changed(page).getByRole("option", { name: /Seq 1449, .* lost\./ })).toHaveCount(1);
    const again = changed(page).getByRole("option", { name: /sent again/ });
    await expect(again).toHaveAccessibleName(
      /Server to Client, ACK, Seq 1449, Ack 74, 1448 bytes, sent again\. The third duplicate ACK asks for 1,449: .*\(RFC 5681 §3\.2\)/,
    );
    await expect(summary(page)).toContainText("1 segment is sent again because duplicate ACKs asked for it.");
    await expect(summary(page)).toContainText("All data arrives, whole and in order.");
    await again.getByText("Seq=1449 Len=1448").hover();
    await expect(story(page)).toContainText("goes again without waiting for the timer");
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
  });

  test("the last data segment lost twice waits for the timer, which doubles", async ({ page }) => {
    await ask(page, 36);
    await sheet(page).getByLabel("How often").selectOption({ label: "2 times" });
    const again = changed(page).getByRole("option", { name: /sent again/ });
    await expect(again).toHaveCount(2);
    await expect(again.first()).toHaveAccessibleName(/No ACK within 1\.000 s: .* doubles to 2\.000 s/);
    await expect(again.last()).toHaveAccessibleName(/No ACK within 2\.000 s: .* doubles to 4\.000 s/);
    await sheet(page).getByLabel("Least timeout").selectOption({ label: "0.2 s (Linux)" });
    await expect(again.first()).toHaveAccessibleName(/No ACK within 0\.200 s/);
  });

  test("a lost ACK does no harm, as its menu's question says", async ({ page }) => {
    await page.locator('[role="row"][aria-rowindex="8"]').first().click({ button: "right" });
    await page.getByRole("menuitem", { name: "What if this packet were lost?" }).click();
    await expect(sheet(page).getByText("Packet 7 of the capture is segment 16 of the model.")).toBeVisible();
    await expect(summary(page)).toContainText("Nothing is sent again.");
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toBeHidden();
    await ask(page, 37);
    await expect(summary(page)).toContainText("Nothing is sent again, and nothing comes later.");
  });

  test("a late segment is overtaken, a doubled one acknowledged at once", async ({ page }) => {
    await ask(page, 8);
    await sheet(page).getByRole("radio", { name: "late" }).check();
    await sheet(page).getByLabel("By, ms").fill("3");
    await expect(summary(page)).toContainText("2 duplicate ACKs.");
    await expect(changed(page).getByRole("option", { name: /sent again/ })).toHaveCount(0);
    await sheet(page).getByRole("radio", { name: "delivered twice" }).check();
    await expect(changed(page).getByRole("option", { name: /no longer expected/ })).toHaveCount(1);
  });

  test("another segment is chosen by keys in the undisturbed ladder", async ({ page }) => {
    await ask(page, 8);
    await plain(page).focus();
    await page.keyboard.press("Home");
    await expect(story(page)).toContainText("The client opens the connection.");
    await page.keyboard.press("Enter");
    await expect(sheet(page).getByText("Segment 1 of the model is chosen.")).toBeVisible();
    await expect(changed(page).getByRole("option", { name: /SYN, Seq 0, 0 bytes, sent again/ })).toHaveAccessibleName(
      /No answer within 1\.000 s/,
    );
    await expect(plain(page).getByRole("option", { selected: true })).toHaveAccessibleName(/Segment 1, /);
  });
});

test("a handshake whose SYN is always lost ends with giving up", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await ask(page, 1);
  await sheet(page).getByLabel("How often").selectOption({ label: "every time" });
  await expect(summary(page)).toContainText("The client gives up 183.000 s after it first sent");
  await expect(summary(page)).toContainText("In the end the client is in CLOSED, the server in LISTEN.");
});

test("a connection without its opening has no model, and says why", async ({ page }) => {
  await page.goto("");
  await openSample(page, "refused");
  await page.locator('figure [data-frame="1"]').click();
  await page.keyboard.press("Shift+L");
  await expect(sheet(page)).toContainText("it needs the handshake");
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toBeHidden();
});

test("on the narrowest phone names and labels are whole and apart, and the story has its title", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("");
  await openSample(page, "handshake");
  await page.keyboard.press("Shift+L");
  const ladder = sheet(page).getByRole("figure", { name: "Model, with the change" });
  const [client, server] = await Promise.all(
    ["Client", "Server"].map((name) => ladder.getByText(name, { exact: true }).boundingBox()),
  );
  expect(server!.x - client!.x - client!.width).toBeGreaterThan(30);
  const edges = await ladder.boundingBox();
  for (const label of await ladder.locator("[role=option] text").all()) {
    const { x, width } = (await label.boundingBox())!;
    expect(x).toBeGreaterThan(edges!.x);
    expect(x + width).toBeLessThan(edges!.x + edges!.width);
  }
  const title = story(page).getByRole("heading");
  await expect(title).toHaveText(/^Segment 1\b/);
  await title.click({ trial: true }); // nothing lies over it
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [1440, 390]) {
    test(`the model breaks no rule of accessibility, ${colorScheme}, ${width} px`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto("");
      await openSample(page, "handshake");
      await ask(page, 6);
      await page.setViewportSize({ width, height: 844 });
      await sheet(page).getByText("What this model is, and what it leaves out").click();
      await expectAccessible(page, "dialog");
    });
  }
}
