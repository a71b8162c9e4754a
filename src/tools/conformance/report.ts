/** What the comparison found, as text: by capture, by field, in sum. */
import { NOT_READ } from "../../cli/command.ts";
import { Agreement } from "./agreement.ts";
import type { Comparison } from "./compare.ts";
import { FlowSums } from "./flow-sums.ts";
import type { PacketFlows } from "./packet-flows.ts";
import { GROUPS, type Group } from "./request.ts";
import { addTally, type Counter, noTally, shareOf, type Tally } from "./tally.ts";

/** The group that a field's cells count in. */
export function groupOf(field: string): Group {
  if (/^(conversations|endpoints)\./.test(field)) return "conversations";
  if (/^filter( |$)/.test(field)) return "filter";
  if (field.startsWith("tcpdump")) return "tcpdump";
  if (field.startsWith("roundtrip.")) return "roundtrip";
  if (field.startsWith("explain.")) return "explain";
  if (field.startsWith("facts.")) return "facts";
  return field.startsWith("tcp.analysis.") ? "analysis" : "decode";
}

const SHOWN_WIDTH = 120;
const percent = (tally: Tally) => `${(Math.floor(shareOf(tally) * 10_000) / 100).toFixed(2)} %`;

/** Sums over captures: by group, and by field. */
export class Summary {
  readonly groups = new Map<Group, Tally>(GROUPS.map((group) => [group, noTally()]));
  readonly fields = new Map<string, Tally>();
  readonly unread: Comparison[] = [];
  readonly faults: Comparison[] = [];
  readonly status = new Agreement(
    "status",
    ({ status }) => status,
    ({ expectedStatus }) => expectedStatus,
  );
  readonly frames = new Agreement(
    "frames",
    ({ frames }) => frames,
    ({ expectedFrames }) => expectedFrames,
  );
  flowEqual = 0;
  /** Those among the equal that are so but for known deviations. */
  flowKnown = 0;
  flowCompared = 0;
  readonly flows = new FlowSums();
  captures = 0;

  add(comparison: Comparison): void {
    this.captures++;
    if (comparison.fault) this.faults.push(comparison);
    else if (comparison.status === NOT_READ && comparison.fields.size > 0) this.unread.push(comparison);
    this.status.add(comparison);
    this.frames.add(comparison);
    for (const [field, { tally }] of comparison.fields) {
      addTally(this.groups.get(groupOf(field))!, tally);
      if (!this.fields.has(field)) this.fields.set(field, noTally());
      addTally(this.fields.get(field)!, tally);
    }
    if (comparison.flows) this.addFlows(comparison.flows);
    if (!comparison.flow) return;
    addTally(this.groups.get("flow")!, comparison.flow.tally);
    this.flowCompared++;
    const { different, deviating } = comparison.flow.tally;
    if (comparison.fault || different > 0) return;
    this.flowEqual++;
    if (deviating > 0) this.flowKnown++;
  }

  /** Echo messages are words of the project's own: they count with TCP's flow graph. Those of all packets do not. */
  private addFlows(flows: PacketFlows): void {
    this.flows.add(flows);
    for (const kind of ["icmp", "icmpv6"] as const) addTally(this.groups.get("flow")!, flows.counters.get(kind)!.tally);
  }
}

/** One line for a capture, then its first differences, one line a field. */
export function* captureLines(comparison: Comparison, perField: number): Generator<string> {
  const { name, frames, expectedFrames, status, problem, fault, flow } = comparison;
  const decode = sum(comparison, "decode");
  const analysis = sum(comparison, "analysis");
  const flowWords = flow === null ? "not measured" : isEqual(flow.tally) ? "equal" : countWords(flow.tally);
  const others = expectedFrames === null || expectedFrames === frames ? "" : ` (tshark: ${expectedFrames})`;
  const shares = `decode ${countWords(decode)}; analysis ${countWords(analysis)}; flow ${flowWords}`;
  const tables = sum(comparison, "conversations");
  const rows = isEmpty(tables) ? "" : `; conversations ${countWords(tables)}`;
  const filters = sum(comparison, "filter");
  const taken = isEmpty(filters) ? "" : `; filter ${countWords(filters)}`;
  const lines = sum(comparison, "tcpdump");
  const segments = isEmpty(lines) ? "" : `; tcpdump ${countWords(lines)}`;
  const again = sum(comparison, "roundtrip");
  const roundTrip = isEmpty(again) ? "" : `; roundtrip ${countWords(again)}`;
  const sums = sum(comparison, "explain");
  const explained = isEmpty(sums) ? "" : `; explain ${countWords(sums)}`;
  const facts = sum(comparison, "facts");
  const factWords = isEmpty(facts) ? "" : `; facts ${countWords(facts)}`;
  yield `${name}: ${frames} frames${others}, status ${status}; ${shares}${rows}${taken}${segments}${roundTrip}${explained}${factWords}`;
  if (problem) yield `    ${problem}`;
  if (fault) yield `    FAULT: ${fault}`;
  if (status === NOT_READ) return; // every cell differs, and for one reason
  for (const [field, counter] of comparison.fields) {
    yield* differenceLines(field, counter, perField);
  }
  if (flow) yield* differenceLines("flow", flow, perField);
  for (const [kind, counter] of comparison.flows?.counters ?? [])
    yield* differenceLines(`flow ${kind}`, counter, perField);
}

const isEmpty = ({ equal, different, deviating }: Tally) => equal + different + deviating === 0;
const isEqual = ({ different, deviating }: Tally) => different + deviating === 0;

function sum(comparison: Comparison, group: Group): Tally {
  const tally = noTally();
  for (const [field, counter] of comparison.fields) if (groupOf(field) === group) addTally(tally, counter.tally);
  return tally;
}

function countWords({ equal, different, deviating }: Tally): string {
  const all = equal + different;
  return `${equal}/${all}${deviating > 0 ? ` (+ ${deviating} known)` : ""}`;
}

function* differenceLines(field: string, { tally, differences }: Counter, perField: number): Generator<string> {
  if (tally.different === 0) return;
  yield `    ${field}: ${tally.different} differ`;
  for (const { place, expected, actual } of differences.slice(0, perField)) {
    const [peer, own] = SIDES.get(groupOf(field)) ?? ["tshark", "here"];
    yield `        ${place}: ${peer} ${shown(expected)}, ${own} ${shown(actual)}`;
  }
}

/** Who the two sides of a difference are, where they are not tshark and the project. */
const SIDES: ReadonlyMap<Group, readonly [expected: string, actual: string]> = new Map([
  ["tcpdump", ["tcpdump", "here"]],
  ["roundtrip", ["printed", "again"]],
]);

const shown = (text: string) => JSON.stringify(text.length > SHOWN_WIDTH ? `${text.slice(0, SHOWN_WIDTH)}…` : text);

/** The tables at the end. */
export function* summaryLines(summary: Summary): Generator<string> {
  yield "";
  yield "field                              equal   different   known    share";
  for (const [field, tally] of summary.fields) yield tableLine(field, tally);
  yield "";
  yield* listed("not borne by the core: all their cells and lines count as different", summary.faults, faultWords);
  yield* listed("not read here, while tshark reads them", summary.unread, unreadWords);
  yield* listed("number of frames differs from tshark's", summary.frames.different, framesWords);
  yield* listed("exit status differs from tshark's", summary.status.different, statusWords);
  yield "group                              equal   different   known    share";
  for (const [group, tally] of summary.groups) {
    const isMeasured =
      !(group === "tcpdump" || group === "roundtrip" || group === "conversations" || group === "filter") ||
      !isEmpty(tally);
    yield isMeasured ? tableLine(group, tally) : `${group.padEnd(28)}not measured`;
  }
  yield* summary.flows.lines();
  yield agreementLine("number of frames", summary.frames);
  yield agreementLine("exit status", summary.status);
  const known = summary.flowKnown > 0 ? ` (${summary.flowKnown} but for known deviations)` : "";
  const flow = `flow graph equal in ${summary.flowEqual} of ${summary.flowCompared} captures${known}`;
  yield `${flow}; ${summary.captures} captures in all`;
}

function* listed(
  title: string,
  comparisons: readonly Comparison[],
  words: (comparison: Comparison) => string,
): Generator<string> {
  if (comparisons.length === 0) return;
  yield `${title}: ${comparisons.length}`;
  for (const comparison of comparisons) yield `    ${comparison.name}: ${words(comparison)}`;
  yield "";
}

const faultWords = ({ fault }: Comparison) => fault;

function unreadWords(comparison: Comparison): string {
  const tallies = [...comparison.fields.values()].map(({ tally }) => tally);
  const different = tallies.reduce((sum, tally) => sum + tally.different, 0);
  const known = tallies.reduce((sum, tally) => sum + tally.deviating, 0);
  return `${different} cells different, ${known} known; ${comparison.problem}`;
}

const framesWords = ({ frames, expectedFrames }: Comparison) => `${frames}, tshark's ${expectedFrames}`;

const statusWords = ({ status, expectedStatus, problem }: Comparison) =>
  `${status}, by tshark's ${expectedStatus}${problem ? `; ${problem}` : ""}`;

const agreementLine = (what: string, { equal, compared, known }: Agreement) =>
  `${what} agrees on ${equal} of ${compared} captures${known > 0 ? ` (${known} known to differ)` : ""}`;

function tableLine(name: string, tally: Tally): string {
  const { equal, different, deviating } = tally;
  return `${name.padEnd(30)}${cell(equal, 10)}${cell(different, 12)}${cell(deviating, 8)}${percent(tally).padStart(9)}`;
}

const cell = (value: number, width: number) => String(value).padStart(width);
