/**
 * Builds the page into dist/ when what is there is older than its sources; the settings are vite.config.ts's.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = ["src", "public", "index.html", "vite.config.ts", "package-lock.json"];

/** Makes dist/ below `root` hold the page as the sources have it now, and returns its path. Rejects as Vite does. */
export async function ensureSite(root: string): Promise<string> {
  const dist = join(root, "dist");
  if (!isFresh(root)) {
    console.error("Building the page ...");
    // Vite takes a second to load, which a page that is built already need not wait for.
    const { build } = await import("vite");
    await build({ root, configFile: join(root, "vite.config.ts"), logLevel: "warn" });
  }
  return dist;
}

/** Whether dist/ below `root` was built after the last change to a source of the page. */
export function isFresh(root: string): boolean {
  const built = statSync(join(root, "dist/index.html"), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return SOURCES.every((source) => newestChange(join(root, source)) < built);
}

/** In ms since the epoch, 0 for what is not there. A folder's own date counts too: it tells of files taken away. */
function newestChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats && !/\.test\.tsx?$/.test(path) ? stats.mtimeMs : 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestChange(join(path, name))));
}
