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

/** Keeps the files that failed under the seed that made them, and what was wrong beside them; answers with their paths. */
export function keepFailure(folder: string, seed: number, files: readonly Uint8Array[], what: string): string[] {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `seed-${seed}.txt`), `${what}\n`);
  return files.map((file, number) => {
    const path = join(folder, files.length === 1 ? `seed-${seed}.bin` : `seed-${seed}-${number}.bin`);
    writeFileSync(path, file);
    return path;
  });
}
