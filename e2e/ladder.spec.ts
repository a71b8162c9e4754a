/** A reader opens a capture and reads its flow graph. */

import { tcpCapture } from "./captures.ts";
import { expect, openFile, openSample, test, viewSwitch, whenIdle } from "./fixtures.ts";

/** What Wireshark's flow graph shows for the sample: label, comment. */
const HANDSHAKE = [
  ["SYN", "Seq = 0"],
  ["SYN, ACK", "Seq = 0 Ack = 1"],
  ["ACK", "Seq = 1 Ack = 1"],
  ["PSH, ACK - Len: 70", "Seq = 1 Ack = 1"],
  ["ACK", "Seq = 1 Ack = 71"],
  ["PSH, ACK - Len: 403", "Seq = 1 Ack = 71"],
  ["ACK", "Seq = 71 Ack = 404"],
  ["FIN, ACK", "Seq = 71 Ack = 404"],
  ["ACK", "Seq = 404 Ack = 72"],
  ["FIN, ACK", "Seq = 404 Ack = 72"],
  ["ACK", "Seq = 72 Ack = 405"],
] as const;

test("every packet of a connection is an arrow with Wireshark's words", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const graph = page.getByRole("figure", { name: /^Flow graph: 192\.0\.2\.10 port \d+ and 198\.51\.100\.20 port 80/ });
  const arrows = graph.getByRole("option");
  await expect(arrows).toHaveCount(HANDSHAKE.length);
  for (const [index, [label, comment]] of HANDSHAKE.entries()) {
    const arrow = graph.locator(`[data-frame="${index + 1}"]`);
    await expect(arrow).toContainText(label);
    for (const part of comment.split(/ (?=Ack)/)) await expect(arrow).toContainText(part);
  }
});

test("an arrow's accessible name is a sentence", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const names = [
    "Packet 1, 0.000000 s, client to server, SYN, 0 bytes, Seq 0",
    "Packet 4, 0.020812 s, client to server, PSH, ACK, 70 bytes, Seq 1, Ack 1",
    "Packet 6, 0.042203 s, server to client, PSH, ACK, 403 bytes, Seq 1, Ack 71",
  ];
  for (const name of names) await expect(page.getByRole("option", { name })).toBeVisible();
});

test("a switch shows the numbers as they stand in the packets", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const first = page.locator('[data-frame="1"]');
  await expect(first).toContainText(/Seq = 0\b/);
  await (await viewSwitch(page, "Relative Seq")).uncheck();
  await expect(first).toContainText(/Seq = \d{6,}/);
  await (await viewSwitch(page, "Relative Seq")).check();
  await expect(first).toContainText(/Seq = 0\b/);
});

test("all TCP packets of a capture share one ladder, with a lifeline for each host", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("hosts.pcap"), { connections: 50, exchanges: 1 }));
  await page
    .getByRole("listbox", { name: "Connections" })
    .getByRole("option", { name: /All TCP packets/ })
    .click();
  await whenIdle(page);
  const graph = page.getByRole("figure", { name: /^Flow graph: all TCP packets/ });
  await expect(graph.getByRole("option").first()).toHaveAttribute("aria-setsize", "450");
});

test("a ladder of a hundred thousand arrows holds few elements and reaches its last arrow", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("long.pcap"), { connections: 1, exchanges: 50_000 }));
  const graph = page.getByRole("figure", { name: /^Flow graph/ });
  const arrows = graph.getByRole("option");
  await arrows.first().click();
  const total = Number(await arrows.first().getAttribute("aria-setsize"));
  expect(total).toBeGreaterThan(100_000);
  await page.keyboard.press("End");
  await whenIdle(page);
  await expect(graph.locator(`[data-frame="${total}"]`)).toBeVisible();
  expect(await arrows.count()).toBeLessThan(150);
});

test("the arrow keys walk along the ladder, the sideways ones in one direction", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  await page.locator('[data-frame="1"]').click();
  const chosen = page.getByRole("figure", { name: /^Flow graph/ }).getByRole("option", { selected: true });
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveAttribute("data-frame", "2");
  await page.keyboard.press("ArrowRight");
  await expect(chosen).toHaveAttribute("data-frame", "5");
  await page.keyboard.press("ArrowLeft");
  await expect(chosen).toHaveAttribute("data-frame", "2");
  await page.keyboard.press("End");
  await expect(chosen).toHaveAttribute("data-frame", "11");
});

for (const width of [390, 1440]) {
  test(`a row that keys bring up is clear of the zoom buttons, the last one too: ${width} px wide`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto("");
    await openSample(page, "zero-window");
    const ladder = page.getByRole("figure", { name: /^Flow graph/ });
    const buttons = (await page.getByRole("group", { name: "Zoom" }).boundingBox())!;
    const chosen = ladder.getByRole("option", { selected: true });
    const ack = chosen.getByText(/^Ack = /);
    await ladder.locator('[data-frame="1"]').click();
    const last = Number(await chosen.getAttribute("aria-setsize"));
    for (let line = 2; line <= last; line++) {
      await page.keyboard.press("ArrowDown");
      await whenIdle(page);
      const { y, height } = (await ack.boundingBox())!;
      expect(y + height, `line ${line}`).toBeLessThanOrEqual(buttons.y);
    }
    await expect(chosen).toHaveAttribute("aria-posinset", String(last));
  });
}

test("the states of both ends stand beside the lifelines, and go by a switch", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const figure = page.getByRole("figure", { name: /^Flow graph/ });
  for (const state of ["SYN-SENT", "SYN-RECEIVED", "FIN-WAIT-1", "CLOSE-WAIT"]) {
    await expect(figure.getByText(state, { exact: true })).toBeAttached();
  }
  await (await viewSwitch(page, "States")).uncheck();
  await expect(figure.getByText("SYN-SENT", { exact: true })).toHaveCount(0);
});

test("times are switched in place", async ({ page }) => {
  await page.goto("");
  await openSample(page, "handshake");
  const first = page.locator('[data-frame="1"]');
  await expect(first).toHaveAccessibleName(/^Packet 1, 0\.000000 s, /);
  await page.getByRole("combobox", { name: "Time" }).selectOption("of day, UTC");
  await expect(first).toHaveAccessibleName(/^Packet 1, \d\d:\d\d:\d\d\.\d{6}, /);
  await page.getByRole("combobox", { name: "Time" }).selectOption("since the packet before");
  await expect(first).toHaveAccessibleName(/^Packet 1, 0\.000000 s, /);
});
