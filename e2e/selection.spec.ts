/** What is chosen in one panel is chosen in all, and seen there. */
import type { Locator, Page } from "@playwright/test";
import { tcpCapture } from "./captures.ts";
import { expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const arrow = (page: Page, frame: number) => page.locator(`[data-frame="${frame}"]`);
const listRow = (page: Page, frame: number) =>
  page.getByRole("grid", { name: "Packets" }).locator(`[role="row"][aria-rowindex="${frame + 1}"]`);
const treeItem = (page: Page, name: RegExp) =>
  page.getByRole("tree", { name: "Packet details" }).getByRole("treeitem", { name });
const cell = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Header diagram" }).getByRole("button", { name });
/** The bytes that are lit, as they stand in the table. */
const litBytes = (page: Page) =>
  page.getByRole("table", { name: "Packet bytes" }).locator('[data-byte][class*="marked"]');

test.beforeEach(async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
});

test("a packet chosen in the list is chosen in the ladder", async ({ page }) => {
  await listRow(page, 6).click();
  await expect(arrow(page, 6)).toHaveAttribute("aria-selected", "true");
  await expect(listRow(page, 6)).toHaveAttribute("aria-selected", "true");
});

test("a packet chosen in the ladder is chosen in the list, and its header is shown", async ({ page }) => {
  await arrow(page, 4).click();
  await expect(listRow(page, 4)).toHaveAttribute("aria-selected", "true");
  await whenIdle(page);
  await expect(cell(page, /^Source port, 33734/i)).toBeVisible();
});

test("a packet chosen by key is chosen everywhere", async ({ page }) => {
  await listRow(page, 1).click();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(listRow(page, 3)).toHaveAttribute("aria-selected", "true");
  await expect(arrow(page, 3)).toHaveAttribute("aria-selected", "true");
});

test("keys that come faster than the page draws go on from one another", async ({ page }) => {
  await arrow(page, 1).click();
  await page.getByRole("listbox", { name: "Packets of the flow graph" }).evaluate((list) => {
    for (const key of ["ArrowDown", "ArrowDown", "ArrowDown", "k"]) {
      list.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    }
  });
  await expect(arrow(page, 3)).toHaveAttribute("aria-selected", "true");
  await expect(listRow(page, 3)).toHaveAttribute("aria-selected", "true");
});

test("a pointer that rests points at nothing while keys move the rows below it", async ({ page }) => {
  const band = page.locator("figure svg > rect[class*=hover]");
  await arrow(page, 2).hover({ position: { x: 5, y: 5 } });
  await expect(band).toBeVisible();
  await page.getByRole("listbox", { name: "Packets of the flow graph" }).focus();
  await page.keyboard.press("End");
  await expect(band).toBeHidden();
  await page.mouse.move(500, 400);
  await page.mouse.move(505, 400);
  await expect(band).toBeVisible();
});

test("a field chosen in the tree lights its bytes and its cell", async ({ page }) => {
  await arrow(page, 5).click();
  await whenIdle(page);
  await treeItem(page, /^Acknowledgment Number/).click();
  await expect(litBytes(page)).toHaveCount(8); // four bytes, in hex and in ASCII
  await expect(cell(page, /^Acknowledgment number, 71,/i)).toHaveAttribute("aria-pressed", "true");
});

test("a cell chosen in the diagram lights its bytes and its tree item", async ({ page }) => {
  await arrow(page, 5).click();
  await whenIdle(page);
  await cell(page, /^Window, /).click();
  await expect(litBytes(page)).toHaveCount(4);
  await expect(treeItem(page, /^Window:? /)).toHaveAttribute("aria-selected", "true");
});

test("a byte chosen lights the deepest field that it belongs to", async ({ page }) => {
  await arrow(page, 1).click();
  await whenIdle(page);
  // Ethernet takes 14 bytes, IPv4 20; the ninth byte of IPv4's header is the time to live.
  await page.getByRole("table", { name: "Packet bytes" }).locator('[data-byte="22"]').first().click();
  await expect(treeItem(page, /^Time to Live/)).toHaveAttribute("aria-selected", "true");
});

test("the field under the pointer is lit while it is there", async ({ page }) => {
  await arrow(page, 5).click();
  await whenIdle(page);
  await cell(page, /^Checksum, /).hover();
  await expect(litBytes(page)).toHaveCount(4);
  await page.mouse.move(2, 2);
  await expect(litBytes(page)).toHaveCount(0);
});

test("a packet far away is brought into view in every panel", async ({ page }, info) => {
  await openFile(page, tcpCapture(info.outputPath("long.pcap"), { connections: 1, exchanges: 5000 }));
  const grid = page.getByRole("grid", { name: "Packets" });
  const last = Number(await grid.getAttribute("aria-rowcount")) - 1;
  await listRow(page, 1).click();
  await page.keyboard.press("End");
  await whenIdle(page);
  await expect(listRow(page, last)).toBeInViewport();
  await expect(arrow(page, last)).toBeInViewport();
});

test("choosing a connection shows its ladder", async ({ page }, info) => {
  await openFile(page, tcpCapture(info.outputPath("several.pcap"), { connections: 20, exchanges: 1 }));
  const connections = page.getByRole("listbox", { name: "Connections" });
  await connections.getByRole("option").nth(3).click();
  await whenIdle(page);
  const figure = page.getByRole("figure", { name: /^Flow graph: / });
  await expect(figure.getByRole("option")).toHaveCount(9);
});

test("the list of connections cuts addresses off, never ports, and has both as a title", async ({ page }) => {
  await openSample(page, "ipv6");
  const option = page.getByRole("option", { name: /^\[2001:db8:1::10\]:45446 / });
  const whole = option.getByTitle("[2001:db8:1::10]:45446", { exact: true });
  const [address, port] = [whole.getByText("[2001:db8:1::10"), whole.getByText("]:45446", { exact: true })];
  expect(await address.evaluate((cut) => cut.scrollWidth > cut.clientWidth)).toBe(true);
  const rightOf = async (one: Locator) =>
    (await one.boundingBox().then((box) => box && box.x + box.width)) ?? Number.NaN;
  expect(await rightOf(port)).toBeLessThanOrEqual(await rightOf(whole));
});

test("a range is chosen with Shift, and measured", async ({ page }) => {
  await listRow(page, 4).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  const sums = page.getByText(
    /^Packets 4 to 6: 3 packets, 70 bytes of data to the server, 403 to the client, \d+\.\d+ s$/,
  );
  await expect(sums).toBeVisible();
  for (const frame of [4, 5, 6]) await expect(listRow(page, frame)).toHaveAttribute("aria-selected", "true");
  await expect(listRow(page, 7)).toHaveAttribute("aria-selected", "false");
  await arrow(page, 2).click({ modifiers: ["Shift"] });
  await expect(page.getByText(/^Packets 2 to 4: 3 packets, 70 bytes of data to the server/)).toBeVisible();
  await arrow(page, 5).click();
  await expect(page.getByText(/bytes of data/)).toHaveCount(0);
});

test("packets are picked one by one with Ctrl, in the list and in the ladder", async ({ page }) => {
  await listRow(page, 4).click();
  await listRow(page, 6).click({ modifiers: ["Control"] });
  await arrow(page, 1).click({ modifiers: ["Control"] });
  for (const frame of [1, 4, 6]) {
    await expect(listRow(page, frame)).toHaveAttribute("aria-selected", "true");
    await expect(arrow(page, frame)).toHaveAttribute("aria-selected", "true");
  }
  for (const frame of [2, 3, 5]) {
    await expect(listRow(page, frame)).toHaveAttribute("aria-selected", "false");
    await expect(arrow(page, frame)).toHaveAttribute("aria-selected", "false");
  }
  await expect(page.getByText(/^3 packets chosen: 70 bytes of data to the server, 403 to the client/)).toBeVisible();
  await listRow(page, 6).click({ modifiers: ["Control"] });
  await expect(page.getByText(/^2 packets chosen: 70 bytes of data to the server, 0 to the client/)).toBeVisible();
});

for (const panel of ["list", "ladder"] as const) {
  test(`packets are picked by keys in the ${panel}, and Escape goes back to one`, async ({ page }) => {
    await listRow(page, 2).click();
    if (panel === "ladder") await page.getByRole("listbox", { name: "Packets of the flow graph" }).focus();
    await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Control+ArrowDown");
    await expect(page.getByText(/packets chosen/)).toHaveCount(0);
    await page.keyboard.press("Control+Space");
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Control+Space");
    await expect(page.getByText(/^3 packets chosen/)).toBeVisible();
    await page.keyboard.press("Control+Space");
    for (const frame of [2, 4]) {
      await expect(listRow(page, frame)).toHaveAttribute("aria-selected", "true");
      await expect(arrow(page, frame)).toHaveAttribute("aria-selected", "true");
    }
    await expect(page.locator('[role="row"][aria-selected="true"]')).toHaveCount(2);
    await page.keyboard.press("Escape");
    await expect(page.getByText(/packets chosen/)).toHaveCount(0);
    await expect(page.locator('[role="row"][aria-selected="true"]')).toHaveCount(1);
  });
}

test("both lists of packets say that several can be chosen", async ({ page }) => {
  await expect(page.getByRole("grid", { name: "Packets" })).toHaveAttribute("aria-multiselectable", "true");
  await expect(page.getByRole("listbox").and(page.locator("figure *"))).toHaveAttribute("aria-multiselectable", "true");
});

test("picked packets are what is exported", async ({ page }) => {
  await listRow(page, 1).click();
  await listRow(page, 4).click({ modifiers: ["Control"] });
  await page.keyboard.press("s");
  await expect(page.getByRole("radio", { name: /^The chosen packets 2 packets/ })).toBeVisible();
});

test("a packet is gone to by its number", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await page.keyboard.press("Control+g");
  const field = page.getByRole("textbox", { name: "Go to packet" });
  await field.fill("99");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toHaveText("Packets are numbered 1 to 11.");
  await field.fill("7");
  await page.keyboard.press("Enter");
  await expect(field).toHaveCount(0);
  await expect(page.locator('figure [data-frame="7"]')).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: "Packet 7 of 11" }).click();
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
});
