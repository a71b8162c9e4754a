/**
 * The peers of the benchmark: how long tcptrace, tcpdump and tshark take to read a capture.
 *
 * Knows how each is called; what the numbers are compared with is the business of the benchmark itself. The output goes
 * to the null device: what is measured is reading and, where the peer does it, writing lines nobody waits for.
 */
import { spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A program and what it is called with before the file name. */
export interface Peer {
  readonly name: string;
  readonly args: readonly string[];
}

/** What one peer did with one file. */
export type PeerResult =
  | { readonly peer: string; readonly outcome: "absent" }
  | { readonly peer: string; readonly outcome: "failed"; readonly reason: string }
  | {
      readonly peer: string;
      readonly outcome: "read";
      /** Wall time of the fastest run. */
      readonly seconds: number;
      /** Greatest resident memory of any run, in bytes; undefined where GNU time is not installed. */
      readonly peakBytes: number | undefined;
    };

/**
 * tcptrace follows every connection, tcpdump prints a line a packet, tshark dissects and prints its columns. None of
 * them looks names up.
 */
const PEERS: readonly Peer[] = [
  { name: "tcptrace", args: ["-n", "-l"] },
  { name: "tcpdump", args: ["-nn", "-r"] },
  { name: "tshark", args: ["-n", "-r"] },
];

const GNU_TIME = "/usr/bin/time";

/** Lets each peer read `file` `runs` times, one after the other. Never throws: what goes wrong is in the results. */
export async function runPeers(file: string, runs: number, peers = PEERS): Promise<PeerResult[]> {
  const results: PeerResult[] = [];
  for (const peer of peers) results.push(await runPeer(peer, file, runs));
  return results;
}

async function runPeer(peer: Peer, file: string, runs: number): Promise<PeerResult> {
  const program = findProgram(peer.name);
  if (!program) return { peer: peer.name, outcome: "absent" };
  let seconds = Number.POSITIVE_INFINITY;
  let peakBytes: number | undefined;
  for (let run = 0; run < runs; run++) {
    const measured = await measure([program, ...peer.args, file]);
    if ("reason" in measured) return { peer: peer.name, outcome: "failed", reason: measured.reason };
    seconds = Math.min(seconds, measured.seconds);
    if (measured.peakBytes !== undefined) peakBytes = Math.max(peakBytes ?? 0, measured.peakBytes);
  }
  return { peer: peer.name, outcome: "read", seconds, peakBytes };
}

/** Address of an executable on the search path, with the folders of system programs; undefined when there is none. */
function findProgram(name: string): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

type Measured = { seconds: number; peakBytes: number | undefined } | { reason: string };

/** Runs `command` once. Its wall time holds the few milliseconds of starting it, as a user feels them. */
async function measure(command: readonly string[]): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "peer-"));
  try {
    const report = join(folder, "kilobytes");
    const timed = isExecutable(GNU_TIME) && process.platform === "linux";
    const [program, ...args] = timed ? [GNU_TIME, "-f", "%M", "-o", report, ...command] : command;
    const start = performance.now();
    const failure = await run(program!, args);
    const seconds = (performance.now() - start) / 1000;
    if (failure !== undefined) return { reason: failure };
    return { seconds, peakBytes: timed ? Number(readFileSync(report, "utf8")) * 1024 : undefined };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Undefined when the program ended with status 0, else what it said last. */
function run(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, LC_ALL: "C" } });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-1000);
    });
    child.on("error", (error) => resolve(error.message));
    child.on("close", (status, signal) => {
      resolve(status === 0 ? undefined : complaint.trim() || `ended with ${signal ?? `status ${status}`}`);
    });
  });
}
