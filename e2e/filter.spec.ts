/** A reader limits what shows by a display filter: typed with help, applied, cleared, kept. */
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { join, pcapHeader, pcapRecord } from "../src/core/capture/captures-for-tests.ts";
import { expectAccessible } from "./axe.ts";
import { tcpCapture } from "./captures.ts";
import { expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const field = (page: Page) => page.getByRole("search").getByRole("combobox", { name: "Display filter" });
const status = (page: Page) => page.getByRole("search").getByRole("status");
const rows = (page: Page) => page.getByRole("grid", { name: "Packets" });
const arrows = (page: Page) => page.getByRole("listbox", { name: "Packets of the flow graph" }).getByRole("option");

async function open(page: Page): Promise<void> {
  await page.goto("");
  await openSample(page, "handshake");
}

async function type(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await whenIdle(page);
}

async function apply(page: Page, text: string): Promise<void> {
  await type(page, text);
  await field(page).press("Enter");
  await whenIdle(page);
}

test("a filter is checked while it is typed, and hides nothing before Enter", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await type(page, "tcp.flags.syn == 1");
  await expect(status(page)).toHaveText("2 of 11 match");
  await expect(rows(page)).toHaveAttribute("aria-rowcount", "12");
  await type(page, "tcp.flags.sin == 1");
  await expect(status(page)).toContainText("no field tcp.flags.sin; tcp.flags.syn?");
  await expect(field(page)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("search").locator("i")).toHaveText("tcp.flags.sin");
});

test("a filter may ask for a value of the chosen packet", async ({ page }) => {
  await open(page);
  const sender = "ip.src";
  await rows(page).getByRole("row").nth(2).click();
  await page.keyboard.press("/");
  await apply(page, `${sender} == \${${sender}}`);
  await expect(status(page)).toHaveText("5 of 11 shown");
});

test("list and ladder show what the filter takes, and say what they leave out", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await apply(page, "tcp.flags.syn == 1");
  await expect(status(page)).toHaveText("2 of 11 shown");
  await expect(rows(page)).toHaveAttribute("aria-rowcount", "3");
  await expect(arrows(page)).toHaveCount(2);
  await expect(page.getByText("2 of 11 packets shown, by the filter tcp.flags.syn == 1.")).toBeVisible();
  await expect(page.getByText("2 of 11 packets of this connection shown")).toBeVisible();

  await apply(page, "tcp.flags.sin == 1");
  await expect(arrows(page)).toHaveCount(2);

  await apply(page, "tcp.port == 1");
  await expect(page.getByText("No packet matches. 11 are hidden by tcp.port == 1.")).toBeVisible();
  await expect(page.getByText("No packet of this connection matches.")).toBeVisible();
  await page.getByRole("button", { name: "Show all" }).first().click();
  await whenIdle(page);
  await expect(arrows(page)).toHaveCount(11);
  await expect(field(page)).toHaveValue("");
});

test("the chosen packet stays in the ladder's view when a filter takes rows away and brings them back", async ({
  page,
}, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("one.pcap"), { connections: 1, exchanges: 200 }));
  await page.keyboard.press("Control+g");
  await page.keyboard.type("301");
  await page.keyboard.press("Enter");
  const chosen = arrows(page).and(page.locator("[aria-selected=true]"));
  await expect(chosen).toBeInViewport();
  await page.keyboard.press("/");
  await apply(page, "frame.number > 100");
  await expect(chosen).toHaveAttribute("data-frame", "301");
  await expect(chosen).toBeInViewport();
  await field(page).press("Escape");
  await whenIdle(page);
  await expect(chosen).toBeInViewport();
});

test("Escape clears the filter, and then leaves the field", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await apply(page, "tcp.len > 0");
  await page.keyboard.press("Escape");
  await expect(field(page)).toHaveValue("");
  await expect(rows(page)).toHaveAttribute("aria-rowcount", "12");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(field(page)).not.toBeFocused();
});

test("a filter is written by completions alone, is remembered, and kept as a button", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await whenIdle(page);
  await page.keyboard.type("tcp.flags.sy");
  await expect(status(page)).toHaveText("1 field begins so");
  const options = page.getByRole("listbox", { name: "What may stand here" }).getByRole("option");
  await expect(options).toHaveText(["tcp.flags.syn Syn"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Tab");
  await expect(field(page)).toHaveValue("tcp.flags.syn ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("tcp.flags.syn == 1 ");
  await page.keyboard.press("Enter");
  await whenIdle(page);
  await expect(arrows(page)).toHaveCount(2);

  await page.getByRole("button", { name: "Keep this filter as a button" }).click();
  await page.reload();
  await openSample(page, "handshake");
  const kept = page
    .getByRole("group", { name: "Filters kept" })
    .getByRole("button", { name: "tcp.flags.syn == 1", exact: true });
  await kept.click();
  await whenIdle(page);
  await expect(kept).toHaveAttribute("aria-pressed", "true");
  await expect(arrows(page)).toHaveCount(2);
  await kept.click();
  await expect(arrows(page)).toHaveCount(11);
  await field(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(options).toHaveText([/tcp\.flags\.syn == 1/]);
});

test("packets are read for a filter that asks for their bytes, with progress, until that is stopped", async ({
  page,
}, info) => {
  // TCP segments between two ports, each with a byte of its own behind the header.
  const frame = (byte: number) =>
    Uint8Array.from([
      ...[0x45, 0, 0, 41, 0, 0, 0, 0, 64, 6, 0, 0, 192, 0, 2, 1, 192, 0, 2, 2],
      ...[0x9c, 0x40, 0, 80, 0, 0, 0, 1, 0, 0, 0, 1, 0x50, 0x10, 4, 0, 0, 0, 0, 0, byte],
    ]);
  const header = pcapHeader("little");
  new DataView(header.buffer).setUint32(20, 101, true);
  const path = info.outputPath("many.pcap");
  const records = Array.from({ length: 60_000 }, (_, row) => pcapRecord("little", frame(row % 100)));
  writeFileSync(path, join(header, ...records));
  await page.goto("");
  await openFile(page, path);

  await type(page, "tcp.payload == 07");
  await expect(status(page)).toHaveText("60,000 packets have to be read for it");
  await field(page).press("Enter");
  await expect(page.getByRole("progressbar", { name: "Reading packets" })).toBeVisible();
  await page.getByRole("search").getByRole("button", { name: "Stop" }).click();
  await expect(status(page)).toHaveText("Stopped: not all packets were read");
  await expect(rows(page)).toHaveAttribute("aria-rowcount", "60001");
  await field(page).press("Enter");
  await whenIdle(page);
  await expect(status(page)).toHaveText("600 of 60,000 shown");
  await expect(rows(page)).toHaveAttribute("aria-rowcount", "601");
});

test("the field, its list and the packets that show are accessible", async ({ page }) => {
  test.slow();
  await open(page);
  await page.keyboard.press("/");
  await apply(page, "tcp.len > 0");
  await expectAccessible(page);
  await field(page).fill("tcp.fl");
  await page.keyboard.press("ArrowDown");
  await expectAccessible(page);
  await page.keyboard.press("Escape");
  await field(page).fill("tcp.len > x");
  await expectAccessible(page);
});

test("a link brings the filter along, and one that is no filter is told of", async ({ page }) => {
  await page.goto(`#sample=handshake&filter=${encodeURIComponent("tcp.flags.syn == 1")}`);
  await whenIdle(page);
  await expect(arrows(page)).toHaveCount(2);
  await expect(field(page)).toHaveValue("tcp.flags.syn == 1");
  await page.keyboard.press("l");
  await whenIdle(page);
  const link = page.getByRole("dialog", { name: "Notes, names and link" }).getByLabel("Link to what is shown");
  expect(await link.inputValue()).toContain("&filter=tcp.flags.syn+%3D%3D+1");
  await page.keyboard.press("Escape");
  await page.goto("about:blank");
  await page.goto("#sample=handshake&filter=tcp.flags.sin");
  await whenIdle(page);
  await expect(arrows(page)).toHaveCount(11);
  await expect(page.getByText("filter=tcp.flags.sin")).toBeVisible();
});

test("what is pointed at is filtered by, with the pointer and with keys", async ({ page }) => {
  await open(page);
  const menu = page.getByRole("menu", { name: "Filter by this" });
  const item = (name: string) => menu.getByRole("menuitem", { name });
  await rows(page).locator('[data-row="0"]').getByRole("gridcell").nth(3).click({ button: "right" });
  await expect(menu.getByRole("group").first()).toHaveAccessibleName("ip.src == 192.0.2.10");
  await expectAccessible(page);
  await item("Show these packets only").click();
  await whenIdle(page);
  await expect(field(page)).toHaveValue("ip.src == 192.0.2.10");
  const sent = await arrows(page).count();
  expect(sent).toBeLessThan(11);

  const tree = page.getByRole("tree", { name: "Packet details" });
  await tree.getByRole("treeitem", { name: /^Destination Port/ }).click();
  await page.keyboard.press("Shift+F10");
  await expect(item("Show these packets only")).toBeFocused();
  await item("Of those that show, these only").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await whenIdle(page);
  await expect(field(page)).toHaveValue("(ip.src == 192.0.2.10) and (tcp.dstport == 80)");
  await expect(arrows(page)).toHaveCount(sent);

  await rows(page).locator('[data-row="0"]').getByRole("gridcell").nth(3).click({ button: "right" });
  await item("Write it into the filter field").click();
  await whenIdle(page);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue("((ip.src == 192.0.2.10) and (tcp.dstport == 80)) and (ip.src == 192.0.2.10)");
  await expect(page.getByText("by the filter (ip.src == 192.0.2.10) and (tcp.dstport == 80).").first()).toBeVisible();

  await page.getByRole("button", { name: "Give 192.0.2.10 a name" }).click({ button: "right" });
  await expect(menu.getByRole("group")).toHaveAccessibleName("ip.addr == 192.0.2.10");
  await page.keyboard.press("Escape");
  await expect(menu).toHaveCount(0);
  await rows(page).locator('[aria-selected="true"]').first().click();
  await page.keyboard.press("Shift+F10");
  await item("Show all but these").first().click();
  await whenIdle(page);
  await expect(page.getByText("No packet of this connection matches.")).toBeVisible();
});

test("packets are found by the state of an end, completed by its name", async ({ page }) => {
  await open(page);
  await page.keyboard.press("/");
  await whenIdle(page);
  await page.keyboard.type("tcp.state.server == ESTABL");
  await expect(page.getByRole("listbox", { name: "What may stand here" }).getByRole("option")).toHaveText(
    "ESTABLISHED",
  );
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("tcp.state.server == ESTABLISHED ");
  await page.keyboard.press("Enter");
  await whenIdle(page);
  // The third packet of the handshake brings the server there, and a FIN takes it away (RFC 9293 §3.3.2).
  await expect(status(page)).toHaveText("5 of 11 shown");
  await expect(rows(page).locator("[data-row]").first()).toHaveAttribute("data-row", "2");
});
