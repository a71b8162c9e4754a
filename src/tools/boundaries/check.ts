/**
 * Holds every import of the project to the import table, and finds circles and files that nothing uses.
 *
 * Works on texts alone, so that a test can plant a violation; main.ts reads the folders.
 */
import { builtinModules } from "node:module";
import { posix } from "node:path";
import { importsOf } from "./imports.ts";
import { ENTRIES, RULES, type Rule, TEST, TEST_EXTRAS } from "./rules.ts";

const CODE = /\.(ts|tsx|mjs)$/;
const BUILTINS = new Set(builtinModules);

/**
 * What breaks the table, one line of text each, beginning with the place; empty when all is well.
 * `files` maps each path from the project root to its text; files that hold no code need not have theirs.
 */
export function checkBoundaries(files: ReadonlyMap<string, string>): string[] {
  const graph = new Map<string, string[]>();
  const problems: string[] = [];
  for (const [path, text] of files) {
    if (!CODE.test(path)) continue;
    const targets: string[] = [];
    graph.set(path, targets);
    for (const { specifier, line } of importsOf(path, text)) {
      const target = specifier?.startsWith(".") ? posix.join(posix.dirname(path), specifier) : undefined;
      if (target) targets.push(target);
      const problem = target && !files.has(target) ? "does not exist" : forbidden(path, specifier, target);
      if (problem) problems.push(`${path}:${line} imports ${specifier ?? "a computed address"}: ${problem}`);
    }
  }
  return [...problems, ...circles(graph), ...unused(graph)];
}

/** Why `path` may not import this; undefined when it may. `target` is the file meant by a relative `specifier`. */
function forbidden(path: string, specifier: string | undefined, target: string | undefined): string | undefined {
  const folder = Object.keys(RULES)
    .filter((key) => covers(key, path))
    .sort((a, b) => b.length - a.length)[0];
  const rule = folder && RULES[folder];
  if (!rule) return "src/tools/boundaries/rules.ts has no line for this file's folder";
  if (target !== undefined) {
    return [folder, ...rule.may].some((key) => covers(key, target)) ? undefined : `${folder} may not`;
  }
  const rules = TEST.test(path) ? [rule, TEST_EXTRAS] : [rule];
  if (rules.some((one) => allowsOutside(one, specifier))) return undefined;
  return specifier === undefined ? `${folder} must write the address out` : `${folder} may not`;
}

function allowsOutside(rule: Rule, specifier: string | undefined): boolean {
  if (specifier === undefined) return rule.node === true;
  const module = specifier.replace(/^node:/, "");
  if (specifier !== module || BUILTINS.has(module)) return rule.node === true;
  const name = specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
  return rule.packages === "any" || (rule.packages?.includes(name) ?? false);
}

function covers(key: string, path: string): boolean {
  return path === key || path.startsWith(`${key}/`);
}

/** Each circle once, beginning with the file that was met first. */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, way: readonly string[]): void => {
    const at = way.indexOf(path);
    if (at >= 0) found.push(`${path} imports itself in a circle: ${[...way.slice(at), path].join(" -> ")}`);
    if (at >= 0 || done.has(path)) return;
    for (const target of graph.get(path) ?? []) visit(target, [...way, path]);
    done.add(path);
  };
  for (const path of graph.keys()) visit(path, []);
  return found;
}

function unused(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const reached = new Set<string>();
  const reach = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const target of graph.get(path) ?? []) reach(target);
  };
  for (const path of graph.keys()) if (ENTRIES.some((entry) => entry.test(path))) reach(path);
  return [...graph.keys()].filter((path) => !reached.has(path)).map((path) => `${path} is used by no program or test`);
}
