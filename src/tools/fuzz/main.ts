/**
 * `npm run fuzz`: damages captures and takes them apart without end, or for `--seconds N`. A thread does the work; this
 * one watches it, keeps what fails, and goes on with the next. Ends with 1 when anything failed.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, Worker, workerData } from "node:worker_threads";
import { inputs } from "./inputs.ts";
import { parseRequest, type Request, USAGE } from "./request.ts";
import { keepFailure, readSeeds } from "./seeds.ts";
import { DONE, type Finding, FRAMES, type Work, work } from "./work.ts";

/** Seconds of computing that one input may take; ours alone, so that a busy machine fails nothing. */
const MOST_SECONDS = 2;
const WATCH_MS = 250;
const REPORT_MS = 5000;
/** Megabytes that the thread's objects may take. */
const MOST_MEMORY = 512;

const root = process.env.FLOWLADDER_ROOT ?? process.cwd();
const kept = join(root, "node_modules/.cache/flowladder/fuzz");

if (isMainThread) await main();
else await work(workerData as Work); // the main thread's, below

async function main(): Promise<void> {
  const request = parseRequest(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd(), Date.now());
  if (typeof request === "string") {
    process.stderr.write(`${request}\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  process.exitCode = (await (request.replay ? replay(request.paths) : fuzz(request))) ? 0 : 1;
}

async function replay(paths: readonly string[]): Promise<boolean> {
  const progress = shared();
  const finding = await watched({ paths, replay: true, seed: 0, progress }, () => false);
  process.stdout.write(`${paths.join(" ")}: ${finding ?? `${progress[FRAMES]} frames, nothing wrong`}\n`);
  return finding === null;
}

/** Whether nothing failed. */
async function fuzz({ seconds, seed, paths }: Request): Promise<boolean> {
  const all = [join(root, "public/samples"), ...paths];
  const end = performance.now() + seconds * 1000;
  const isOver = () => performance.now() >= end;
  let failures = 0;
  let tried = 0;
  let frames = 0;
  let progress = shared();
  const say = () => {
    const inputs = tried + progress[DONE]!;
    const decoded = frames + progress[FRAMES]!;
    process.stdout.write(`${inputs} inputs, ${decoded} frames, ${failures} failures; seed ${seed + inputs}\n`);
  };
  const saying = setInterval(say, REPORT_MS);
  while (!isOver()) {
    progress = shared();
    const finding = await watched({ paths: all, replay: false, seed: seed + tried, progress }, isOver);
    tried += progress[DONE]!;
    frames += progress[FRAMES]!;
    progress = shared();
    if (finding === null) break;
    const failed = seed + tried++;
    failures++;
    const paths = keepFailure(kept, failed, inputs(readSeeds(all), failed), finding);
    process.stdout.write(`\n${finding}\nTo run it again: npm run fuzz -- --replay ${paths.join(" ")}\n\n`);
  }
  clearInterval(saying);
  say();
  return failures === 0;
}

function shared(): Int32Array {
  return new Int32Array(new SharedArrayBuffer(8));
}

/** Runs the thread until it finds something, hangs, or `isOver`; null when nothing was wrong. */
function watched(given: Work, isOver: () => boolean): Promise<Finding> {
  return new Promise((resolve) => {
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY };
    const thread = new Worker(fileURLToPath(import.meta.url), { workerData: given, resourceLimits });
    const end = (finding: Finding) => {
      clearInterval(watching);
      void thread.terminate().then(() => resolve(finding));
    };
    let last = -1;
    let since = process.cpuUsage();
    const watching = setInterval(() => {
      const done = given.progress[DONE]!;
      const { user, system } = process.cpuUsage(since);
      if (isOver()) end(null);
      else if (done !== last) since = process.cpuUsage();
      else if (user + system > MOST_SECONDS * 1e6) end(`hangs: over ${MOST_SECONDS} s for one input`);
      last = done;
    }, WATCH_MS);
    thread.once("message", (finding: Finding) => end(finding));
    thread.once("error", (error) => end(String(error)));
  });
}
