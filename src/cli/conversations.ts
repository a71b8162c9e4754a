/** `conversations FILE`: who talked with whom, by layer, as tables. */
import { type Conversations, LAYERS, type Layer } from "../core/tally/conversations.ts";
import { endpointsOf } from "../core/tally/endpoints.ts";
import { conversationFields, endpointFields } from "../core/tally/fields.ts";
import { Tally } from "../core/tally/tally.ts";
import { readCaptureFile } from "./capture-file.ts";
import { type Command, endOf, NOT_READ, pathOf, statusOf, UsageError } from "./command.ts";
import { Lines } from "./output.ts";
import { alignedLines, jsonRows } from "./tally-text.ts";

interface Request {
  readonly file: string;
  readonly layers: readonly Layer[];
  readonly endpoints: boolean;
  readonly json: boolean;
}

export const conversations: Command = {
  usage: `conversations FILE [--type ${LAYERS.join("|")}] [--endpoints] [--json]`,
  summary: "print who talked with whom and how much, as tshark -n -q -r FILE -z conv,TYPE (or endpoints,TYPE) counts",

  async run(args, world) {
    const request = parse(args);
    const tally = new Tally();
    const problem = await readCaptureFile(pathOf(request.file, world), (record, of) => tally.frame(record, of));
    if (statusOf(problem, tally.length) === NOT_READ) return endOf(request.file, problem, tally.length, world);
    const lines = new Lines(world.output);
    for (const line of request.json ? jsonLines(tally, request) : textLines(tally, request)) {
      lines.line(line);
      if (lines.full) await lines.flush();
    }
    await lines.flush(true);
    return endOf(request.file, problem, tally.length, world);
  },
};

function parse(args: readonly string[]): Request {
  const files: string[] = [];
  let layers: readonly Layer[] = LAYERS;
  let endpoints = false;
  let json = false;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--type") layers = [layerNamed(args[++i])];
    else if (arg === "--endpoints") endpoints = true;
    else if (arg === "--json") json = true;
    else if (arg.startsWith("-")) throw new UsageError(`conversations does not know the option ${arg}`);
    else files.push(arg);
  }
  if (files.length !== 1) throw new UsageError("conversations wants one file");
  return { file: files[0]!, layers, endpoints, json }; // its length is 1
}

function layerNamed(name: string | undefined): Layer {
  const layer = LAYERS.find((known) => known === name);
  if (!layer)
    throw new UsageError(`--type wants one of ${LAYERS.join(", ")}${name === undefined ? "" : `, not ${name}`}`);
  return layer;
}

function* textLines(tally: Tally, { layers, endpoints }: Request): Generator<string> {
  const of = tally.conversations();
  for (const layer of layers) {
    if (layer !== layers[0]) yield "";
    if (endpoints) yield* alignedLines(endpointTable(tally, of, layer), "endpoints");
    else yield* alignedLines(conversationTable(tally, of, layer), "conversations");
  }
}

function* jsonLines(tally: Tally, { layers, endpoints }: Request): Generator<string> {
  const of = tally.conversations();
  yield `{"${endpoints ? "endpoints" : "conversations"}": {`;
  for (const layer of layers) {
    yield `"${layer}": [`;
    yield* separated(
      endpoints ? jsonRows(endpointTable(tally, of, layer)) : jsonRows(conversationTable(tally, of, layer)),
    );
    yield layer === layers.at(-1) ? "]" : "],";
  }
  yield "}}";
}

/** All but the last with a comma behind. */
function* separated(lines: Iterable<string>): Generator<string> {
  let before: string | null = null;
  for (const line of lines) {
    if (before !== null) yield `${before},`;
    before = line;
  }
  if (before !== null) yield before;
}

function conversationTable({ addresses }: Tally, conversations: Conversations, layer: Layer) {
  const table = conversations[layer];
  const stream = (row: number) => ({ stream: table.columns.connection[row]! });
  const more = layer === "tcp" ? { more: stream } : {};
  return {
    layer,
    table,
    fields: conversationFields(layer),
    addressText: (row: number) => addresses.text(row),
    ...more,
  };
}

function endpointTable({ addresses }: Tally, conversations: Conversations, layer: Layer) {
  const table = endpointsOf(conversations[layer]);
  return { layer, table, fields: endpointFields(layer), addressText: (row: number) => addresses.text(row) };
}
