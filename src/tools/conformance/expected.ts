/** What the peers print for a capture: golden files, or an installed tshark where there are none. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

/** Names of a folder's captures, and where their golden files would be. */
export interface Corpus {
  readonly captures: string;
  readonly golden: string;
  readonly names: readonly string[];
  /** tshark's exit status by capture, where it was recorded. */
  readonly status: ReadonlyMap<string, number>;
}

/** What tshark prints for a capture; null where neither a golden file nor tshark is there to tell. */
export interface Expected {
  /** Names of the columns of `rows`. */
  readonly fields: readonly string[];
  /** One line a packet, cells divided by tabs. */
  readonly rows: readonly string[] | null;
  readonly flow: readonly string[] | null;
  /** tshark's exit status; null where it was neither recorded nor asked for. */
  readonly status: number | null;
}

/** What tshark printed, and how it ended. */
interface Answer {
  readonly text: string;
  readonly status: number | null;
}

/** The captures in `folder`, or in its `captures` with what is kept beside them in `golden`. Throws when there is no such folder. */
export function openCorpus(folder: string): Corpus {
  const inner = join(folder, "captures");
  const captures = existsSync(inner) ? inner : folder;
  const golden = join(folder, "golden");
  const names = readdirSync(captures)
    .filter((name) => !name.startsWith(".") && statSync(join(captures, name)).isFile())
    .sort();
  return { captures, golden, names, status: readStatus(join(golden, "status.tsv")) };
}

function readStatus(path: string): ReadonlyMap<string, number> {
  const status = new Map<string, number>();
  if (!existsSync(path)) return status;
  for (const line of readFileSync(path, "utf8").split("\n").slice(1)) {
    const [name, code] = line.split("\t");
    if (name && code) status.set(name, Number(code));
  }
  return status;
}

/** What tshark prints for a capture; where there is no golden file, it is asked for `fallbackFields`. */
export function expectedOf(corpus: Corpus, name: string, fallbackFields: readonly string[]): Expected {
  const capture = join(corpus.captures, name);
  const table = golden(corpus, name, "fields.tsv") ?? askForFields(capture, fallbackFields);
  const flow = golden(corpus, name, "flow.txt") ?? tshark(["-q", "-r", capture, "-z", "flow,tcp,network"]);
  const status = corpus.status.get(name) ?? table?.status ?? null;
  const [header, ...rows] = lines(table?.text ?? "");
  // A capture that tshark refuses has no table at all, not even the names of its columns: it says nothing of the flow.
  if (header === undefined) return { fields: [], rows: null, flow: null, status };
  return { fields: header.split("\t"), rows, flow: flow && lines(flow.text), status };
}

function golden(corpus: Corpus, name: string, kind: string): Answer | null {
  const text = goldenText(corpus, name, kind);
  return text === null ? null : { text, status: null };
}

/** What a peer printed for a capture, by the end of the golden file's name; null where there is none. */
export function goldenText(corpus: Corpus, name: string, kind: string): string | null {
  const path = join(corpus.golden, `${name}.${kind}.gz`);
  return existsSync(path) ? gunzipSync(readFileSync(path)).toString("utf8") : null;
}

function askForFields(capture: string, fields: readonly string[]): Answer | null {
  const wanted = fields.flatMap((field) => ["-e", field]);
  return tshark(["-2", "-r", capture, "-T", "fields", "-E", "header=y", ...wanted]);
}

/** What tshark prints, packets before a damage included; null when it is not installed. */
export function tshark(args: readonly string[]): Answer | null {
  try {
    const text = execFileSync("tshark", ["-n", ...args], {
      env: { ...process.env, TZ: "UTC", LC_ALL: "C.UTF-8" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      maxBuffer: 2 ** 30,
    });
    return { text, status: 0 };
  } catch (error) {
    // execFileSync adds to what it throws; a program that is not there has printed nothing and has no status.
    const { stdout, status } = error as { stdout?: string | null; status?: number | null };
    return typeof stdout === "string" ? { text: stdout, status: status ?? null } : null;
  }
}

/** Lines of a text that ends with a line end, or is empty. */
function lines(text: string): string[] {
  const all = text.split("\n");
  if (all.at(-1) === "") all.pop();
  return all;
}
