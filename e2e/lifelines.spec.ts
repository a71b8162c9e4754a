/** A reader arranges the lifelines of many hosts: what they stand for, in which order, which show. */
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { pcapHeader, pcapRecord, join as together } from "../src/core/capture/captures-for-tests.ts";
import { expectAccessible } from "./axe.ts";
import { expect, openFile, pressToTheEnd, test, whenIdle } from "./fixtures.ts";

const ETHERNET = 1;
const RAW_IP = 101;

const uint16 = (value: number) => value.toString(16).padStart(4, "0");
const address = (text: string) =>
  text
    .split(".")
    .map((byte) => Number(byte).toString(16).padStart(2, "0"))
    .join("");

type End = readonly [host: string, port: number];

/** An IPv4 packet (RFC 791 §3.1) of a protocol. */
const ipv4 = (protocol: string, [from]: End, [to]: End, payload: string) =>
  `4500${uint16(20 + payload.length / 2)}0001000040${protocol}0000${address(from)}${address(to)}${payload}`;
/** A UDP datagram without data (RFC 768), and a TCP segment without data (RFC 9293 §3.1). */
const udp = (from: End, to: End) => ipv4("11", from, to, `${uint16(from[1])}${uint16(to[1])}00080000`);
const tcp = (from: End, to: End, flags: string, seq = 1) =>
  ipv4("06", from, to, `${uint16(from[1])}${uint16(to[1])}0000${uint16(seq)}0000000250${flags}200000000000`);
/** A frame between two stations, by the last byte of their addresses. */
const ethernet = (from: string, to: string, packet: string) => `0200000000${to}0200000000${from}0800${packet}`;

function capture(path: string, linkType: number, packets: readonly string[]): string {
  const header = pcapHeader("little");
  new DataView(header.buffer).setUint32(20, linkType, true);
  const bytes = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  writeFileSync(path, together(header, ...packets.map((hex) => pcapRecord("little", bytes(hex)))));
  return path;
}

/** Two clients of one net ask a server in another, which asks a third. */
const A: End = ["10.0.0.1", 40001];
const B: End = ["10.0.0.2", 40002];
const SERVER: End = ["10.0.1.1", 53];
const BEHIND: End = ["10.0.2.1", 853];
const FOUR = [
  ethernet("01", "09", udp(A, SERVER)),
  ethernet("09", "01", udp(SERVER, A)),
  ethernet("02", "09", udp(B, SERVER)),
  ethernet("09", "08", udp(SERVER, BEHIND)),
];

async function openAll(page: Page, path: string): Promise<void> {
  await page.goto("");
  await openFile(page, path);
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All packets");
  await whenIdle(page);
}

const heads = (page: Page) => page.getByRole("group", { name: "Lifelines" }).getByRole("button");
const figure = (page: Page) => page.getByRole("figure", { name: "Flow graph: all packets" });

/** The names over the lifelines in view, from the left. */
async function names(page: Page): Promise<string[]> {
  await whenIdle(page);
  const found = await heads(page).evaluateAll((buttons) =>
    buttons
      .toSorted((a, b) => a.getBoundingClientRect().left - b.getBoundingClientRect().left)
      .map((button) => button.ariaLabel?.split(", lifeline ")[0] ?? ""),
  );
  return found;
}

const openIndex = (page: Page) => page.getByRole("button", { name: "Lifelines", exact: true }).click();

test.describe("with four hosts", () => {
  test.use({ viewport: { width: 1920, height: 1000 } });

  test.beforeEach(async ({ page }, info) => {
    await openAll(page, capture(info.outputPath("four.pcap"), ETHERNET, FOUR));
  });

  test("a lifeline moves with Alt and an arrow key, keeps the focus, and goes back", async ({ page }) => {
    expect(await names(page)).toEqual(["10.0.0.1", "10.0.1.1", "10.0.0.2", "10.0.2.1"]);
    await heads(page).first().focus();
    await page.keyboard.press("Alt+ArrowRight");
    await page.keyboard.press("Alt+ArrowRight");
    expect(await names(page)).toEqual(["10.0.1.1", "10.0.0.2", "10.0.0.1", "10.0.2.1"]);
    await expect(heads(page).nth(2)).toBeFocused();
    await page.keyboard.press("Alt+ArrowLeft");
    expect(await names(page)).toEqual(["10.0.1.1", "10.0.0.1", "10.0.0.2", "10.0.2.1"]);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Lifelines" });
    await expect(dialog.getByRole("row", { selected: true })).toContainText("10.0.0.1");
    await pressToTheEnd(page, dialog.getByRole("button", { name: "Move right" }));
    await pressToTheEnd(page, dialog.getByRole("button", { name: "Undo" }));
    await page.keyboard.press("Escape");
    expect(await names(page)).toEqual(["10.0.0.1", "10.0.1.1", "10.0.0.2", "10.0.2.1"]);
  });

  test("a lifeline is dragged to another place; Escape leaves it where it was", async ({ page }) => {
    const middle = async (lifeline: number) => {
      const box = await heads(page).nth(lifeline).boundingBox();
      return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 }; // it is shown
    };
    const [first, third] = [await middle(0), await middle(2)];
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(third.x + 30, third.y, { steps: 5 });
    await page.keyboard.press("Escape");
    await page.mouse.up();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    expect(await names(page)).toEqual(["10.0.0.1", "10.0.1.1", "10.0.0.2", "10.0.2.1"]);
    await page.mouse.move(first.x, first.y);
    await page.mouse.down();
    await page.mouse.move(third.x + 30, third.y, { steps: 5 });
    await page.mouse.up();
    expect(await names(page)).toEqual(["10.0.1.1", "10.0.0.2", "10.0.0.1", "10.0.2.1"]);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  test("a hidden lifeline goes with its packets, which are counted, and comes back", async ({ page }) => {
    await heads(page).nth(2).focus();
    await page.keyboard.press("Delete");
    expect(await names(page)).toEqual(["10.0.0.1", "10.0.1.1", "10.0.2.1"]);
    await expect(heads(page).nth(1)).toBeFocused();
    await expect(figure(page).getByRole("option")).toHaveCount(3);
    await expect(page.getByText("1 lifeline with 1 packet hidden.")).toBeVisible();
    await page.getByRole("button", { name: "Show all" }).click();
    await expect(figure(page).getByRole("option")).toHaveCount(4);
    await expect(page.getByText(/hidden\./)).toHaveCount(0);
  });

  test("hosts are merged by their subnets, of any length", async ({ page }) => {
    await openIndex(page);
    const dialog = page.getByRole("dialog", { name: "Lifelines" });
    await dialog.getByRole("combobox", { name: "A lifeline for each" }).selectOption("subnet");
    expect(await names(page)).toEqual(["10.0.0.0/24", "10.0.1.0/24", "10.0.2.0/24"]);
    await expect(page.getByText("4 addresses share 3 lifelines.")).toBeVisible();
    await dialog.getByRole("spinbutton", { name: "IPv4 prefix" }).fill("23");
    expect(await names(page)).toEqual(["10.0.0.0/23", "10.0.2.0/23"]);
    await expect(figure(page).getByRole("option")).toHaveCount(4);
  });

  test("one host is split by its ports, or all are", async ({ page }) => {
    await openIndex(page);
    const dialog = page.getByRole("dialog", { name: "Lifelines" });
    await dialog.getByRole("row", { name: /10\.0\.0\.2/ }).click();
    await dialog.getByRole("button", { name: "Split by port" }).click();
    expect(await names(page)).toEqual(["10.0.0.1", "10.0.1.1", "10.0.0.2:40002", "10.0.2.1"]);
    await dialog.getByRole("combobox", { name: "A lifeline for each" }).selectOption("endpoint");
    expect(await names(page)).toEqual(["10.0.0.1:40001", "10.0.1.1:53", "10.0.0.2:40002", "10.0.2.1:853"]);
  });

  test("link addresses are read from the file when they are asked for", async ({ page }) => {
    await openIndex(page);
    await page.getByRole("combobox", { name: "A lifeline for each" }).selectOption("link");
    expect(await names(page)).toEqual([
      "02:00:00:00:00:01",
      "02:00:00:00:00:09",
      "02:00:00:00:00:02",
      "02:00:00:00:00:08",
    ]);
  });

  test("what leaves the page has the lifelines in their order, without the hidden ones", async ({ page }) => {
    await heads(page).nth(2).focus();
    await page.keyboard.press("Delete");
    await heads(page).first().focus();
    await page.keyboard.press("Alt+ArrowRight");
    await page.getByRole("button", { name: "Export the flow graph" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /^Mermaid/ }).check();
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save" }).click();
    const parts: Buffer[] = [];
    for await (const part of await (await download).createReadStream()) parts.push(part as Buffer); // a stream of buffers
    const text = Buffer.concat(parts).toString("utf8");
    expect(text.match(/participant h\d as .*/g)).toEqual([
      "participant h0 as 10.0.1.1",
      "participant h1 as 10.0.0.1",
      "participant h2 as 10.0.2.1",
    ]);
  });

  test("the index works by keys alone, and keeps the rules of accessibility", async ({ page }) => {
    await page.keyboard.press("h");
    const dialog = page.getByRole("dialog", { name: "Lifelines" });
    const grid = dialog.getByRole("grid", { name: "All lifelines" });
    await grid.getByRole("row", { selected: true }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Space");
    await expect(grid.getByRole("row", { selected: true }).getByRole("checkbox")).not.toBeChecked();
    await expect(dialog.getByText("1 lifeline with 4 packets hidden.")).toBeVisible();
    await expectAccessible(page, "dialog[open]");
    await page.keyboard.press("Space");
    await page.keyboard.press("Alt+ArrowUp");
    await page.keyboard.press("Enter");
    expect(await names(page)).toEqual(["10.0.1.1", "10.0.0.1", "10.0.0.2", "10.0.2.1"]);
    await expect(heads(page).first()).toBeFocused();
  });
});

test.describe("a host that sends to itself", () => {
  const CLIENT: End = ["127.0.0.1", 40000];
  const OWN: End = ["127.0.0.1", 80];
  const opening = [tcp(CLIENT, OWN, "02"), tcp(OWN, CLIENT, "12"), tcp(CLIENT, OWN, "10", 2)];

  /** Where each arrow's line begins and ends. */
  const lines = (page: Page) =>
    page
      .getByRole("figure")
      .getByRole("option")
      .evaluateAll((options) =>
        options.map((option) => {
          const drawn = Array.from(option.querySelectorAll("path"), (path) => path.getAttribute("d") ?? "");
          const line = drawn.find((d) => /^M[\d.]+ [\d.]+H/.test(d)) ?? "";
          const [from, , to] = line.match(/[\d.]+/g) ?? [];
          return Number(from) < Number(to) ? "right" : "left";
        }),
      );

  test("has a lifeline for each side, in all packets as in its connection", async ({ page }, info) => {
    await openAll(page, capture(info.outputPath("own.pcap"), RAW_IP, opening));
    expect(await names(page)).toEqual(["127.0.0.1, to itself, as client", "127.0.0.1, to itself, as server"]);
    expect(await lines(page)).toEqual(["right", "left", "right"]);
    await page.getByRole("button", { name: "Connection", exact: true }).click();
    await whenIdle(page);
    await expect(page.locator("figure svg").first()).toContainText("127.0.0.1:40000");
    await expect(page.locator("figure svg").first()).toContainText("127.0.0.1:80");
    expect(await lines(page)).toEqual(["right", "left", "right"]);
  });
});

test("a lifeline is dragged beyond what is in view", async ({ page }, info) => {
  const hosts = Array.from({ length: 6 }, (_, i) => [`10.2.0.${i + 1}`, 1000] as const);
  await openAll(
    page,
    capture(
      info.outputPath("wide.pcap"),
      RAW_IP,
      hosts.map((host) => udp(host, SERVER)),
    ),
  );
  const box = await heads(page).first().boundingBox();
  const panel = await figure(page).locator("div").first().boundingBox();
  const y = box!.y + box!.height / 2; // both are shown
  await page.mouse.move(box!.x + box!.width / 2, y);
  await page.mouse.down();
  await page.mouse.move(panel!.x + panel!.width - 2, y, { steps: 5 });
  await expect(heads(page).last()).toHaveAccessibleName(/lifeline 7 of 7/);
  await page.mouse.up();
  await expect(heads(page).last()).toHaveAccessibleName("10.2.0.1, lifeline 7 of 7, 1 packet");
});

test("five thousand lifelines are listed, searched and gone to", async ({ page }, info) => {
  const hosts = Array.from({ length: 5000 }, (_, i) => [`10.1.${i >> 8}.${i & 255}`, 1000] as const);
  await openAll(
    page,
    capture(
      info.outputPath("many.pcap"),
      RAW_IP,
      hosts.map((host) => udp(host, SERVER)),
    ),
  );
  await openIndex(page);
  const dialog = page.getByRole("dialog", { name: "Lifelines" });
  const grid = dialog.getByRole("grid", { name: "All lifelines" });
  await expect(grid).toHaveAttribute("aria-rowcount", "5002");
  expect(await grid.getByRole("row").count()).toBeLessThan(200);
  await dialog.getByRole("searchbox", { name: "Search lifelines" }).fill("10.1.18.");
  await whenIdle(page);
  await expect(dialog.getByText("256 of 5,001 lifelines")).toBeVisible();
  await grid.getByRole("row", { name: /10\.1\.18\.7\b/ }).dblclick();
  await expect(page.locator("[data-lifeline]:focus")).toHaveAccessibleName(
    /^10\.1\.18\.7, lifeline 4,617 of 5,001, 1 packet$/,
  );
  await openIndex(page);
  await dialog.getByRole("searchbox", { name: "Search lifelines" }).fill("10.1.18.");
  await whenIdle(page);
  await dialog.getByRole("button", { name: "Hide these" }).click();
  await expect(dialog.getByText("256 lifelines with 256 packets hidden.")).toBeVisible();
});
