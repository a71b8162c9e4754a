/** What a pcapng file says beside its packets: comments on them, and names of addresses. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import {
  characters,
  enhancedPacket,
  interfaceBlock,
  join as joined,
  nameResolution,
  option,
  sectionHeader,
} from "../src/core/capture/captures-for-tests.ts";
import { packetOf, pcapRecords } from "./captures.ts";
import { dist, drop, expect, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

const packets = (page: Page) => page.getByRole("grid", { name: "Packets" });
const row = (page: Page, number: number) => packets(page).locator(`[data-row="${number - 1}"]`);
const text = (code: number, value: string) => option("little", code, characters(value));

const records = pcapRecords(readFileSync(join(dist, "samples", "simultaneous-close.pcap"))).map(packetOf);
/** Addresses of the first packet's sender and receiver, in Ethernet and IPv4. */
const [client, server] = [26, 30].map((at) => Uint8Array.from(records[0]!.subarray(at, at + 4)));

/** The sample's packets, the third with two comments, and a name for its server. */
const ANNOTATED = Buffer.from(
  joined(
    sectionHeader("little"),
    interfaceBlock("little", 1, 0, text(2, "eth7"), text(3, "Uplink")),
    nameResolution("little", [1, joined(server!, characters("www.example\0"))]),
    ...records.map((packet, index) => {
      const comments =
        index === 2 ? joined(text(1, "Here it begins.\nSee the next."), text(1, "Second")) : new Uint8Array();
      return enhancedPacket("little", packet, { ticks: BigInt(index), options: comments });
    }),
  ),
);

async function openAnnotated(page: Page): Promise<void> {
  await page.goto("");
  await drop(page, [{ name: "annotated.pcapng", buffer: ANNOTATED }]);
}

test("comments are marked in the list, and stand first in the details", async ({ page }) => {
  await openAnnotated(page);
  await expect(packets(page).getByText("commented")).toHaveCount(1);
  await expect(row(page, 3).getByText("commented")).toBeAttached();
  await row(page, 3).click();
  await whenIdle(page);
  const tree = page.getByRole("tree");
  await expect(tree.getByRole("treeitem").first()).toContainText("Packet comments");
  await expect(tree.getByRole("treeitem", { name: /Comment: / })).toHaveText([
    /Here it begins\.\s+See the next\./,
    /Second/,
  ]);
  await row(page, 4).click();
  await whenIdle(page);
  await expect(tree.getByRole("treeitem").first()).toContainText("Frame 4");
});

test("the frame says what it was captured on", async ({ page }) => {
  await openAnnotated(page);
  const frame = page.getByRole("treeitem", { name: /^Frame 1/ });
  await expect(frame).toContainText("on eth7");
  await frame.dblclick();
  await page.getByRole("treeitem", { name: /Interface id: 0/ }).dblclick();
  await expect(page.getByRole("treeitem", { name: /Interface name: eth7/ })).toBeVisible();
  await expect(page.getByRole("treeitem", { name: /Interface description: Uplink/ })).toBeVisible();
});

test("names stand for addresses once they are asked for, everywhere", async ({ page }) => {
  const address = server!.join(".");
  await openAnnotated(page);
  const source = row(page, 2).getByRole("gridcell").nth(3);
  const connection = page.getByRole("listbox", { name: "Connections" }).getByRole("option").nth(1);
  await expect(source).toHaveText(address);
  await (await viewSwitch(page, "Names")).check();
  await expect(source).toHaveText("www.example");
  await expect(source).toHaveAttribute("title", address);
  await expect(connection).toContainText("www.example:");
  await expect(page.getByRole("figure", { name: `${client!.join(".")} port` })).toHaveAccessibleName(
    /www\.example port/,
  );
  await expect(page.getByRole("figure").locator("svg").first()).toContainText("www.example");
  await (await viewSwitch(page, "Names")).uncheck();
  await expect(source).toHaveText(address);
});

test("the switch for names works by keyboard", async ({ page }) => {
  await openAnnotated(page);
  await page.getByRole("button", { name: "View", exact: true }).focus();
  await page.keyboard.press("Enter");
  const names = page.getByRole("checkbox", { name: "Names", exact: true });
  while (!(await names.evaluate((box) => box === document.activeElement))) await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(row(page, 2).getByRole("gridcell").nth(3)).toHaveText("www.example");
  await page.keyboard.press("Space");
  await expect(row(page, 2).getByRole("gridcell").nth(3)).toHaveText(server!.join("."));
});

test("a long comment is there to be read, whatever the window's width", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await openAnnotated(page);
  await row(page, 3).click();
  await whenIdle(page);
  const comment = page.getByRole("treeitem", { name: /Comment: Here it begins/ });
  const words = comment.getByText("See the next.");
  expect(await words.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeLessThanOrEqual(0);
  expect((await comment.boundingBox())!.height).toBeGreaterThan(30);
});

test("without names in the capture there is no switch for them", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await expect(await viewSwitch(page, "Relative Seq")).toBeVisible();
  await expect(await viewSwitch(page, "Names")).toHaveCount(0);
});
