/** The packets in tcpdump's words: printed, explained, chosen, copied and saved. */
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { expect, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

const grid = (page: Page) => page.getByRole("grid", { name: "tcpdump lines" });
const line = (page: Page, number: number) => grid(page).locator(`[data-row="${number - 1}"]`);
/** A piece of a packet's line by its text. */
const piece = (page: Page, number: number, text: string) =>
  line(page, number).getByRole("gridcell", { name: text, exact: true });

/** The first packets of the sample, as tcpdump -n prints them without times. */
const LINES = [
  "1IP 192.0.2.10.33734 > 198.51.100.20.80: Flags [S], seq 381646166, win 64240, options [mss 1460,sackOK,TS val 1994020218 ecr 0,nop,wscale 7], length 0",
  "2IP 198.51.100.20.80 > 192.0.2.10.33734: Flags [S.], seq 1271587521, ack 381646167, win 65160, options [mss 1460,sackOK,TS val 1669582931 ecr 1994020218,nop,wscale 7], length 0",
  "3IP 192.0.2.10.33734 > 198.51.100.20.80: Flags [.], ack 1, win 502, options [nop,nop,TS val 1994020239 ecr 1669582931], length 0",
  "4IP 192.0.2.10.33734 > 198.51.100.20.80: Flags [P.], seq 1:71, ack 1, win 502, options [nop,nop,TS val 1994020239 ecr 1669582931], length 70: HTTP: GET /hello.txt HTTP/1.1",
];

async function openLines(page: Page): Promise<void> {
  await page.goto("");
  await openSample(page, "handshake");
  await page.keyboard.press("d");
  await expect(grid(page)).toBeVisible();
  await whenIdle(page);
}

async function choose(page: Page, options: Readonly<Record<string, string | true>>): Promise<void> {
  await page.getByRole("button", { name: "Options", exact: true }).click();
  const menu = page.getByRole("group", { name: "Options" });
  for (const [name, value] of Object.entries(options)) {
    if (value === true) await menu.getByRole("checkbox", { name }).check();
    else await menu.getByRole("combobox", { name }).selectOption({ label: value });
  }
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await whenIdle(page);
}

test("the list becomes tcpdump's lines by a key, a tab or the View menu, and a list again", async ({ page }) => {
  await openLines(page);
  await choose(page, { "-n": true, Time: "-t: none" });
  await expect(page.getByText("tcpdump -r handshake.pcapng -n -t", { exact: true })).toBeVisible();
  for (const [index, text] of LINES.entries()) await expect(line(page, index + 1)).toHaveText(text);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "11");
  await page.getByRole("tab", { name: "List", exact: true }).click();
  await expect(page.getByRole("grid", { name: "Packets" })).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
  await (await viewSwitch(page, "tcpdump lines")).check();
  await expect(grid(page)).toBeVisible();
});

test("more details, absolute numbers and bytes make more lines of a packet", async ({ page }) => {
  await openLines(page);
  const lower = async () => (await line(page, 2).boundingBox())!.y - (await line(page, 1).boundingBox())!.y;
  const before = await lower();
  await choose(page, {
    "-n": true,
    "-S": true,
    Time: "-t: none",
    Details: "-v: IP's header, checksums",
    Bytes: "-x: hexadecimal",
  });
  await expect(line(page, 1)).toHaveText(
    /^1IP \(tos 0x0, ttl 64, id 6410, offset 0, flags \[DF\], proto TCP \(6\), length 60\)\s+192\.0\.2\.10\.33734 > .*cksum 0x843c \(correct\).*0x0000: {2}4500 003c 190a 4000 .*0x0030: {2}76da 557a 0000 0000 0103 0307$/s,
  );
  expect(Math.round((await lower()) / before)).toBeGreaterThanOrEqual(5);
});

test("each piece says what it is, lights its field, and is lit by it", async ({ page }) => {
  await openLines(page);
  await line(page, 2).click();
  await piece(page, 2, "Flags [S.]").hover();
  await expect(page.getByText(/SYN: begins a connection\. The dot, ACK: the ack number holds\./)).toBeVisible();
  const flags = page.getByRole("tree", { name: "Packet details" }).getByRole("treeitem", { name: /^Flags: 0x0012/ });
  await expect(flags).toHaveClass(/lit/);
  await piece(page, 4, "win 502").click();
  await whenIdle(page);
  await expect(page.getByRole("treeitem", { name: /^Window: 502/ })).toHaveClass(/lit/);
  await piece(page, 4, "win 502").click();
  await whenIdle(page);
  await expect(page.getByRole("button", { name: "Packet 4 of 11" })).toBeVisible();
  await expect(page.getByRole("treeitem", { name: /^Window: 502/ })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("tab", { name: "TCP", exact: true }).focus();
  await page.mouse.move(0, 0);
  await expect(piece(page, 4, "win 502")).toHaveClass(/lit/);
});

test("keys walk through the pieces, and from packet to packet along one kind", async ({ page }) => {
  await openLines(page);
  await line(page, 3).click({ position: { x: 5, y: 5 } });
  const explained = page.getByText(/^ack 1The next byte that the sender of this packet expects/);
  for (let times = 0; times < 30 && !(await explained.isVisible()); times++) await page.keyboard.press("ArrowRight");
  await expect(piece(page, 3, "ack 1")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(piece(page, 5, "ack 71")).toBeFocused();
  await expect(page.getByRole("button", { name: "Packet 5 of 11" })).toBeVisible();
  await expect(line(page, 5)).toHaveAttribute("aria-selected", "true");
});

test("the lines follow the ladder and the filter", async ({ page }) => {
  await openLines(page);
  await page.getByRole("combobox", { name: "Display filter" }).fill("tcp.len > 0");
  await page.keyboard.press("Enter");
  await whenIdle(page);
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "2");
  await expect(line(page, 6)).toContainText("seq 1:404, ack 71");
  await expect(line(page, 1)).toHaveCount(0);
});

test("lines are copied and saved", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openLines(page);
  await choose(page, { "-n": true, Time: "-t: none" });
  await line(page, 3).click();
  const exits = page.getByRole("group", { name: "Copy" });
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await exits.getByRole("button", { name: "Copy the chosen lines" }).click();
  await expect(page.getByText("1 packet copied.")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${LINES[2]!.slice(1)}\n`);
  const download = page.waitForEvent("download");
  await exits.getByRole("button", { name: "Save all lines that show as a text file" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("handshake.txt");
  const text = readFileSync(await file.path(), "utf8");
  expect(text.split("\n")).toHaveLength(12);
  expect(text).toContain(LINES.map((one) => `${one.slice(1)}\n`).join(""));
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the lines, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openLines(page);
    await line(page, 2).click();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Options", exact: true }).click();
    await expectAccessible(page, "#line-options");
  });
}
