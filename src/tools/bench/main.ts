/**
 * `npm run bench`: makes its captures, opens each in the built page in the real browser, lets the peers read the same
 * files in the same run, and prints a table and JSON. `--runs N` takes the least of N runs (3), `--only NAME` one capture,
 * `ladder`, which is how smooth a ladder of a million arrows is, or `filters`, which is how long display filters take;
 * `--no-peers` leaves the peers out.
 */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "vite";
import { findBrowser } from "../browser/find.ts";
import { serveFolder } from "../server/static-server.ts";
import { FILTERED, filterTable, measureFilters } from "./filters.ts";
import { ensureCaptures } from "./generate.ts";
import { measureSmoothness, smoothnessTable } from "./ladder.ts";
import { measureOpen, measureWalk, type Opened } from "./measure.ts";
import { runPeers } from "./peers.ts";
import { type Measured, markdownTable } from "./report.ts";

const root = process.env.FLOWLADDER_ROOT ?? process.cwd();
const cache = join(root, "node_modules/.cache/flowladder");

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    only: { type: "string" },
    "no-peers": { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs wants a whole number from 1 on, not "${values.runs}"`);

const browser = findBrowser();
await build({ root, logLevel: "error" });
const floor = join(cache, "floor");
await build({
  configFile: false,
  root: join(root, "src/tools/bench/floor"),
  base: "./",
  logLevel: "error",
  worker: { format: "es" },
  build: { outDir: floor, emptyOutDir: true },
});

const site = await serveFolder(join(root, "dist"));
const floorSite = await serveFolder(floor);
const measured: Measured[] = [];
for (const { mix, path, bytes, packets } of ensureCaptures(join(cache, "bench"))) {
  if (values.only !== undefined && values.only !== mix) continue;
  console.error(`${mix}: ${path}`);
  const walks: number[] = [];
  const opens: Opened[] = [];
  // In turn, so that a machine that gets slower or faster does so to both.
  for (let run = 0; run < runs; run++) {
    walks.push(await measureWalk(browser.path, floorSite.url, path));
    opens.push(await measureOpen(browser.path, site.url, path));
  }
  const best = opens.reduce((least, one) => (one.open < least.open ? one : least));
  const peers = values["no-peers"] ? [] : await runPeers(path, runs);
  measured.push({ capture: mix, bytes, packets, walk: Math.min(...walks), ...best, peers });
}
const ladder = ensureCaptures(join(cache, "bench")).find(({ mix }) => mix === "small");
const smoothness =
  ladder && (values.only ?? "ladder") === "ladder" ? await measureSmoothness(browser.path, site.url, ladder.path) : [];
const asksFilters = (values.only ?? "filters") === "filters";
const [filtered] = asksFilters ? ensureCaptures(join(cache, "bench-filters"), [FILTERED]) : [];
const filters = filtered ? await measureFilters(browser.path, site.url, filtered.path, runs) : [];
await site.close();
await floorSite.close();

if (measured.length > 0) console.log(markdownTable(measured));
if (smoothness.length > 0) console.log(smoothnessTable(smoothness));
if (filters.length > 0) console.log(filterTable(filters));
console.log(JSON.stringify({ measured, smoothness, filters }));
