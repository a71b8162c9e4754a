/**
 * The captures that the benchmark opens, kept in a cache folder and written only when they are missing.
 *
 * Knows their sizes and their files; what is in them is the business of traffic.ts.
 */
import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { type Recipe, writeTraffic } from "./traffic.ts";

/** A capture on disk. */
export interface BenchCapture {
  readonly mix: Recipe["mix"];
  readonly path: string;
  /** Length of the file. */
  readonly bytes: number;
  readonly packets: number;
}

/** The benchmark's captures, 100 to 200 MB each. */
export const RECIPES: readonly Recipe[] = [
  { mix: "bulk", connections: 8, atOnce: 8, exchanges: 6000, gap: [6, 16] },
  { mix: "small", connections: 200, atOnce: 200, exchanges: 2500, gap: [10, 60] },
  { mix: "short", connections: 200_000, atOnce: 64, exchanges: 1, gap: [5, 35] },
];

/** The captures of `recipes` in `folder`, written now where they are missing. Throws when the disk is full. */
export function ensureCaptures(folder: string, recipes = RECIPES): BenchCapture[] {
  mkdirSync(folder, { recursive: true });
  return recipes.map((recipe) => ensureCapture(folder, recipe));
}

function ensureCapture(folder: string, recipe: Recipe): BenchCapture {
  const stem = `${recipe.mix}-${fingerprint(recipe)}`;
  const path = join(folder, `${stem}.pcap`);
  const totalsPath = join(folder, `${stem}.json`);
  if (!readdirSync(folder).includes(`${stem}.json`)) {
    removeOlder(folder, recipe.mix);
    const totals = writeFile(path, recipe);
    // Last, so that its presence says that the capture is whole.
    writeFileSync(`${totalsPath}.part`, JSON.stringify(totals));
    renameSync(`${totalsPath}.part`, totalsPath);
  }
  // The cast trusts the lines above.
  const totals = JSON.parse(readFileSync(totalsPath, "utf8")) as { bytes: number; packets: number };
  return { mix: recipe.mix, path, ...totals };
}

/** Changes when the recipe changes, or the bytes that the generator writes: then the file on disk is stale. */
function fingerprint(recipe: Recipe): string {
  const hash = createHash("sha256").update(JSON.stringify(recipe));
  writeTraffic({ ...recipe, connections: 20, atOnce: 5, exchanges: 15 }, (piece) => hash.update(piece));
  return hash.digest("hex").slice(0, 12);
}

function removeOlder(folder: string, mix: string): void {
  for (const name of readdirSync(folder)) if (name.startsWith(`${mix}-`)) rmSync(join(folder, name));
}

function writeFile(path: string, recipe: Recipe): { bytes: number; packets: number } {
  const file = openSync(path, "w");
  try {
    return writeTraffic(recipe, (piece) => {
      for (let at = 0; at < piece.byteLength; ) at += writeSync(file, piece, at);
    });
  } finally {
    closeSync(file);
  }
}
