import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { compare } from "./compare.ts";
import { openCorpus } from "./expected.ts";
import { captureLines, Summary, summaryLines } from "./report.ts";
import { GROUPS } from "./request.ts";
import { shareOf } from "./tally.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowladder-"));
  mkdirSync(join(folder, "captures"));
  mkdirSync(join(folder, "golden"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const HEADER = "d4c3b2a1 0200 0400 00000000 00000000 00000400 01000000";
const SYN =
  "020000000001 020000000002 0800 4500 0028 0001 4000 4006 0000 0a000001 0a000002 ea60 0050 000003e8 00000000 5002 2000 0000 0000";
const FLOW = [
  "|Time     | 10.0.0.1                              |",
  "|         |                   | 10.0.0.2          |                   ",
  "|0.000000 |         SYN       |                   |Seq = 0",
  "|         |(60000)  ------------------>  (80)     |",
];

/** Puts a capture into the folder, with what tshark is said to print for it. */
function put(name: string, hex: string, table: readonly string[], flow: readonly string[], status = 0): void {
  const pairs = hex.replace(/\s/g, "").match(/../g) ?? [];
  writeFileSync(
    join(folder, "captures", name),
    Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16)),
  );
  const text = (lines: readonly string[]) => gzipSync(lines.map((line) => `${line}\n`).join(""));
  writeFileSync(join(folder, "golden", `${name}.fields.tsv.gz`), text(table));
  writeFileSync(join(folder, "golden", `${name}.flow.txt.gz`), text(flow));
  writeFileSync(join(folder, "golden", "status.tsv"), `file\ttshark_exit\n${name}\t${status}\n`);
}
const one = `${HEADER} e8030000 00000000 36000000 36000000 ${SYN}`;
const only = async () => {
  const corpus = openCorpus(folder);
  return compare(corpus, corpus.names[0]!, [], 5);
};

it("finds nothing where everything is equal", async () => {
  put("a.pcap", one, ["frame.number\tip.src", "1\t10.0.0.1"], FLOW);
  const comparison = await only();
  const summary = new Summary();
  summary.add(comparison);
  expect([...summary.groups.values()].map(shareOf)).toEqual(GROUPS.map(() => 1));
  expect([...captureLines(comparison, 3)]).toEqual([
    "a.pcap: 1 frames, status 0; decode 2/2; analysis 0/0; flow equal; roundtrip 1/1",
  ]);
  expect([...summaryLines(summary)].slice(-3)).toEqual([
    "number of frames agrees on 1 of 1 captures",
    "exit status agrees on 1 of 1 captures",
    "flow graph equal in 1 of 1 captures; 1 captures in all",
  ]);
});

it("shows what differs, with the frame and both values", async () => {
  const flow = [...FLOW.slice(0, 2), "|0.000000 |         RST       |                   |Seq = 0", ...FLOW.slice(3)];
  put("a.pcap", one, ["frame.number\tip.ttl\ttcp.analysis.of_nobody", "1\t63\t"], flow);
  const lines = [...captureLines(await only(), 3)];
  expect(lines[0]).toBe("a.pcap: 1 frames, status 0; decode 1/2; analysis 0/1; flow 3/4; roundtrip 1/1");
  expect(lines).toContain('        1: tshark "63", here "64"');
  expect(lines).toContain("    flow: 1 differ");
});

it("counts all cells of a frame that one side does not have", async () => {
  put("a.pcap", one, ["frame.number\tip.ttl", "1\t64", "2\t64"], FLOW);
  const comparison = await only();
  const different = [...comparison.fields].map(([field, { tally }]) => [field, tally.different]);
  expect(different).toEqual([
    ["frame.number", 1],
    ["ip.ttl", 1],
    ["roundtrip.tcp", 0],
  ]);
  const summary = new Summary();
  summary.add(comparison);
  expect([...captureLines(comparison, 3)][0]).toMatch(/^a\.pcap: 1 frames \(tshark: 2\), status 0;/);
  const lines = [...summaryLines(summary)];
  expect(lines).toContain("number of frames differs from tshark's: 1");
  expect(lines).toContain("    a.pcap: 1, tshark's 2");
});

it("counts all cells of a capture that is refused here", async () => {
  put("a.pcap", "01ff02fe", ["frame.number\tip.ttl", "1\t64", "2\t64"], FLOW);
  const comparison = await only();
  const summary = new Summary();
  summary.add(comparison);
  expect(comparison.status).toBe(2);
  expect([summary.groups.get("decode")?.different, summary.groups.get("flow")?.different]).toEqual([4, 4]);
  expect([...summaryLines(summary)].some((line) => line.startsWith("not read here, while tshark reads them"))).toBe(
    true,
  );
  expect(summary.status.different).toEqual([comparison]);
});

it("counts nothing of a capture that tshark refuses, but tells of the status", async () => {
  put("a.pcap", one, [], [], 2);
  const comparison = await only();
  const summary = new Summary();
  summary.add(comparison);
  expect([[...comparison.fields.keys()], comparison.flow]).toEqual([["roundtrip.tcp"], null]);
  expect(summary.status.different).toEqual([comparison]);
  expect([...summaryLines(summary)]).toContain("exit status agrees on 0 of 1 captures");
});

it("asks for the status of what is read in part where tshark prints the packets before a damage", async () => {
  put("a.pcap", `${one} e8030000`, ["frame.number", "1"], FLOW, 2);
  const cut = await only();
  expect([cut.status, cut.expectedStatus]).toEqual([1, 1]);
  put("a.pcap", one, ["frame.number", "1"], FLOW, 2);
  const whole = await only();
  expect([whole.status, whole.expectedStatus]).toEqual([0, 1]);
});

it("counts apart what is known to differ, also of a capture that is not read", async () => {
  const name = "libtrace-5-packets.erf";
  put(name, "01ff02fe", ["frame.number\tip.ttl", "1\t64"], FLOW);
  const summary = new Summary();
  summary.add(await only());
  const lines = [...summaryLines(summary)];
  expect(lines).toContain("number of frames agrees on 0 of 1 captures (1 known to differ)");
  expect(lines).toContain("exit status agrees on 0 of 1 captures (1 known to differ)");
  expect(lines.find((line) => line.includes(`${name}:`))).toMatch(/: 0 cells different, 2 known; /);
  expect(lines.at(-1)).toBe("flow graph equal in 1 of 1 captures (1 but for known deviations); 1 captures in all");
  expect([summary.frames.different, summary.status.different]).toEqual([[], []]);
});
