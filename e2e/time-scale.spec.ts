/** A reader puts the ladder's rows where their times are, zooms it and drags it about. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { pcapRecords } from "./captures.ts";
import { dist, expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

const arrow = (page: Page, number: number) => page.locator(`figure [data-frame="${number}"]`);

/** Heights in the window of an arrow's two ends, the sender's first, and of the middle of its number. */
const heightsOf = (page: Page, number: number) =>
  arrow(page, number).evaluate((group) => {
    const [line] = [...group.querySelectorAll("path")]
      .filter(({ attributes }) => attributes.getNamedItem("d"))
      .slice(-2);
    const path = line as SVGPathElement; // the line is a path of the drawing
    const at = (length: number) => path.getPointAtLength(length).matrixTransform(path.getScreenCTM()!).y;
    const box = group.querySelector("text")!.getBoundingClientRect();
    return { tail: at(0), head: at(path.getTotalLength()), number: (box.top + box.bottom) / 2 };
  });

const topOf = async (page: Page, number: number) => (await heightsOf(page, number)).number;

/** The handshake of a sample, so many µs after each other. */
function handshake(path: string, times: readonly number[]): string {
  const sample = readFileSync(join(dist, "samples/zero-window.pcap"));
  const records = pcapRecords(sample).slice(0, times.length);
  for (const [index, record] of records.entries()) {
    record.writeUInt32LE(1_700_000_000, 0);
    record.writeUInt32LE(times[index]!, 4);
  }
  writeFileSync(path, Buffer.concat([sample.subarray(0, 24), ...records]));
  return path;
}

test("rows stand where their times are, by a button and by a key", async ({ page }) => {
  await page.goto("");
  await openSample(page, "zero-window");
  await page.getByRole("button", { name: "To scale" }).click();
  await whenIdle(page);
  const [second, third, fourteenth] = [await topOf(page, 2), await topOf(page, 3), await topOf(page, 14)];
  expect(fourteenth - second).toBeGreaterThan(2 * (third - second));
  await expect(page.getByText("Captured at the client.")).toBeVisible();
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: "Even rows" })).toHaveAttribute("aria-pressed", "true");
  expect((await topOf(page, 3)) - (await topOf(page, 2))).toBe((await topOf(page, 2)) - (await topOf(page, 1)));
});

test("a long idle time is broken out and says exactly how long it was", async ({ page }) => {
  await page.goto("#sample=zero-window&packet=17");
  await whenIdle(page);
  await page.keyboard.press("t");
  await whenIdle(page);
  // tshark: packet 16 at 0.151440 s, packet 17 at 0.385050 s.
  const words = page.locator("figure").getByText("0.233610 s without a packet");
  await expect(words).toBeAttached();
  await page.setViewportSize({ width: 320, height: 844 });
  await whenIdle(page);
  const box = (await words.boundingBox())!; // it is drawn
  expect(box.x + box.width).toBeLessThan(320);
});

for (const [side, times] of [
  ["client", [0, 20_000, 20_050]],
  ["server", [0, 50, 20_050]],
] as const) {
  test(`arrows of a capture at the ${side} fall towards the other end`, async ({ page }, info) => {
    await page.goto("");
    await openFile(page, handshake(info.outputPath(`${side}.pcap`), times));
    await page.keyboard.press("t");
    await expect(page.getByText(`Captured at the ${side}.`)).toBeVisible();
    for (const number of [1, 2]) {
      const { tail, head, number: middle } = await heightsOf(page, number);
      expect(head - tail).toBeGreaterThan(8);
      // What the capture saw is at the height of its number, where that has room.
      if (number === 1) expect(Math.abs((side === "client" ? tail : head) - middle)).toBeLessThan(3);
    }
    await page.getByRole("button", { name: "View", exact: true }).click();
    await page.getByRole("checkbox", { name: "Slanted arrows" }).uncheck();
    const { tail, head } = await heightsOf(page, 1);
    expect(Math.abs(head - tail)).toBeLessThan(1);
  });
}

test("zooming at the pointer keeps what is under it where it is, and 0 goes back", async ({ page }) => {
  await page.goto("");
  await openSample(page, "zero-window");
  for (const isToScale of [false, true]) {
    if (isToScale) await page.keyboard.press("t");
    await whenIdle(page);
    await arrow(page, 9).click({ position: { x: 40, y: 12 }, force: true });
    const before = await topOf(page, 9);
    const apart = (await topOf(page, 14)) - before;
    const { left } = await page.locator("figure").evaluate((figure) => figure.getBoundingClientRect());
    await page.mouse.move(left + 60, before);
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, -100);
    await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await expect.poll(async () => (await topOf(page, 14)) - (await topOf(page, 9))).toBeGreaterThan(apart * 1.2);
    // Within a row: words keep their distance from the row's line.
    expect(Math.abs((await topOf(page, 9)) - before)).toBeLessThan(10);
    await page.keyboard.press("0");
    await expect.poll(async () => Math.round((await topOf(page, 14)) - (await topOf(page, 9)))).toBe(Math.round(apart));
  }
});

test("bursts that are stretched are told of", async ({ page }, info) => {
  await page.goto("");
  const words = page.getByText("Rows are never closer than 4 px: bursts are drawn longer than they took.");
  await openFile(page, handshake(info.outputPath("burst.pcap"), [0, 20_000, 20_050]));
  await page.keyboard.press("t");
  await expect(words).toBeVisible();
  await openFile(page, handshake(info.outputPath("even.pcap"), [0, 20_000, 40_000]));
  await expect(page.getByText(/ = \d+ px\./)).toBeVisible();
  await expect(words).toHaveCount(0);
});

test("the numbers of a chosen row have room, also where rows are closer than they are high", async ({ page }, info) => {
  await page.goto("");
  const times = [0, 20_000, ...Array.from({ length: 12 }, (_, row) => 20_050 + 50 * row)];
  await openFile(page, handshake(info.outputPath("burst.pcap"), times));
  await page.keyboard.press("t");
  await whenIdle(page);
  /** Px from the middle of the chosen row's number to that of the nearest other; infinite where it does not show. */
  const roomOfChosen = () =>
    page.locator("figure").evaluate((figure) => {
      const middle = (group: Element) => {
        const box = group.querySelector("text")!.getBoundingClientRect();
        return box.height > 0 ? (box.top + box.bottom) / 2 : Number.NaN;
      };
      const chosen = middle(figure.querySelector("[data-frame][aria-selected=true]")!);
      const others = [...figure.querySelectorAll("[data-frame][aria-selected=false]")].map(middle);
      return Math.min(...others.map((other) => Math.abs(other - chosen)).filter((apart) => !Number.isNaN(apart)));
    });
  for (const number of times.keys()) {
    await expect(arrow(page, number + 1)).toHaveAttribute("aria-selected", "true");
    expect(await roomOfChosen(), `packet ${number + 1}`).toBeGreaterThanOrEqual(14);
    expect(await roomOfChosen(), `packet ${number + 1}`).toBeLessThan(1000);
    await page.keyboard.press("ArrowDown");
  }
});

/** Turns the wheel over the ladder as a pinch on a touchpad does: with Ctrl, without a key being pressed. */
const pinch = (page: Page, x: number, y: number, deltaY: number, altKey = false) =>
  page.locator("figure").evaluate(
    (figure, wheel) => {
      const { left, top } = figure.getBoundingClientRect();
      const at = { clientX: left + wheel.x, clientY: top + wheel.y };
      const event = { ...at, deltaY: wheel.deltaY, altKey: wheel.altKey, ctrlKey: true };
      figure.dispatchEvent(new WheelEvent("wheel", { ...event, bubbles: true, cancelable: true }));
    },
    { x, y, deltaY, altKey },
  );

/** Px from the sender's end to the receiver's of a packet's arrow. */
const spanOf = (page: Page, number: number) =>
  arrow(page, number).evaluate((group) =>
    Math.max(...[...group.querySelectorAll("path")].map((path) => path.getBoundingClientRect().width)),
  );

test("a pinch zooms down the ladder, and with Alt across it", async ({ page }) => {
  await page.goto("");
  await openSample(page, "zero-window");
  const apart = async () => (await topOf(page, 3)) - (await topOf(page, 2));
  const [usual, width] = [await apart(), await spanOf(page, 2)];
  await pinch(page, 60, 200, -20);
  await expect.poll(apart).toBeGreaterThan(usual);
  expect(await spanOf(page, 2)).toBe(width);
  await pinch(page, 60, 200, 20);
  await expect.poll(apart).toBe(usual);
  await pinch(page, 300, 200, -25, true);
  await expect.poll(() => spanOf(page, 2)).not.toBe(width);
  expect(await apart()).toBe(usual);
  await page.keyboard.press("0");
  await expect.poll(() => spanOf(page, 2)).toBe(width);
});

test("keys move the ladder and leave the chosen row", async ({ page }) => {
  await page.goto("");
  await openSample(page, "zero-window");
  await arrow(page, 9).click({ position: { x: 40, y: 12 }, force: true });
  const before = await topOf(page, 9);
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect.poll(async () => Math.round((await topOf(page, 9)) - before)).toBe(-60);
  await page.keyboard.press("Alt+Shift+ArrowUp");
  await expect.poll(async () => Math.round((await topOf(page, 9)) - before)).toBe(0);
  await expect(arrow(page, 9)).toHaveAttribute("aria-selected", "true");
  for (let turn = 0; turn < 8; turn++) await pinch(page, 300, 200, -25, true);
  await whenIdle(page);
  const scrolled = () =>
    page
      .locator("figure > div")
      .first()
      .evaluate(({ scrollLeft }) => Math.round(scrollLeft));
  const left = await scrolled();
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(scrolled).toBe(left + 60);
  await page.keyboard.press("Alt+Shift+ArrowLeft");
  await expect.poll(scrolled).toBe(left);
  await expect(arrow(page, 9)).toHaveAttribute("aria-selected", "true");
});

test("keys and buttons zoom in and out", async ({ page }) => {
  await page.goto("");
  await openSample(page, "zero-window");
  const apart = async () => (await topOf(page, 3)) - (await topOf(page, 2));
  const usual = await apart();
  await page.keyboard.press("+");
  await expect.poll(apart).toBeGreaterThan(usual);
  await page.keyboard.press("-");
  await expect.poll(apart).toBe(usual);
  await page.getByRole("button", { name: /^Zoom in/ }).click();
  await expect.poll(apart).toBeGreaterThan(usual);
  await page.getByRole("button", { name: /^As at the beginning/ }).click();
  await expect.poll(apart).toBe(usual);
});

test("the ladder is dragged about, and a press that does not move chooses a row", async ({ page }) => {
  await page.goto("");
  await openSample(page, "zero-window");
  const before = await topOf(page, 12);
  const { left } = await page.locator("figure").evaluate((figure) => figure.getBoundingClientRect());
  await page.mouse.move(left + 60, before);
  await page.mouse.down();
  await page.mouse.move(left + 60, before - 100, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await topOf(page, 12)) - before)).toBe(-100);
  await expect(arrow(page, 12)).toHaveAttribute("aria-selected", "false");
  await page.mouse.click(left + 60, await topOf(page, 12));
  await expect(arrow(page, 12)).toHaveAttribute("aria-selected", "true");
});

test("round trips are bracketed, and what the server sends has its comment at the server's end", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.getByRole("button", { name: "To scale" }).click();
  await whenIdle(page);
  const graph = page.getByRole("figure", { name: /^Flow graph/ });
  // The SYN was captured at 0, its answer at 21.507056 ms.
  await expect(graph.getByText("21.5 ms", { exact: true })).toBeVisible();
  await expect(graph.getByText("RTT", { exact: true }).first()).toBeVisible();
  await expect(graph.getByText("to repair", { exact: true })).toBeVisible();
  const left = async (number: number) => {
    const comment = graph.locator(`[data-frame="${number}"]`).getByText(/^Seq = /);
    return (await comment.boundingBox())!.x; // it is shown
  };
  expect(await left(2)).toBeGreaterThan((await left(1)) + 300);
  await page.setViewportSize({ width: 1100, height: 900 });
  await expect(graph.getByText("to repair", { exact: true })).toHaveCount(0);
});

test("on a phone, what is estimated and left out unfolds from the scale", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("");
  await openSample(page, "lost-segment");
  await page.keyboard.press("t");
  await whenIdle(page);
  const words = page.getByText("The server's times are estimated");
  await expect(words).toBeHidden();
  await page.getByText(/^\d+ ms = \d+ px\.$/).click();
  await expect(words).toBeVisible();
});
