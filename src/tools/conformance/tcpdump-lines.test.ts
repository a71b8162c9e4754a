import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openCorpus } from "./expected.ts";
import { compareTcpdump, segmentText } from "./tcpdump-lines.ts";

const HEADER = "d4c3b2a1 0200 0400 00000000 00000000 00000400 01000000";
const RECORD = "e8030000 00000000 36000000 36000000";
const SYN =
  "020000000001 020000000002 0800 4500 0028 0001 4000 4006 0000 0a000001 0a000002 ea60 0050 000003e8 00000000 5002 2000 0000 0000";
const LINE = "00:16:40.000000 IP 10.0.0.1.60000 > 10.0.0.2.80: Flags [S], seq 1000, win 8192, length 0";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowladder-"));
  mkdirSync(join(folder, "captures"));
  mkdirSync(join(folder, "golden"));
  const pairs = `${HEADER} ${RECORD} ${SYN} ${RECORD} ${SYN}`.replace(/\s/g, "").match(/../g) ?? [];
  writeFileSync(
    join(folder, "captures", "a.pcap"),
    Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)),
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

const golden = (form: string, text: string) =>
  writeFileSync(join(folder, "golden", `a.pcap.${form}.txt.gz`), gzipSync(text));
const compared = () => compareTcpdump(openCorpus(folder), join(folder, "captures", "a.pcap"), "a.pcap", 5);

it("counts the lines of segments up to their length, and shows where they differ", async () => {
  golden("tcpdump", `${LINE}: what an application says\n${LINE.replace("8192", "8193")}\n\tand goes on\n`);
  const [[form, counter] = []] = await compared();
  expect(form).toBe("tcpdump");
  expect(counter?.tally).toEqual({ equal: 1, different: 1, deviating: 0 });
  expect(counter?.differences).toEqual([{ place: 2, expected: LINE.replace("8192", "8193"), actual: LINE }]);
});

it("counts lines that are missing, and no others than segments'", async () => {
  golden("tcpdump", `00:16:40.000000 ARP, Request\n${LINE}\n${LINE}\n`);
  const [[, counter] = []] = await compared();
  expect(counter?.tally).toEqual({ equal: 1, different: 1, deviating: 0 });
});

it("leaves out forms of which there is no golden file", async () => expect(await compared()).toEqual([]));

it("takes the length of the segment, not that of the IP line before it", () => {
  const text =
    "IP (tos 0x0, length 43)\n    10.0.0.1.1 > 10.0.0.2.2: Flags [P.], ack 1, win 5, length 3: HTTP, length: 3";
  expect(segmentText(text)).toBe(text.slice(0, text.indexOf(": HTTP")));
  expect(segmentText("STP 802.1d, Config, Flags [none], length 35")).toBeNull();
});
