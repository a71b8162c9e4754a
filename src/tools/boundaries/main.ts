/**
 * The import check of `npm run lint`: reads the project's source files, prints every import that the table in rules.ts
 * forbids, and exits with 1 when there is one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { checkBoundaries } from "./check.ts";

const root = process.env.FLOWLADDER_ROOT ?? process.cwd();

function collect(path: string, files: Map<string, string>): Map<string, string> {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const below = posix.join(path, entry.name);
    if (entry.isDirectory()) collect(below, files);
    else files.set(below, /\.(ts|tsx|mjs)$/.test(below) ? readFileSync(join(root, below), "utf8") : "");
  }
  return files;
}

const files = new Map([["vite.config.ts", readFileSync(join(root, "vite.config.ts"), "utf8")]]);
collect("src", files);
collect("e2e", files);
collect("public", files);
const problems = checkBoundaries(files);
for (const problem of problems) console.error(problem);
console.log(`Checked the imports of ${files.size} files: ${problems.length} problem(s)`);
process.exitCode = problems.length > 0 ? 1 : 0;
