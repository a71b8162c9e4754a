/** The list of samples and the files beside it agree. What the packets hold is the business of the core's tests. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readCatalogue } from "./catalogue.ts";
import { countPackets } from "./pcapng.ts";

const folder = fileURLToPath(new URL("../../../public/samples", import.meta.url));
const catalogue = readCatalogue(folder);

const MAX_BYTES = 60_000;
const PCAP = ["d4c3b2a1", "4d3cb2a1"]; // microseconds and nanoseconds, little-endian
const PCAPNG = "0a0d0d0a";
const ENHANCED_PACKET = 6;

/** Number of enhanced packet blocks; the walk also proves that the blocks fill the file. */
function countPcapngPackets(file: Buffer): number {
  let packets = 0;
  let at = 0;
  while (at < file.length) {
    const length = file.readUInt32LE(at + 4);
    expect(file.readUInt32LE(at + length - 4)).toBe(length);
    if (file.readUInt32LE(at) === ENHANCED_PACKET) packets += 1;
    at += length;
  }
  expect(at).toBe(file.length);
  return packets;
}

test("every sample is named once", () => {
  expect(new Set(catalogue.map((sample) => sample.id)).size).toBe(catalogue.length);
  expect(new Set(catalogue.map((sample) => sample.file)).size).toBe(catalogue.length);
});

test("the list and the folder hold the same files", () => {
  const captures = readdirSync(folder).filter((name) => /\.pcap(ng)?$/.test(name));
  expect(catalogue.map((sample) => sample.file).sort()).toEqual(captures.sort());
});

test("the README says how each sample was made", () => {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  for (const sample of catalogue) expect(readme).toContain(`\`${sample.file}\``);
});

test("pcapng and both resolutions of pcap are among them", () => {
  const magics = catalogue.map((sample) => readFileSync(join(folder, sample.file)).toString("hex", 0, 4));
  expect(new Set(magics)).toEqual(new Set([...PCAP, PCAPNG]));
});

describe.each(catalogue)("$id", (sample) => {
  const file = readFileSync(join(folder, sample.file));
  const pcapng = sample.file.endsWith(".pcapng");

  test("has words of one line", () => {
    expect(Object.keys(sample)).toEqual(["id", "file", "title", "see", "packets"]);
    expect(sample.id).toMatch(/^[a-z0-9-]+$/);
    expect(sample.file).toBe(`${sample.id}.${pcapng ? "pcapng" : "pcap"}`);
    for (const words of [sample.title, sample.see]) {
      expect(Object.keys(words)).toEqual(["en", "zh-CN"]);
      for (const line of Object.values(words)) expect(line).toMatch(/^\S.*\S$/);
    }
    for (const title of Object.values(sample.title)) expect(title.length).toBeLessThanOrEqual(40);
    for (const see of Object.values(sample.see)) expect(see.length).toBeLessThanOrEqual(140);
  });

  test("is small and of the format that its name says", () => {
    expect(file.length).toBeLessThanOrEqual(MAX_BYTES);
    expect(pcapng ? [PCAPNG] : PCAP).toContain(file.toString("hex", 0, 4));
  });

  test("holds as many packets as the list says", () => {
    expect(sample.packets).toBeGreaterThan(0);
    expect(pcapng ? countPcapngPackets(file) : countPackets(file)).toBe(sample.packets);
  });
});
