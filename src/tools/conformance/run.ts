/**
 * The comparison as a function: a folder's captures one after the other, what is printed, and the exit status. A
 * capture that the core does not bear counts as wholly different. It fails the run, and so does an exit status or a
 * number of frames that differs from tshark's without a known reason.
 */
import { join } from "node:path";
import { faultWords } from "../fuzz/take-apart.ts";
import { type Comparison, compare, compareFaulty } from "./compare.ts";
import { type Corpus, openCorpus } from "./expected.ts";
import { faultOf } from "./fault.ts";
import { askForFlows, type FlowTexts } from "./packet-flows.ts";
import { captureLines, Summary, summaryLines } from "./report.ts";
import type { Request } from "./request.ts";
import { shareOf } from "./tally.ts";

/** Differences shown of each field of a capture, and of one that was asked for by name. */
const FEW = 2;
const MANY = 40;

/** Asked of tshark where no golden file says which fields. */
const FALLBACK_FIELDS = ["frame.number", "ip.src", "ip.dst", "tcp.stream", "tcp.seq", "tcp.ack", "tcp.len"];

/** Takes one line, without its end. */
export type Print = (line: string) => void;

/** Compares; `request.folder` is absolute. Gives the exit status, 1 when anything fails. */
export async function run(request: Request, print: Print, complain: Print): Promise<0 | 1> {
  const corpus = openCorpus(request.folder);
  const perField = request.only ? MANY : FEW;
  const summary = new Summary();
  const names = corpus.names.filter((one) => one.includes(request.only));
  const asked = (name: string | undefined) => (name === undefined ? null : askForFlows(join(corpus.captures, name)));
  let next = asked(names[0]);
  for (const [place, name] of names.entries()) {
    const flows = await next;
    next = asked(names[place + 1]); // tshark reads the next capture while this one is compared
    const comparison = await compareBorne(corpus, name, perField, request, flows);
    summary.add(comparison);
    for (const line of captureLines(comparison, perField)) print(line);
  }
  for (const line of summaryLines(summary)) print(line);
  const failures = [...failuresOf(summary), ...sharesBelow(request, summary)];
  for (const failure of failures) complain(failure);
  return failures.length === 0 ? 0 : 1;
}

async function compareBorne(
  corpus: Corpus,
  name: string,
  kept: number,
  request: Request,
  flows: FlowTexts | null,
): Promise<Comparison> {
  const fault = await faultOf(join(corpus.captures, name));
  if (fault) return compareFaulty(corpus, name, FALLBACK_FIELDS, fault);
  try {
    return await compare(corpus, name, FALLBACK_FIELDS, kept, request, flows);
  } catch (error) {
    return compareFaulty(corpus, name, FALLBACK_FIELDS, faultWords(error));
  }
}

function* failuresOf({ faults, frames, status }: Summary): Generator<string> {
  for (const { name, fault } of faults) yield `FAULT in ${name}: ${fault}`;
  for (const { name } of frames.different) yield `number of frames differs from tshark's: ${name}`;
  for (const { name } of status.different) yield `exit status differs from tshark's: ${name}`;
}

function* sharesBelow({ min }: Request, { groups }: Summary): Generator<string> {
  for (const [group, tally] of groups) {
    const least = min[group] ?? 0;
    if (shareOf(tally) >= least) continue;
    yield `${group}: ${(100 * shareOf(tally)).toFixed(3)} % are equal, ${100 * least} % are asked for`;
  }
}
