/** A reader asks what an ICMP error is about: it leads to the packet that it quotes, and back. */
import { expectAccessible } from "./axe.ts";
import { framesCapture } from "./captures.ts";
import { expect, openFile, test, viewSwitch, whenIdle } from "./fixtures.ts";

const word = (value: number, digits = 4) => value.toString(16).padStart(digits, "0");

/** An IPv4 packet (RFC 791) from 10.0.0.`from` to 10.0.0.`to`. */
function ipv4(protocol: number, from: number, to: number, id: number, payload: string): string {
  const length = word(20 + payload.replace(/\s/g, "").length / 2);
  const ends = `0a0000${word(from, 2)} 0a0000${word(to, 2)}`;
  return `4500 ${length} ${word(id)} 0000 40 ${word(protocol, 2)} 0000 ${ends} ${payload}`;
}
const probe = (id: number, port: number) => ipv4(17, 1, 2, id, `c000 ${word(port)} 000c 0000 61626364`);
/** RFC 792: type and code, and the packet's header with eight bytes more. */
const error = (type: string, from: number, about: string) =>
  ipv4(1, from, 1, 900, `${type} 0000 00000000 ${about.replace(/\s/g, "").slice(0, 56)}`);
const SYN = ipv4(6, 1, 3, 77, "c001 0050 000003e8 00000000 5002 2000 0000 0000");

/** Probes as traceroute sends them, one that nobody answers, and a SYN that a host refuses. */
const FRAMES = [
  probe(1, 33434),
  probe(2, 33435),
  error("0b00", 254, probe(1, 33434)),
  error("0303", 2, probe(2, 33435)),
  SYN,
  error("030a", 253, SYN),
  error("0b00", 254, probe(9, 40000)),
];
/** Raw IP. */
const LINK_TYPE = 101;

test.beforeEach(async ({ page }, info) => {
  await page.goto("");
  await openFile(page, framesCapture(info.outputPath("errors.pcap"), LINK_TYPE, ...FRAMES));
  await page.getByRole("combobox", { name: "Packets between all hosts" }).selectOption("All packets");
  await whenIdle(page);
});

test("an error says which packet it quotes, in the ladder and in its table", async ({ page }) => {
  const graph = page.getByRole("figure", { name: "Flow graph: all packets" });
  await expect(graph.locator('[data-frame="3"]')).toHaveAccessibleName(/Time-to-live exceeded.*, quotes packet 1$/);
  await expect(graph.locator('[data-frame="4"]')).toContainText("ICMP, quotes packet 2");
  await expect(graph.locator('[data-frame="6"]')).toHaveAccessibleName(/, quotes packet 5$/);
  await expect(graph.locator('[data-frame="7"]')).toHaveAccessibleName(/, quotes a packet that was not captured$/);
  await expect(graph.locator('[data-frame="1"]')).not.toHaveAccessibleName(/quotes/);
  await (await viewSwitch(page, "As a table")).check();
  const rows = page.getByRole("grid", { name: /as a table$/ }).getByRole("row");
  await expect(rows.nth(4).getByRole("gridcell").last()).toHaveText("quotes packet 2");
  await expectAccessible(page);
});

test("a key leads from an error to its packet, and back", async ({ page }) => {
  const graph = page.getByRole("figure", { name: "Flow graph: all packets" });
  const arrow = (number: number) => graph.locator(`[data-frame="${number}"]`);
  await arrow(4).click();
  await page.keyboard.press("q");
  await expect(arrow(2)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("q");
  await expect(arrow(2)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Shift+Q");
  await expect(arrow(4)).toHaveAttribute("aria-selected", "true");
});

test("the details link an error and its packet", async ({ page }) => {
  const graph = page.getByRole("figure", { name: "Flow graph: all packets" });
  await graph.locator('[data-frame="6"]').click();
  const quotations = page.getByRole("list", { name: "Quotations" });
  await expect(quotations).toContainText(/^Quotes packet 5, sent \d+\.\d{3} ms before$/);
  await quotations.getByRole("button", { name: "packet 5" }).click();
  await expect(graph.locator('[data-frame="5"]')).toHaveAttribute("aria-selected", "true");
  await expect(quotations).toContainText(/^Quoted by an ICMP error: packet 6, \d+\.\d{3} ms later$/);
  await graph.locator('[data-frame="7"]').click();
  await expect(quotations).toHaveText("The packet that it quotes is not in the capture.");
});
