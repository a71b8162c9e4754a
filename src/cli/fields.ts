/** `fields FILE -e FIELD ...`: chosen fields of every packet; `fields --list`: what there is to choose from. */

import { knownFields, knownNames } from "../core/inspect/catalogue.ts";
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { readCaptureFile } from "./capture-file.ts";
import {
  type Command,
  endOf,
  NOT_READ,
  pathOf,
  READ_WHOLE,
  type Status,
  statusOf,
  UsageError,
  type World,
} from "./command.ts";
import { FieldRows } from "./field-rows.ts";
import { Lines } from "./output.ts";

export const fields: Command = {
  usage: "fields FILE -e FIELD ... [--checksums] | fields --list",
  summary: "print fields of every packet, as tshark -2 -n -r FILE -T fields -e FIELD ... does; or list the fields",

  async run(args, world) {
    if (args.includes("--list")) return list(args, world);
    return print(parse(args), world);
  },
};

interface Request {
  readonly file: string;
  readonly names: readonly string[];
  /** Verifies the checksums that tshark verifies on demand only. */
  readonly verifiesChecksums: boolean;
}

function parse(args: readonly string[]): Request {
  const files: string[] = [];
  const names: string[] = [];
  let verifiesChecksums = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "-e") {
      const name = args[++i];
      if (name === undefined) throw new UsageError("-e wants the name of a field");
      names.push(name);
    } else if (arg === "--checksums") verifiesChecksums = true;
    else if (arg.startsWith("-")) throw new UsageError(`fields does not know the option ${arg}`);
    else files.push(arg);
  }
  if (files.length !== 1) throw new UsageError("fields wants one file");
  if (names.length === 0) throw new UsageError("fields wants at least one -e FIELD");
  const known = knownNames();
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) {
    throw new UsageError(`no such field: ${unknown.join(", ")}. "fields --list" lists all that there are`);
  }
  return { file: files[0]!, names, verifiesChecksums }; // its length is 1
}

async function list(args: readonly string[], world: World): Promise<Status> {
  if (args.length > 1) throw new UsageError("fields --list stands alone");
  const lines = new Lines(world.output);
  for (const { key, title, source } of knownFields()) lines.line(`${key}\t${title}\t${source}`);
  await lines.flush(true);
  return READ_WHOLE;
}

async function print({ file, names, ...options }: Request, world: World): Promise<Status> {
  const path = pathOf(file, world);
  const first = new FirstPass();
  const problem = await readCaptureFile(path, (record, of) => first.frame(record, of));
  const packets = first.decoder.length;
  if (statusOf(problem, packets) === NOT_READ) return endOf(file, problem, packets, world);
  const rows = new FieldRows(names, first, options);
  const lines = new Lines(world.output);
  await readCaptureFile(
    path,
    (record, of) => lines.line(rows.cells(record, of).join("\t")),
    () => lines.flush(),
  );
  await lines.flush(true);
  return endOf(file, problem, packets, world);
}
