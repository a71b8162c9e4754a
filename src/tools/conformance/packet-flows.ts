/**
 * Flow graphs other than TCP's beside those of an installed tshark: of all packets, between any addresses and between
 * those of the network, and of echo messages. Lines about all packets say what the Protocol and Info columns say, of
 * protocols too that the project does not read; so these are told by protocol.
 */
import { execFile } from "node:child_process";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { PacketFlow } from "../../cli/packet-flow.ts";
import { flowLines } from "../../core/ladder/flow-text.ts";
import { Counter } from "./tally.ts";

export const FLOW_KINDS = ["any", "network", "icmp", "icmpv6"] as const;
export type FlowKind = (typeof FLOW_KINDS)[number];

/** What tshark draws, as lines. */
export type FlowTexts = Readonly<Record<FlowKind, readonly string[]>>;

/** How the flow graphs of one capture fared. */
export interface PacketFlows {
  readonly counters: ReadonlyMap<FlowKind, Counter>;
  /** Lines of `any` that differ, by tshark's name of the protocol; those without one are names and arrows. */
  readonly differing: ReadonlyMap<string, number>;
}

/** Asks tshark, which runs meanwhile; null where it is not installed, or refuses the capture. */
export async function askForFlows(path: string): Promise<FlowTexts | null> {
  // What 4.0 calls "network" is all addresses, and newer ones have that mended: the longer text is that of all.
  const all = await flowsOf(path, ["any,network", "any,standard"]);
  if (all === null) return null;
  const [any = [], network = []] = splitTexts(all).sort((a, b) => b.length - a.length);
  const hasEchoes = all.includes("Echo (ping)");
  const echoes = async (type: string) =>
    hasEchoes ? splitTexts((await flowsOf(path, [`${type},network`])) ?? "") : [];
  const [icmp = []] = await echoes("icmp");
  const [icmpv6 = []] = await echoes("icmpv6");
  return { any, network, icmp, icmpv6 };
}

function flowsOf(path: string, wanted: readonly string[]): Promise<string | null> {
  const args = ["-n", "-q", "-r", path, ...wanted.flatMap((one) => ["-z", `flow,${one}`])];
  const env = { ...process.env, TZ: "UTC", LC_ALL: "C.UTF-8" };
  return new Promise((resolve) => {
    execFile("tshark", args, { env, encoding: "utf8", maxBuffer: 2 ** 30 }, (error, text) =>
      // Of a damaged capture it draws what was good, and fails; of one that it refuses nothing.
      resolve(error && text === "" ? null : text),
    );
  });
}

/** The texts of several flow graphs, one behind the other. */
function splitTexts(text: string): string[][] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const texts: string[][] = [];
  for (const line of lines) {
    if (line.startsWith("|Time ")) texts.push([]);
    texts.at(-1)?.push(line);
  }
  return texts;
}

/** Compares the flow graphs of one capture, of whose lines `kept` differences are remembered each. */
export async function compareFlows(path: string, name: string, theirs: FlowTexts, kept: number): Promise<PacketFlows> {
  const flows = {
    any: new PacketFlow("any", "any"),
    network: new PacketFlow("any", "network"),
    icmp: new PacketFlow("icmp", "any"),
    icmpv6: new PacketFlow("icmpv6", "any"),
  };
  await readCaptureFile(path, (record, of) => {
    for (const flow of Object.values(flows)) flow.frame(record, of);
  });
  const counters = new Map<FlowKind, Counter>();
  const differing = new Map<string, number>();
  for (const kind of FLOW_KINDS) {
    const counter = new Counter(name, `flow.${kind}`, kept);
    const flow = flows[kind];
    const ours = [...flowLines(flow.names(), flow.rows(), flow.numbered)];
    for (let line = 0; line < Math.max(ours.length, theirs[kind].length); line++) {
      counter.count(line + 1, theirs[kind][line], ours[line]);
      if (kind !== "any" || ours[line] === theirs.any[line]) continue;
      const protocol = protocolOf(theirs.any[line] ?? "");
      differing.set(protocol, (differing.get(protocol) ?? 0) + 1);
    }
    counters.set(kind, counter);
  }
  return { counters, differing };
}

/** What stands before the first colon of the comment; empty for the lines of names and arrows. */
function protocolOf(line: string): string {
  const bar = line.lastIndexOf(" |");
  return /^ *\|([^|:]+): /.exec(line.slice(bar))?.[1] ?? "";
}
