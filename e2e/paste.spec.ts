/** tcpdump's text becomes a ladder: pasted on the start page, typed into the sheet, or dropped as a file. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./axe.ts";
import { dist, drop, expect, openSample, paste, test, whenIdle } from "./fixtures.ts";

/** A handshake, a request with its answer, and the end, between named hosts; the fourth line is none of it. */
const TEXT = `09:30:00.000000 IP laptop.41000 > shop.example.http: Flags [S], seq 5000, win 64240, options [mss 1460], length 0
09:30:00.020000 IP shop.example.http > laptop.41000: Flags [S.], seq 7000, ack 5001, win 65160, options [mss 1460], length 0
09:30:00.020100 IP laptop.41000 > shop.example.http: Flags [.], ack 1, win 64240, length 0
somebody typed over the terminal here
09:30:00.021000 IP laptop.41000 > shop.example.http: Flags [P.], seq 1:101, ack 1, win 64240, length 100
09:30:00.041000 IP shop.example.http > laptop.41000: Flags [.], ack 101, win 65060, length 0
09:30:00.050000 IP shop.example.http > laptop.41000: Flags [P.], seq 1:501, ack 101, win 65060, length 500
09:30:00.050100 IP laptop.41000 > shop.example.http: Flags [.], ack 501, win 63740, length 0
09:30:00.060000 IP laptop.41000 > shop.example.http: Flags [F.], seq 101, ack 501, win 63740, length 0
09:30:00.080000 IP shop.example.http > laptop.41000: Flags [F.], seq 501, ack 102, win 65060, length 0
09:30:00.080100 IP laptop.41000 > shop.example.http: Flags [.], ack 502, win 63740, length 0
`;

/** What its arrows say: from, to, flags and length. */
const ARROWS = [
  ["laptop", "shop.example", "SYN"],
  ["shop.example", "laptop", "SYN, ACK"],
  ["laptop", "shop.example", "ACK"],
  ["laptop", "shop.example", "PSH, ACK - Len: 100"],
  ["shop.example", "laptop", "ACK"],
  ["shop.example", "laptop", "PSH, ACK - Len: 500"],
  ["laptop", "shop.example", "ACK"],
  ["laptop", "shop.example", "FIN, ACK"],
  ["shop.example", "laptop", "FIN, ACK"],
  ["laptop", "shop.example", "ACK"],
] as const;

const sheet = (page: Page) => page.getByRole("dialog", { name: "Packets from tcpdump's text" });
const showAsLadder = (page: Page) => sheet(page).getByRole("button", { name: "Show as ladder" });

async function expectLadder(page: Page): Promise<void> {
  await whenIdle(page);
  await expect(sheet(page)).toHaveCount(0);
  await expect(page.getByRole("grid", { name: "Packets" })).toHaveAttribute("aria-rowcount", "11");
  await expect(page.getByRole("figure", { name: /laptop port 41000 and shop\.example port 80/ })).toBeVisible();
}

test("text pasted on the start page tells what is understood, and becomes a ladder with its names", async ({
  page,
}) => {
  await page.goto("");
  await whenIdle(page);
  await paste(page, TEXT);
  await expect(sheet(page).getByRole("status")).toHaveText("10 packets understood, 1 line not");
  const unread = sheet(page).getByRole("list", { name: "Lines that were not understood" });
  await expect(unread.getByRole("listitem")).toHaveText([
    /^Line 4Not a packet's line\.\s*somebody typed over the terminal here$/,
  ]);
  await showAsLadder(page).click();
  await expectLadder(page);
  await expect(page).toHaveTitle("pasted.pcapng - Flowladder");
  await page.keyboard.press("g");
  await whenIdle(page);
  const rows = page.getByRole("grid", { name: /as a table/ }).locator("[data-row]");
  await expect(rows).toHaveText(ARROWS.map(([from, to, said]) => new RegExp(`${from}:\\d+\\s*${to}:\\d+\\s*${said}`)));
});

test("the count follows what is typed, and empty text opens nothing", async ({ page }) => {
  await page.goto("");
  await page.getByRole("button", { name: "Paste tcpdump output" }).click();
  await whenIdle(page);
  const field = sheet(page).getByLabel("tcpdump's text", { exact: true });
  await expect(field).toBeFocused();
  await expect(showAsLadder(page)).toBeDisabled();
  await field.fill("IP 192.0.2.1.1024 > 192.0.2.2.80: Flags [Q], seq 5, win 0, length 0");
  await expect(sheet(page).getByRole("status")).toHaveText("0 packets understood, 1 line not");
  await expect(sheet(page).getByText("Not as tcpdump writes it. From “, seq 5, win 0, length 0” on.")).toBeVisible();
  await field.fill("IP 192.0.2.1.1024 > 192.0.2.2.80: Flags [R], seq 5, win 0, length 0");
  await expect(sheet(page).getByRole("status")).toHaveText("1 packet understood, 0 lines not");
  await expect(showAsLadder(page)).toBeEnabled();
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Paste tcpdump output" }).click();
  await expect(field).toHaveValue(/Flags \[R\]/);
  await expect(sheet(page).getByRole("status")).toHaveText("1 packet understood, 0 lines not");
});

test("a file of tcpdump's lines is offered, one of other text is not", async ({ page }) => {
  await page.goto("");
  const offer = page.getByRole("alert").getByRole("button", { name: "Read its tcpdump lines" });
  await drop(page, [{ name: "notes.txt", buffer: Buffer.from("Buy bread.\n") }]);
  await expect(page.getByRole("alert")).toContainText("notes.txt is not a capture.");
  await expect(offer).toHaveCount(0);
  await drop(page, [{ name: "session.txt", buffer: Buffer.from(TEXT) }]);
  await offer.click();
  await whenIdle(page);
  await showAsLadder(page).click();
  await expectLadder(page);
  await expect(page).toHaveTitle("session.pcapng - Flowladder");
});

test("ten thousand lines are read", async ({ page }) => {
  await page.goto("");
  const lines = Array.from({ length: 10_000 }, (_, i) => {
    return `IP 192.0.2.1.1024 > 192.0.2.2.80: Flags [.], seq ${1 + i}:${2 + i}, ack 1, win 1, length 1`;
  });
  await paste(page, lines.join("\n"));
  await expect(sheet(page).getByRole("status")).toHaveText("10,000 packets understood, 0 lines not");
});

test("a day is given to lines that have none", async ({ page }) => {
  await page.goto("");
  await paste(page, TEXT);
  await sheet(page).getByLabel("Day of the first packet").fill("2024-05-31");
  await whenIdle(page);
  await showAsLadder(page).click();
  await expectLadder(page);
  await page.keyboard.press("d");
  await page.getByRole("button", { name: "Options", exact: true }).click();
  await page.getByRole("group", { name: "Options" }).getByRole("combobox", { name: "Time" }).selectOption("4");
  await page.keyboard.press("Escape");
  await whenIdle(page);
  const first = page.getByRole("grid", { name: "tcpdump lines" }).locator('[data-row="0"]');
  await expect(first).toContainText("2024-05-31 09:30:00.000000 IP laptop.41000 > shop.example.http: Flags [S]");
});

test("a text too long to be shown is read all the same", async ({ page }) => {
  await page.goto("");
  const lines = Array.from({ length: 24_000 }, (_, i) => {
    return `IP 192.0.2.1.1024 > 192.0.2.2.80: Flags [.], seq ${1 + i}:${2 + i}, ack 1, win 1, length 1 and more`;
  });
  await paste(page, lines.join("\n"));
  await expect(sheet(page).getByText(/^2\.\d+ MB of text: too long to be shown here, but it is read\.$/)).toBeVisible();
  await expect(sheet(page).getByRole("status")).toHaveText("24,000 packets understood, 0 lines not");
});

test("what was not in the text is said beside each packet, and the saved file has the same frames", async ({
  page,
}) => {
  await page.goto("");
  await paste(page, TEXT);
  await showAsLadder(page).click();
  await expectLadder(page);
  await expect(
    page.getByText(
      /^Rebuilt from tcpdump's text\. Not told by the text .*: of IP's header what is not in the line; the checksum;/,
    ),
  ).toBeVisible();
  const cell = page.getByRole("button", { name: /^Checksum, not in the text,/ });
  await expect(cell).toContainText("?");
  await expect(page.getByRole("table", { name: "Bytes" }).getByRole("cell", { name: "··" }).first()).toBeVisible();
  await page.keyboard.press("Shift+W");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save capture with notes" }).click();
  const path = await (await download).path();
  const fields = ["ip.src", "tcp.srcport", "tcp.seq", "tcp.ack", "tcp.len", "frame.len", "frame.cap_len"];
  const { stdout, error } = spawnSync("tshark", ["-r", path, "-T", "fields", ...fields.flatMap((one) => ["-e", one])]);
  if (error) return; // not installed here
  const rows = stdout.toString().trim().split("\n");
  expect(rows).toHaveLength(ARROWS.length);
  expect(rows[3]?.split("\t").slice(1)).toEqual(["41000", "1", "1", "100", "140", "40"]);
  expect(rows[5]?.split("\t").slice(1)).toEqual(["80", "1", "101", "500", "540", "40"]);
});

test("a sample that was a text prints as the text did", async ({ page }) => {
  await page.goto("");
  await openSample(page, "php-server");
  await expect(page.getByRole("figure", { name: /php-server/ })).toBeVisible();
  await page.keyboard.press("d");
  await whenIdle(page);
  const text = readFileSync(join(dist, "samples/php-server.txt"), "utf8").split("\n");
  const line = page.getByRole("grid", { name: "tcpdump lines" }).locator('[data-row="3"]');
  await expect(line).toHaveText(`4${text[3]}`);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the sheet, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("");
    await whenIdle(page);
    await paste(page, TEXT);
    await expectAccessible(page, "dialog[open]");
  });
}
