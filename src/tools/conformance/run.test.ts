import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { pcapHeader, pcapRecord, join as together } from "../../core/capture/captures-for-tests.ts";
import { type Protocol, register } from "../../core/protocols/walk.ts";
import { faultOf } from "./fault.ts";
import type { Request } from "./request.ts";
import { run } from "./run.ts";

/** A link layer of nobody's whose step throws, which no protocol may. */
const LINK = 147;
const faulty: Protocol = {
  key: "faulty",
  title: "Faulty",
  short: "FAULTY",
  source: "this test",
  reachedBy: { linkType: [LINK] },
  header: null,
  further: [],
  walk() {
    throw new Error("as a test wants it");
  },
  inspect() {},
};
register(faulty);

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flowladder-"));
  mkdirSync(join(folder, "captures"));
  mkdirSync(join(folder, "golden"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Puts a capture of one packet into the folder, with what tshark is said to print for it. */
function put(name: string, linkType: number, rows: readonly string[], status = 0): string {
  const header = pcapHeader("little");
  new DataView(header.buffer).setUint32(20, linkType, true);
  const path = join(folder, "captures", name);
  writeFileSync(path, together(header, pcapRecord("little", Uint8Array.of(1, 2, 3, 4))));
  const text = (lines: readonly string[]) => gzipSync(lines.map((line) => `${line}\n`).join(""));
  writeFileSync(join(folder, "golden", `${name}.fields.tsv.gz`), text(["frame.number\tframe.time_epoch", ...rows]));
  writeFileSync(join(folder, "golden", `${name}.flow.txt.gz`), text(["|Time     |"]));
  writeFileSync(join(folder, "golden", "status.tsv"), `file\ttshark_exit\n${name}\t${status}\n`);
  return path;
}

async function runAll(min: Request["min"] = {}) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await run(
    { folder, min, only: "", conversations: false, filters: false },
    (line) => void printed.push(line),
    (line) => void complaints.push(line),
  );
  return { status, printed, complaints };
}

it("counts all cells and lines of a capture that the core does not bear, and fails", async () => {
  // The name is one of those whose times are known to differ: that is no excuse.
  put("pcpp-crash-eec.pcap", LINK, ["1\t0", "2\t0", "3\t0"]);
  const { status, printed, complaints } = await runAll();
  expect(status).toBe(1);
  expect(complaints).toHaveLength(1);
  expect(complaints[0]).toMatch(/^FAULT in pcpp-crash-eec\.pcap: frame 1, link type 147: Error: as a test wants it/);
  expect(printed[0]).toBe("pcpp-crash-eec.pcap: 0 frames (tshark: 3), status 2; decode 0/6; analysis 0/0; flow 0/1");
  expect(printed).toContain("not borne by the core: all their cells and lines count as different: 1");
  expect(printed.slice(-3)).toEqual([
    "number of frames agrees on 0 of 1 captures",
    "exit status agrees on 0 of 1 captures",
    "flow graph equal in 0 of 1 captures; 1 captures in all",
  ]);
});

it("calls it a fault when a small capture takes too long", async () => {
  const path = put("a.pcap", 1, []);
  expect(await faultOf(path)).toBe("");
  expect(await faultOf(path, -1)).toMatch(/^takes \d+\.\d s$/);
});

it("fails when a number of frames or an exit status differs", async () => {
  put("a.pcap", 1, ["1\t1.000000000", "2\t1.000000000"], 2);
  const { status, complaints } = await runAll();
  expect(status).toBe(1);
  expect(complaints).toEqual([
    "number of frames differs from tshark's: a.pcap",
    "exit status differs from tshark's: a.pcap",
  ]);
});

it("fails below the shares that are asked for, and else does not", async () => {
  put("a.pcap", 1, ["1\t7.000000000"]);
  expect((await runAll()).status).toBe(0);
  const { status, complaints } = await runAll({ decode: 0.9 });
  expect(status).toBe(1);
  expect(complaints).toEqual(["decode: 50.000 % are equal, 90 % are asked for"]);
});
