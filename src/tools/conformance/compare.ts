/** One capture: what the project prints, beside what tshark prints. */
import { join } from "node:path";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { NOT_READ, READ_PARTLY, READ_WHOLE, type Status, statusOf } from "../../cli/command.ts";
import { FieldRows } from "../../cli/field-rows.ts";
import { FlowRows } from "../../cli/flow-rows.ts";
import { problemWords } from "../../cli/problem-words.ts";
import { knownNames } from "../../core/inspect/catalogue.ts";
import { flowLines } from "../../core/ladder/flow-text.ts";
import { compareConversations } from "./conversations.ts";
import { type Corpus, type Expected, expectedOf } from "./expected.ts";
import { compareExplained } from "./explained.ts";
import { compareFacts } from "./facts.ts";
import { compareFilters } from "./filters.ts";
import { compareFlows, type FlowTexts, type PacketFlows } from "./packet-flows.ts";
import type { Request } from "./request.ts";
import { compareRoundTrip } from "./round-trip.ts";
import { Counter } from "./tally.ts";
import { compareTcpdump } from "./tcpdump-lines.ts";

/** How a capture fared. */
export interface Comparison {
  readonly name: string;
  /** One for each field that tshark printed, each table of conversations that it was asked for, each form of tcpdump's, each kind of packets that is printed again. */
  readonly fields: ReadonlyMap<string, Counter>;
  /** Lines of the flow graph; null when there is nothing to compare with. */
  readonly flow: Counter | null;
  /** The other flow graphs; null where no tshark is installed, or refuses the capture. */
  readonly flows: PacketFlows | null;
  /** Frames that were read here; 0 after a fault. */
  readonly frames: number;
  /** Packets that tshark printed; null where it printed nothing at all. */
  readonly expectedFrames: number | null;
  /** Why it could not be read whole, in words; empty when it could. */
  readonly problem: string;
  readonly status: Status;
  /** What `status` is if reading ends as tshark's does; null where that is not known. */
  readonly expectedStatus: Status | null;
  /** What the core did not bear, in words: a fault of the project, not of the file; empty for none. */
  readonly fault: string;
}

/**
 * Compares one capture; its conversations and filters too when they are asked for, and the flow graphs of which tshark's text is
 * given. Rejects only when the file cannot be read at all.
 */
export async function compare(
  corpus: Corpus,
  name: string,
  fallbackFields: readonly string[],
  kept: number,
  asked: Pick<Request, "conversations" | "filters"> = { conversations: false, filters: false },
  flowTexts: FlowTexts | null = null,
): Promise<Comparison> {
  const path = join(corpus.captures, name);
  const expected = expectedOf(corpus, name, fallbackFields);
  const flow = new FlowRows();
  const problem = await readCaptureFile(path, (record, of) => flow.frame(record, of));
  const fields = await compareFields(path, name, expected, flow, kept);
  const tables = asked.conversations ? await compareConversations(path, name, kept) : [];
  const filters = asked.filters ? await compareFilters(path, name, kept) : [];
  const lines = await compareTcpdump(corpus, path, name, kept);
  const again = await compareRoundTrip(path, name, kept);
  const sums = compareExplained(name, expected, flow.pass, kept);
  const facts = compareFacts(name, expected, flow.pass, kept);
  const frames = flow.pass.decoder.length;
  return {
    name,
    fields: new Map([...fields, ...tables, ...filters, ...lines, ...again, ...sums, ...facts]),
    flow: expected.flow && compareFlow(name, expected.flow, flow, kept),
    flows: flowTexts && (await compareFlows(path, name, flowTexts, kept)),
    frames,
    expectedFrames: expected.rows?.length ?? null,
    problem: problem ? problemWords(problem) : "",
    status: statusOf(problem, frames),
    expectedStatus: statusLike(expected.status, expected.rows !== null),
    fault: "",
  };
}

/** How a capture fares that the core does not bear: all its cells and lines are different, whatever else is known. */
export function compareFaulty(
  corpus: Corpus,
  name: string,
  fallbackFields: readonly string[],
  fault: string,
): Comparison {
  const expected = expectedOf(corpus, name, fallbackFields);
  const missed = (of: string, places: number) => {
    const counter = new Counter(name, of, 0);
    counter.miss(places);
    return counter;
  };
  const rows = expected.rows?.length ?? 0;
  return {
    name,
    fields: new Map(expected.fields.map((field) => [field, missed(field, rows)])),
    flow: expected.flow && missed("flow", expected.flow.length),
    flows: null,
    frames: 0,
    expectedFrames: expected.rows && rows,
    problem: "",
    status: NOT_READ,
    expectedStatus: statusLike(expected.status, expected.rows !== null),
    fault,
  };
}

/** How reading would end here if it ended as tshark's did; null where tshark's exit status is not known. */
function statusLike(tshark: number | null, hasRows: boolean): Status | null {
  if (tshark === null) return null;
  if (tshark === 0) return READ_WHOLE;
  // For a cut or damaged file tshark prints what was good; for one that it refuses not even the names of the columns.
  return hasRows ? READ_PARTLY : NOT_READ;
}

async function compareFields(path: string, name: string, expected: Expected, first: FlowRows, kept: number) {
  const known = knownNames();
  const wanted = expected.fields.filter((field) => known.has(field));
  const counters = expected.fields.map((field) => new Counter(name, field, kept));
  const ourPlace = expected.fields.map((field) => wanted.indexOf(field));
  const count = (frame: number, theirs: string | undefined, ours: readonly string[] | undefined) => {
    const cells = theirs?.split("\t");
    for (const [place, counter] of counters.entries()) {
      // A field that the project does not know differs even where tshark's cell is empty.
      counter.count(frame, cells?.[place], ours?.[ourPlace[place]!]);
    }
  };
  const rows = new FieldRows(wanted, first.pass);
  let frames = 0;
  if (expected.rows) {
    await readCaptureFile(path, (record, of) => {
      const ours = rows.cells(record, of);
      count(frames + 1, expected.rows?.[frames], ours);
      frames++;
    });
    for (; frames < expected.rows.length; frames++) count(frames + 1, expected.rows[frames], undefined);
  }
  return new Map(expected.fields.map((field, place) => [field, counters[place]!]));
}

function compareFlow(name: string, expected: readonly string[], rows: FlowRows, kept: number): Counter {
  const counter = new Counter(name, "flow", kept);
  let line = 0;
  for (const ours of flowLines(rows.names(), rows.rows(), rows.numbered))
    counter.count(line + 1, expected[line++], ours);
  for (; line < expected.length; line++) counter.count(line + 1, expected[line], undefined);
  return counter;
}
