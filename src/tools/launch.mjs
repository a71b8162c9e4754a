/**
 * Runs one of the project's TypeScript programs under Node: `node src/tools/launch.mjs src/cli/main.ts ARG...`.
 *
 * Node 20 does not read TypeScript, so the program is bundled once into node_modules/.cache and bundled again only
 * when a source file is newer; a start without a build costs a few milliseconds of file dates. Plain JavaScript,
 * because it must run before anything is built.
 */
import { mkdirSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const cache = join(root, "node_modules/.cache/flowladder");

/**
 * Newest change below `folder`, in ms since the epoch. Tests are left out: no program holds them.
 * @param {string} folder
 * @returns {number}
 */
function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) newest = Math.max(newest, newestChange(path));
    else if (/(?<!\.test)\.(ts|mjs|json|peggy)$/.test(entry.name)) newest = Math.max(newest, statSync(path).mtimeMs);
  }
  return newest;
}

/** @param {string} path */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * @param {string} entry
 * @param {string} output
 */
async function bundle(entry, output) {
  const { build } = await import("vite");
  const { grammars } = await import("./peggy.mjs");
  mkdirSync(cache, { recursive: true });
  await build({
    configFile: false,
    plugins: [grammars()],
    root,
    logLevel: "error",
    publicDir: false,
    build: {
      ssr: entry,
      outDir: dirname(output),
      emptyOutDir: false,
      target: "node20",
      minify: false,
      rollupOptions: { output: { entryFileNames: basename(output), codeSplitting: false } },
    },
  });
}

const [program, ...args] = process.argv.slice(2);
if (!program) throw new Error("usage: node src/tools/launch.mjs PROGRAM.ts [ARG...]");
const entry = join(root, program);
const output = join(cache, `${relative(join(root, "src"), entry).replace(/\.ts$/, "").replace(/\W+/g, "-")}.mjs`);
if (changedAt(output) <= Math.max(newestChange(join(root, "src")), changedAt(join(root, "package-lock.json")))) {
  await bundle(entry, output);
}
// A program sees the arguments as if it had been started by itself; it cannot know by its own address where the
// project is, since the bundle lies in the cache.
process.argv = [process.argv[0] ?? "node", entry, ...args];
process.env.FLOWLADDER_ROOT = root;
await import(pathToFileURL(output).href);
