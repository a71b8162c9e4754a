/**
 * Finds what a source file imports, in every form that TypeScript and Vite know.
 *
 * Vite's own parser reads the file, so a type-only import counts like any other: it ties the folders together just as
 * much. Who may import what is not decided here.
 */
import { parseSync } from "vite";

/** One import of a file. */
export interface Import {
  /** As written, without Vite's `?query`; undefined when it is computed when the program runs. */
  readonly specifier: string | undefined;
  /** Counted from 1. */
  readonly line: number;
}

/** A node of the syntax tree, as far as this file looks into it. */
type Node = Record<string, unknown> & { type: string; start: number };

const IMPORTS_SOURCE = new Set([
  "ImportDeclaration",
  "ExportNamedDeclaration",
  "ExportAllDeclaration",
  "ImportExpression",
  "TSImportType",
]);

/**
 * The imports of `text`, in order: `import`, `export from`, `import()`, the type `import("x").T`, and
 * `new URL("x.ts", import.meta.url)`, by which a worker is started. Throws when the text does not parse.
 */
export function importsOf(path: string, text: string): Import[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const found: Import[] = [];
  walk(program, (node) => {
    const source = importSource(node);
    if (source === undefined) return;
    const line = text.slice(0, node.start).split("\n").length;
    found.push({ specifier: literalText(source)?.replace(/\?.*$/, ""), line });
  });
  return found;
}

/** The part of `node` that names another module; undefined when it imports nothing. */
function importSource(node: Node): Node | undefined {
  if (IMPORTS_SOURCE.has(node.type)) return isNode(node.source) ? node.source : undefined;
  if (node.type !== "NewExpression") return undefined;
  const [callee, parts] = [node.callee, node.arguments];
  if (!isNode(callee) || callee.name !== "URL" || !Array.isArray(parts) || !isNode(parts[0])) return undefined;
  // A URL of a folder or of a data file is an address, not an import.
  return /^\.{1,2}\/.*\.(ts|tsx|mjs|js)(\?.*)?$/.test(literalText(parts[0]) ?? "") ? parts[0] : undefined;
}

function literalText(node: Node): string | undefined {
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isNode(value)) {
    visit(value);
    for (const part of Object.values(value)) walk(part, visit);
  }
}
