/** One capture: what the project prints, beside what tshark prints. */
import { join } from "node:path";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { type Status, statusOf } from "../../cli/command.ts";
import { FieldRows } from "../../cli/field-rows.ts";
import { FlowRows } from "../../cli/flow-rows.ts";
import { problemWords } from "../../cli/problem-words.ts";
import { knownNames } from "../../core/inspect/catalogue.ts";
import { flowLines } from "../../core/ladder/flow-text.ts";
import { type Corpus, type Expected, expectedOf } from "./expected.ts";
import { Counter } from "./tally.ts";

/** How a capture fared. */
export interface Comparison {
  readonly name: string;
  /** One for each field that tshark printed. */
  readonly fields: ReadonlyMap<string, Counter>;
  /** Lines of the flow graph; null when there is nothing to compare with. */
  readonly flow: Counter | null;
  readonly frames: number;
  /** Why it could not be read whole, in words; empty when it could. */
  readonly problem: string;
  readonly status: Status;
  /** tshark's; null where it is not known. */
  readonly expectedStatus: number | null;
}

/** Compares one capture. Rejects only when the file cannot be read at all. */
export async function compare(
  corpus: Corpus,
  name: string,
  fallbackFields: readonly string[],
  kept: number,
): Promise<Comparison> {
  const path = join(corpus.captures, name);
  const expected = expectedOf(corpus, name, fallbackFields);
  const flow = new FlowRows();
  const problem = await readCaptureFile(path, (record, of) => flow.frame(record, of));
  const { fields, frames } = await compareFields(path, name, expected, flow, kept);
  return {
    name,
    fields,
    flow: expected.flow && compareFlow(name, expected.flow, flow, kept),
    frames,
    problem: problem ? problemWords(problem) : "",
    status: statusOf(problem, flow.pass.decoder.length),
    expectedStatus: expected.status,
  };
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
    const read = frames;
    for (; frames < expected.rows.length; frames++) count(frames + 1, expected.rows[frames], undefined);
    frames = read;
  }
  const fields = new Map(expected.fields.map((field, place) => [field, counters[place]!]));
  return { fields, frames };
}

function compareFlow(name: string, expected: readonly string[], rows: FlowRows, kept: number): Counter {
  const counter = new Counter(name, "flow", kept);
  let line = 0;
  for (const ours of flowLines(rows.names(), rows.rows(), rows.numbered))
    counter.count(line + 1, expected[line++], ours);
  for (; line < expected.length; line++) counter.count(line + 1, expected[line], undefined);
  return counter;
}
