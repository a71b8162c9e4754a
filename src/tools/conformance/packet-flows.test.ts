import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pcapHeader, pcapRecord, join as together } from "../../core/capture/captures-for-tests.ts";
import { FlowSums } from "./flow-sums.ts";
import { compareFlows, type FlowTexts } from "./packet-flows.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowladder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An ARP request, RFC 826, in Ethernet. */
const ARP = "ffffffffffff 020000000001 0806 0001 0800 06 04 0001 020000000001 0a000001 000000000000 0a000002";
/** As tshark draws it. */
const DRAWN = [
  "|Time     | 02:00:00:00:00:01                     |",
  "|         |                   | ff:ff:ff:ff:ff:ff |                   ",
  "|0.000000 |         Who has 10.0.0.2? Te          |ARP: Who has 10.0.0.2? Tell 10.0.0.1",
  "|         |(0)      ------------------>  (0)      |",
];

async function compared(any: readonly string[]) {
  const bytes = ARP.replace(/\s/g, "").match(/../g) ?? [];
  const frame = Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 16));
  const path = join(folder, "a.pcap");
  writeFileSync(path, together(pcapHeader("little"), pcapRecord("little", frame)));
  const theirs: FlowTexts = { any, network: [], icmp: [], icmpv6: [] };
  const sums = new FlowSums();
  sums.add(await compareFlows(path, "a.pcap", theirs, 2));
  return [...sums.lines()];
}

it("counts captures and lines that are equal, of each flow graph", async () => {
  expect(await compared(DRAWN)).toEqual([
    "flow graph of all packets equal in 1 of 1 captures, 4 of 4 lines",
    "flow graph of all packets with network addresses equal in 1 of 1 captures, 0 of 0 lines",
    "flow graph of ICMP equal in 1 of 1 captures, 0 of 0 lines",
    "flow graph of ICMPv6 equal in 1 of 1 captures, 0 of 0 lines",
  ]);
});

it("tells lines that differ by the protocol that tshark names", async () => {
  const other = DRAWN.map((line) => line.replace("ARP: Who has", "RARP: Who is").replace("(0)", "(7)"));
  const lines = await compared(other);
  expect(lines[0]).toBe("flow graph of all packets equal in 0 of 1 captures, 2 of 4 lines");
  expect(lines.at(-1)).toBe("    other lines of all packets, by tshark's protocol: RARP 1, names and arrows 1");
});

it("says nothing where nothing was compared", () => {
  expect([...new FlowSums().lines()]).toEqual([]);
});
