/**
 * Asks an installed tshark for all filters of filters.txt and for the colouring rules of the samples' packets, and
 * writes its answers to answers.json and colours.json, and to places.json where in a wrong filter it sees the fault:
 * `node src/tools/launch.mjs src/tools/filters/main.ts`.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Answers, filtersIn, type Places } from "./table.ts";

const root = process.env.FLOWLADDER_ROOT ?? ".";
const folder = join(root, "src/tools/filters");

const places: Record<string, Places[string]> = {};

/** The frames that tshark's second pass takes; null for what it rejects, whose fault's place is kept. */
function ask(path: string, filter: string): number[] | null {
  const args = ["-2", "-n", "-r", path, "-Y", filter, "-T", "fields", "-e", "frame.number"];
  const env = { ...process.env, TZ: "UTC", LC_ALL: "C.UTF-8" };
  const { status, stdout, stderr } = spawnSync("tshark", args, { env, encoding: "utf8" });
  if (status === 0) return stdout.split("\n").filter(Boolean).map(Number);
  if (status !== WRONG_FILTER) throw new Error(`tshark says ${status} to ${filter}: ${stderr}`);
  const [, before, marked] = /^ {4}( *)(\^~*)$/m.exec(stderr) ?? [];
  if (before !== undefined && marked !== undefined) places[filter] = [before.length, marked.length];
  return null;
}

/** Exit status. */
const WRONG_FILTER = 2;

/** The colouring rule of each packet. */
function askForColours(path: string): string[] {
  const args = ["-2", "-n", "--color", "-r", path, "-T", "fields", "-e", "frame.coloring_rule.name"];
  const text = execFileSync("tshark", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  return text.split("\n").slice(0, -1);
}

const answers: Record<string, Record<string, readonly number[] | null>> = {};
for (const [sample, filters] of filtersIn(readFileSync(join(folder, "filters.txt"), "utf8"))) {
  const path = join(root, "public/samples", sample);
  answers[sample] = Object.fromEntries(filters.map((filter) => [filter, ask(path, filter)]));
}
const colours = Object.keys(answers).map((sample) => {
  const names = askForColours(join(root, "public/samples", sample));
  return `  ${JSON.stringify(sample)}: ${JSON.stringify(names)}`;
});
writeFileSync(join(folder, "colours.json"), `{\n${colours.join(",\n")}\n}\n`);
const lines = Object.entries(answers satisfies Answers).map(([sample, of]) => {
  const each = Object.entries(of).map(([filter, frames]) => `    ${JSON.stringify(filter)}: ${JSON.stringify(frames)}`);
  return `  ${JSON.stringify(sample)}: {\n${each.join(",\n")}\n  }`;
});
writeFileSync(join(folder, "answers.json"), `{\n${lines.join(",\n")}\n}\n`);
const kept = Object.entries(places).map(([filter, place]) => `  ${JSON.stringify(filter)}: [${place.join(", ")}]`);
writeFileSync(join(folder, "places.json"), `{\n${kept.join(",\n")}\n}\n`);
