/** The captures that are damaged, and those that were kept. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Greater files are left out: damage of them would be slow, and lost among their packets. */
const MOST_BYTES = 4_000_000;

/** The bytes of all captures at `paths` and right in the folders among them, in the order of their names. */
export function readSeeds(paths: readonly string[]): Uint8Array[] {
  return paths.flatMap(filesAt).map((path) => new Uint8Array(readFileSync(path)));
}

function filesAt(path: string): string[] {
  const inside = statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .map((name) => join(path, name))
    : [path];
  return inside.filter((file) => statSync(file).isFile() && statSync(file).size <= MOST_BYTES);
}

/** Keeps what failed under the seed that made it, and what was wrong beside it; answers with its path. */
export function keepFailure(folder: string, seed: number, file: Uint8Array, what: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `seed-${seed}.bin`);
  writeFileSync(path, file);
  writeFileSync(`${path}.txt`, `${what}\n`);
  return path;
}
