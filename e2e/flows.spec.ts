/** A reader looks at other packets than TCP's on the ladder. */
import { framesCapture, tcpCapture } from "./captures.ts";
import { expect, openFile, openSample, test, whenIdle } from "./fixtures.ts";

/** An ARP request (RFC 826), and an acknowledgement of IEEE 802.11, which names no sender, in captures of their own. */
const ARP = "ffffffffffff 020000000001 0806 0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002";
const ACKNOWLEDGEMENT = "d400 0000 020000000001";

test("packets that are no TCP segments are arrows with the words of the list", async ({ page }) => {
  await page.goto("");
  await openSample(page, "dns");
  const graph = page.getByRole("figure", { name: "Flow graph: all packets" });
  const first = graph.locator('[data-frame="1"]');
  await expect(first).toHaveAccessibleName(
    /^Packet 1, 0\.000000000 s, 192\.0\.2\.10 port \d+ to 203\.0\.113\.53 port 53, DNS, Standard query 0x2a01 A www\.example\.com$/,
  );
  await expect(first).toContainText("Standard query 0x2a01 A www.example.com");
  await expect(first).toContainText("DNS");
});

test("the ladder shows one connection, all packets, or those of a kind, by choice", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("some.pcap"), { connections: 3, exchanges: 1 }));
  const choice = page.getByRole("combobox", { name: "Packets between all hosts" });
  const one = page.getByRole("button", { name: "Connection", exact: true });
  await expect(one).toHaveAttribute("aria-pressed", "true");
  for (const [flow, name] of [
    ["All TCP packets", "Flow graph: all TCP packets"],
    ["All packets", "Flow graph: all packets"],
  ] as const) {
    await choice.selectOption(flow);
    await whenIdle(page);
    await expect(page.getByRole("figure", { name, exact: true }).getByRole("option").first()).toHaveAttribute(
      "aria-setsize",
      "27",
    );
  }
  await choice.selectOption("UDP");
  await expect(page.getByText("No packet of this kind in this capture. It holds 27 packets: 27 TCP.")).toBeVisible();
  await one.click();
  await expect(page.getByRole("figure", { name: /^Flow graph: .* port \d+ and / })).toBeVisible();
});

test("a ladder that is scrolled sideways stays in its panel", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, tcpCapture(info.outputPath("wide.pcap"), { connections: 40, exchanges: 1 }));
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All packets");
  const graph = page.getByRole("figure", { name: "Flow graph: all packets" });
  await graph.getByRole("option").first().click();
  await page.keyboard.press("End");
  await whenIdle(page);
  const [panel, arrow] = [await graph.boundingBox(), await graph.getByRole("option").last().boundingBox()];
  expect(arrow!.x).toBeGreaterThanOrEqual(panel!.x); // both are shown
  expect(
    await graph
      .locator("div")
      .first()
      .evaluate(({ scrollLeft }) => scrollLeft),
  ).toBeGreaterThan(0);
});

test("an ARP request stands between link addresses, without ports", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, framesCapture(info.outputPath("arp.pcap"), 1, ARP));
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("ARP");
  const arrow = page.getByRole("figure", { name: "Flow graph: ARP packets" }).getByRole("option");
  await expect(arrow).toHaveAccessibleName(
    "Packet 1, 0.000000 s, 02:00:00:00:00:01 to ff:ff:ff:ff:ff:ff, ARP, Who has 10.0.0.2? Tell 10.0.0.1",
  );
});

test("packets without two addresses are counted", async ({ page }, info) => {
  await page.goto("");
  await openFile(page, framesCapture(info.outputPath("wlan.pcap"), 105, ACKNOWLEDGEMENT, ACKNOWLEDGEMENT));
  await expect(page.getByText("2 packets do not have two addresses and are not drawn.")).toBeVisible();
});

test("a reader's file has the words of packets out of view too", async ({ page }) => {
  await page.goto("");
  await openSample(page, "dns");
  await page.getByRole("button", { name: "Export the flow graph" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^CSV/ }).check();
  const download = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save" }).click();
  const stream = await (await download).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer); // a download's stream gives buffers
  expect(Buffer.concat(parts).toString("utf8")).toContain("DNS,Standard query 0x2a01 A www.example.com");
});
