/** `expert FILE`: what is worth knowing of a capture's packets, by severity and kind. */
import { type ExpertEntry, type ExpertSeverity, expertEntries, SEVERITIES } from "../core/analysis/expert.ts";
import { Decoder } from "../core/decode/decoder.ts";
import { readCaptureFile } from "./capture-file.ts";
import { type Command, endOf, NOT_READ, pathOf, statusOf, UsageError } from "./command.ts";
import { Lines } from "./output.ts";

const TITLES: Readonly<Record<ExpertSeverity, string>> = {
  error: "Errors",
  warn: "Warnings",
  note: "Notes",
  chat: "Chats",
  comment: "Comments",
};

/** Packets named behind a kind; all of them are in the JSON. */
const NAMED = 5;

export const expert: Command = {
  usage: "expert FILE [--connection N] [--json]",
  summary: "print the findings of all packets by severity and kind, with counts and packet numbers",

  async run(args, world) {
    const { file, connection, json } = parsed(args);
    const decoder = new Decoder();
    const problem = await readCaptureFile(pathOf(file, world), (record, of) => decoder.frame(record, of));
    if (statusOf(problem, decoder.length) === NOT_READ) return endOf(file, problem, decoder.length, world);
    const entries = expertEntries({ length: decoder.length, chunks: decoder.chunks }, connection);
    const lines = new Lines(world.output);
    if (json) lines.line(JSON.stringify(entries.map(asJson), null, 2));
    else for (const line of textLines(entries)) lines.line(line);
    await lines.flush(true);
    return endOf(file, problem, decoder.length, world);
  },
};

interface Request {
  readonly file: string;
  readonly connection: number | null;
  readonly json: boolean;
}

function parsed(args: readonly string[]): Request {
  const files: string[] = [];
  let connection: number | null = null;
  let json = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--json") json = true;
    else if (arg === "--connection") connection = numberOf(args[++i]);
    else if (arg.startsWith("-")) throw new UsageError(`expert does not know the option ${arg}`);
    else files.push(arg);
  }
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError("expert wants one file");
  return { file, connection, json };
}

function numberOf(text: string | undefined): number {
  if (text === undefined || !/^\d+$/.test(text))
    throw new UsageError("--connection wants a number, as tcp.stream has it");
  return Number(text);
}

const asJson = ({ kind: { key, title, severity, group }, rows }: ExpertEntry) => ({
  severity,
  group,
  key,
  title,
  count: rows.length,
  packets: Array.from(rows, (row) => row + 1),
});

function* textLines(entries: readonly ExpertEntry[]): Generator<string> {
  for (const severity of SEVERITIES) {
    const of = entries.filter(({ kind }) => kind.severity === severity);
    if (of.length === 0) continue;
    const sum = of.reduce((count, { rows }) => count + rows.length, 0);
    yield `${TITLES[severity]} (${sum})`;
    for (const { kind, rows } of of) {
      const named = Array.from(rows.subarray(0, NAMED), (row) => row + 1).join(", ");
      const more = rows.length > NAMED ? ", …" : "";
      yield `${String(rows.length).padStart(9)}  ${kind.group.padEnd(9)}  ${kind.title}: ${named}${more}`;
    }
  }
}
