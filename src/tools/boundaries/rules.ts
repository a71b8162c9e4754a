/**
 * Which folder may import what: the import table, as data.
 *
 * The arrows point one way, from the page towards the core; check.ts holds every file to its line here. A folder may
 * always import itself. A file that no line covers is an error, so a new folder has to be given its place first.
 */

/** What the files of one folder may import besides each other. */
export interface Rule {
  /** Folders or files, from the project root; a folder covers everything below it. */
  readonly may: readonly string[];
  /** npm packages; none when absent. */
  readonly packages?: readonly string[] | "any";
  /** Node's own modules, and imports whose address is computed when the program runs. */
  readonly node?: true;
}

const core = (...names: readonly string[]): Rule => ({ may: names.map((name) => `src/core/${name}`) });

/** The table. The longest line that covers a file holds for it. */
export const RULES: Readonly<Record<string, Rule>> = {
  "src/core/base": core(),
  "src/core/capture": core("base"),
  "src/core/protocols": core("base"),
  "src/core/table": core("base"),
  "src/core/analysis": core("base", "table", "protocols"),
  "src/core/decode": core("base", "capture", "protocols", "table", "analysis"),
  "src/core/tally": core("base", "capture", "protocols", "table", "analysis", "decode"),
  "src/core/inspect": core("base", "protocols", "table", "analysis"),
  "src/core/tcpdump": core("base", "capture", "protocols", "save"),
  "src/core/lines": core("base", "protocols", "table", "inspect", "tcpdump"),
  "src/core/ladder": core("base", "table", "analysis", "protocols"),
  "src/core/stream-graph": core("base", "table", "analysis", "protocols"),
  "src/core/save": core("base", "capture"),
  "src/core/notes": core("base", "save"),
  "src/core/names": core("base", "capture", "protocols", "inspect"),
  "src/core/colour": core("base", "protocols", "table", "analysis", "inspect", "filter"),
  "src/core/explain": core("base", "protocols", "table", "analysis"),
  "src/core/find": core("base", "protocols", "inspect", "filter"),
  "src/core/facts": core("base", "protocols", "table", "analysis", "explain"),
  "src/core/filter": core("base", "protocols", "table", "analysis", "inspect"),
  "src/core/second-pass": core("base", "capture", "protocols", "table", "analysis", "decode", "inspect", "filter"),
  "src/core/what-if": core("base", "protocols", "table", "analysis"),
  "src/core/quiz": core("base", "protocols", "table", "analysis", "explain", "facts"),
  "src/core/lessons": { ...core("base", "explain", "quiz"), packages: ["valibot"] },
  "src/unpack": { may: ["src/core/capture"], packages: ["fzstd", "pako"] },
  "src/worker": { may: ["src/core", "src/unpack"] },
  "src/store": {
    may: ["src/core", "src/worker", "public/samples/index.json", "public/lessons/index.json"],
    packages: ["zustand"],
  },
  "src/view": { may: ["src/store", "src/core", "src/locales"], packages: "any" },
  "src/main.tsx": { may: ["src/view", "src/store", "src/locales"], packages: "any" },
  "src/locales": { may: ["src/core"] },
  "src/cli": { may: ["src/core", "src/unpack", "src/locales"], node: true },
  "src/tools": { may: ["src/core", "src/unpack", "src/cli", "src/locales"], packages: "any", node: true },
  e2e: { may: ["src/tools", "src/core", "src/locales"], packages: "any", node: true },
  "vite.config.ts": { may: ["src/tools"], packages: "any", node: true },
};

/** What a unit test may import besides what its folder may. */
export const TEST_EXTRAS: Rule = { may: [], packages: ["vitest", "fast-check"], node: true };

/** A unit test, by its path from the project root. */
export const TEST = /\.test\.tsx?$/;

/** Files that need no importer: programs, tests, settings, type declarations. Every other file must be reached from one. */
export const ENTRIES: readonly RegExp[] = [
  /^src\/main\.tsx$/,
  /^src\/cli\/main\.ts$/,
  /^src\/tools\/[^/]+\/main\.ts$/,
  /^src\/tools\/samples\/publish\.ts$/,
  /^src\/tools\/bench\/floor\/page\.ts$/,
  /^src\/tools\/.*\.mjs$/,
  /^src\/locales\/[a-z]{2}(-[A-Z]\w+)?[^/]*\.ts$/, // languages are found by their names
  /^e2e\/.*\.(spec|config)\.ts$/,
  /^vite\.config\.ts$/,
  /\.d(\.peggy)?\.ts$/,
  TEST,
];
