/**
 * Display filters over a capture beside an installed tshark's answers: all filters of `src/tools/filters` that tshark
 * takes, each asked of every packet. A script in tshark listens for all of them in one run; what it hears is what
 * `tshark -2 -n -r FILE -Y FILTER -T fields -e frame.number` prints.
 */
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readCaptureFile } from "../../cli/capture-file.ts";
import { type CompiledFilter, compileFilter } from "../../core/filter/compile.ts";
import { FilterRows } from "../../core/second-pass/filter-rows.ts";
import { FirstPass } from "../../core/second-pass/first-pass.ts";
import answers from "../filters/answers.json";
import type { Answers } from "../filters/table.ts";
import { isDeviation } from "./deviations.ts";
import { Counter } from "./tally.ts";

/** Frames by filter. */
type Taken = ReadonlyMap<string, ReadonlySet<number>>;

/** The filters that are asked: those of the samples, each once, without those that tshark rejects. */
export function askedFilters(of: Answers = answers): readonly string[] {
  const all = Object.values(of).flatMap((table) => Object.entries(table));
  return [...new Set(all.filter(([, frames]) => frames !== null).map(([filter]) => filter))];
}

/**
 * Counts packets of which both say the same, and by filter those of which they do not; nothing where there is no tshark
 * with scripts, or where it refuses the capture.
 */
export async function compareFilters(path: string, name: string, kept: number): Promise<Map<string, Counter>> {
  const filters = askedFilters();
  const theirs = await tsharkTakes(path, filters);
  if (!theirs) return new Map();
  const { frames, taken } = await ourTakes(path, filters);
  const all = new Counter(name, "filter", kept);
  const counters = new Map([["filter", all]]);
  for (const filter of filters) {
    let a = theirs.get(filter) ?? new Set<number>();
    const b = taken.get(filter)!;
    // How long a protocol is depends on what else was asked in the same run: alone it is what the command line answers.
    const isKnown = (frame: number) => isDeviation(name, `filter ${filter}`, frame);
    if (!differences(a, b).every(isKnown)) a = await asked(path, filter);
    const different = differences(a, b);
    all.tally.equal += frames - different.length;
    if (different.length === 0) continue;
    const counter = new Counter(name, `filter ${filter}`, kept);
    for (const frame of different.toSorted((one, other) => one - other)) {
      counter.count(frame, words(a.has(frame)), words(b.has(frame)));
    }
    counters.set(`filter ${filter}`, counter);
  }
  return counters;
}

/** Frames that one has and the other has not. */
const differences = (a: ReadonlySet<number>, b: ReadonlySet<number>): readonly number[] =>
  [...new Set([...a, ...b])].filter((frame) => a.has(frame) !== b.has(frame));

/** Asks tshark for one filter alone. */
async function asked(path: string, filter: string): Promise<ReadonlySet<number>> {
  const text = await tsharkText(["-2", "-n", "-r", path, "-Y", filter, "-T", "fields", "-e", "frame.number"]);
  return new Set(text?.split("\n").filter(Boolean).map(Number));
}

const words = (isTaken: boolean) => (isTaken ? "takes it" : "does not");

async function ourTakes(path: string, filters: readonly string[]) {
  const compiled = filters.map(compiledFilter);
  const first = new FirstPass();
  await readCaptureFile(path, (record, of) => first.frame(record, of));
  const rows = new FilterRows(compiled, first);
  const taken = new Map(filters.map((filter) => [filter, new Set<number>()]));
  await readCaptureFile(path, (record, of) => {
    const answersOf = rows.takes(record, of);
    for (const [place, filter] of filters.entries()) if (answersOf[place]) taken.get(filter)!.add(rows.number);
  });
  return { frames: first.decoder.length, taken };
}

function compiledFilter(filter: string): CompiledFilter {
  const compiled = compileFilter(filter, () => []);
  if ("problem" in compiled) throw new Error(`${filter}: ${compiled.problem.kind}`);
  return compiled;
}

/** Asks tshark. */
async function tsharkTakes(path: string, filters: readonly string[]): Promise<Taken | null> {
  const folder = mkdtempSync(join(tmpdir(), "flowladder-"));
  const script = join(folder, "listen.lua");
  writeFileSync(script, listening(filters));
  try {
    const text = await tsharkText(["-2", "-n", "-q", "-r", path, "-X", `lua_script:${script}`]);
    return text?.includes(END) ? takenIn(text, filters) : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function tsharkText(args: readonly string[]): Promise<string | null> {
  const env = { ...process.env, TZ: "UTC", LC_ALL: "C.UTF-8" };
  return new Promise((resolve) => {
    execFile("tshark", args, { env, encoding: "utf8", maxBuffer: 2 ** 30 }, (_, text) => resolve(text || null));
  });
}

/** Said when all packets were read; a damaged capture ends too. */
const END = "filters end";

/** The script: a listener a filter, and at the end the frames of each, in runs: "3 1-5,7". */
export function listening(filters: readonly string[]): string {
  const list = filters.map((filter) => `  ${luaText(filter)},`).join("\n");
  return `local filters = {
${list}
}
for i, filter in ipairs(filters) do
  local tap = Listener.new("frame", filter)
  local runs, from, to = {}, nil, nil
  local function close()
    if from then runs[#runs + 1] = from .. "-" .. to end
  end
  function tap.packet(pinfo)
    if to and pinfo.number == to + 1 then to = pinfo.number; return end
    close()
    from, to = pinfo.number, pinfo.number
  end
  function tap.draw()
    close()
    from = nil
    print("taken " .. i .. " " .. table.concat(runs, ","))
    if i == #filters then print("${END}") end
  end
end
`;
}

/** A text as Lua writes it: every byte by its number, so that nothing in it is a sign. */
const luaText = (text: string): string =>
  `"${[...Buffer.from(text)].map((byte) => `\\${String(byte).padStart(3, "0")}`).join("")}"`;

/** What the script printed. */
export function takenIn(text: string, filters: readonly string[]): Taken {
  const taken = new Map<string, ReadonlySet<number>>();
  for (const [, place, runs] of text.matchAll(/^taken (\d+) (.*)$/gm)) {
    const frames = new Set<number>();
    for (const [, from, to] of runs!.matchAll(/(\d+)-(\d+)/g)) {
      for (let frame = Number(from); frame <= Number(to); frame++) frames.add(frame);
    }
    taken.set(filters[Number(place) - 1]!, frames);
  }
  return taken;
}
