/** What the comparison found, as text: by capture, by field, in sum. */
import { NOT_READ, READ_WHOLE } from "../../cli/command.ts";
import type { Comparison } from "./compare.ts";
import { isDeviation } from "./deviations.ts";
import { GROUPS, type Group } from "./request.ts";
import { addTally, type Counter, noTally, shareOf, type Tally } from "./tally.ts";

/** The group that a field's cells count in. */
export const groupOf = (field: string): Group => (field.startsWith("tcp.analysis.") ? "analysis" : "decode");

const SHOWN_WIDTH = 120;
const percent = (tally: Tally) => `${(Math.floor(shareOf(tally) * 10_000) / 100).toFixed(2)} %`;

/** Sums over captures: by group, and by field. */
export class Summary {
  readonly groups = new Map<Group, Tally>(GROUPS.map((group) => [group, noTally()]));
  readonly fields = new Map<string, Tally>();
  readonly unread: Comparison[] = [];
  readonly otherStatus: Comparison[] = [];
  flowEqual = 0;
  flowCompared = 0;
  captures = 0;

  add(comparison: Comparison): void {
    this.captures++;
    if (comparison.status === NOT_READ && comparison.fields.size > 0) this.unread.push(comparison);
    if (hasOtherStatus(comparison)) this.otherStatus.push(comparison);
    for (const [field, { tally }] of comparison.fields) {
      addTally(this.groups.get(groupOf(field))!, tally);
      if (!this.fields.has(field)) this.fields.set(field, noTally());
      addTally(this.fields.get(field)!, tally);
    }
    if (!comparison.flow) return;
    addTally(this.groups.get("flow")!, comparison.flow.tally);
    this.flowCompared++;
    if (comparison.flow.tally.different === 0) this.flowEqual++;
  }
}

/** Whether one of the two read the capture whole and the other did not, and it is not known why. */
function hasOtherStatus({ name, status, expectedStatus }: Comparison): boolean {
  if (expectedStatus === null || isDeviation(name, "status", 0)) return false;
  return (expectedStatus === 0) !== (status === READ_WHOLE);
}

/** One line for a capture, then its first differences, one line a field. */
export function* captureLines(comparison: Comparison, perField: number): Generator<string> {
  const { name, frames, status, problem, flow } = comparison;
  const decode = sum(comparison, "decode");
  const analysis = sum(comparison, "analysis");
  const flowWords = flow === null ? "not measured" : flow.tally.different === 0 ? "equal" : countWords(flow.tally);
  yield `${name}: ${frames} frames, status ${status}; decode ${countWords(decode)}; analysis ${countWords(analysis)}; flow ${flowWords}`;
  if (problem) yield `    ${problem}`;
  if (status === NOT_READ) return; // every cell differs, and for one reason
  for (const [field, counter] of comparison.fields) {
    if (groupOf(field) === "decode") yield* differenceLines(field, counter, perField);
  }
  if (flow) yield* differenceLines("flow", flow, perField);
}

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
    yield `        ${place}: tshark ${shown(expected)}, here ${shown(actual)}`;
  }
}

const shown = (text: string) => JSON.stringify(text.length > SHOWN_WIDTH ? `${text.slice(0, SHOWN_WIDTH)}…` : text);

/** The tables at the end. */
export function* summaryLines(summary: Summary): Generator<string> {
  yield "";
  yield "field                              equal   different   known    share";
  for (const [field, tally] of summary.fields) yield tableLine(field, tally);
  yield "";
  yield* listed("exit status differs from tshark's", summary.otherStatus);
  yield* listed("not read, while tshark reads them: all their cells count as different", summary.unread);
  yield "group                              equal   different   known    share";
  for (const [group, tally] of summary.groups) {
    yield group === "tcpdump" ? "tcpdump                     not measured" : tableLine(group, tally);
  }
  yield `flow graph equal in ${summary.flowEqual} of ${summary.flowCompared} captures; ${summary.captures} captures in all`;
}

function* listed(title: string, comparisons: readonly Comparison[]): Generator<string> {
  if (comparisons.length === 0) return;
  yield `${title}: ${comparisons.length}`;
  for (const { name, problem, status, expectedStatus } of comparisons) {
    yield `    ${name}: status ${status}, tshark's ${expectedStatus ?? "not known"}${problem ? `; ${problem}` : ""}`;
  }
  yield "";
}

function tableLine(name: string, tally: Tally): string {
  const { equal, different, deviating } = tally;
  return `${name.padEnd(30)}${cell(equal, 10)}${cell(different, 12)}${cell(deviating, 8)}${percent(tally).padStart(9)}`;
}

const cell = (value: number, width: number) => String(value).padStart(width);
