import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pcapHeader, pcapRecord, join as together } from "../../core/capture/captures-for-tests.ts";
import { compareRoundTrip } from "./round-trip.ts";

const SYN =
  "020000000001 020000000002 0800 4500 0028 0001 4000 4006 0000 0a000001 0a000002 ea60 0050 000003e8 00000000 5002 2000 0000 0000";
/** An error of IPv4 that quotes a packet. */
const ERROR =
  "020000000001 020000000002 0800 45000038 00010000 40010000 0a000002 0a000001 0303 0000 00000000 4500001c 00010000 40110000 0a000001 0a000002 04d2 0035 0008 0000";
const LLDP = "0180c200000e 020000000002 88cc 0207 0402 0000 0000 02";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowladder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const bytesOf = (hex: string) =>
  Uint8Array.from(hex.replace(/\s/g, "").match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

/** What is counted of a capture of these frames, by field. */
async function counted(frames: readonly string[], linkType = 1) {
  const header = pcapHeader("little");
  new DataView(header.buffer).setUint32(20, linkType, true);
  const path = join(folder, "a.pcap");
  writeFileSync(path, together(header, ...frames.map((frame) => pcapRecord("little", bytesOf(frame)))));
  const counters = await compareRoundTrip(path, "a.pcap", 5);
  return Object.fromEntries(counters.map(([field, { tally }]) => [field, [tally.equal, tally.different]]));
}

it("counts packets by their kind, whole texts with their bytes", async () => {
  expect(await counted([SYN, ERROR, LLDP, SYN])).toEqual({
    "roundtrip.tcp": [2, 0],
    "roundtrip.icmp": [1, 0],
    "roundtrip.others": [1, 0],
  });
});

it("of links without words, too", async () => {
  expect(await counted(["0a00000008000000454355524553455400", SYN], 227)).toEqual({ "roundtrip.others": [2, 0] });
});

it("counts a record without a packet as different, and the packet behind it for itself", async () => {
  expect(await counted([SYN, "", SYN])).toEqual({ "roundtrip.tcp": [2, 0], "roundtrip.others": [0, 1] });
});

it("finds a packet that does not come back: one of more bytes than its line can tell", async () => {
  // Behind ARP in a frame of 802.11 stands a check sequence, which is no part of the length in the line.
  const arp = "0001 0800 0604 0001 020000000001 0a000001 000000000000 0a000002";
  const radio = "0000 0900 0200 0000 10";
  const frame = `${radio} 0800 0000 020000000001 020000000002 020000000003 0000 aaaa03 000000 0806 ${arp} 01020304`;
  expect(await counted([frame], 127)).toEqual({ "roundtrip.arp": [0, 1] });
});
