/**
 * Compares the project with tshark over a folder of captures: `npm run conformance -- DIR --min decode=0.99`. Fails below
 * the shares given, and when there is a capture that the core does not bear.
 */
import { join, resolve } from "node:path";
import { compare } from "./compare.ts";
import { openCorpus } from "./expected.ts";
import { faultOf } from "./fault.ts";
import { captureLines, Summary, summaryLines } from "./report.ts";
import { parseRequest, type Request, USAGE } from "./request.ts";
import { shareOf } from "./tally.ts";

/** Differences shown of each field of a capture, and of one that was asked for by name. */
const FEW = 2;
const MANY = 40;

/** Asked of tshark where no golden file says which fields. */
const FALLBACK_FIELDS = ["frame.number", "ip.src", "ip.dst", "tcp.stream", "tcp.seq", "tcp.ack", "tcp.len"];

async function run(request: Request): Promise<number> {
  const corpus = openCorpus(resolve(process.env.INIT_CWD ?? ".", request.folder));
  const perField = request.only ? MANY : FEW;
  const summary = new Summary();
  const faults: string[] = [];
  for (const name of corpus.names.filter((one) => one.includes(request.only))) {
    const fault = await faultOf(join(corpus.captures, name));
    if (fault) {
      faults.push(`${name}: ${fault}`);
      continue;
    }
    const comparison = await compare(corpus, name, FALLBACK_FIELDS, perField);
    summary.add(comparison);
    print(captureLines(comparison, perField));
  }
  print(summaryLines(summary));
  for (const fault of faults) process.stderr.write(`FAULT in ${fault}\n`);
  return belowMin(request, summary) || faults.length > 0 ? 1 : 0;
}

function print(lines: Iterable<string>): void {
  for (const line of lines) process.stdout.write(`${line}\n`);
}

// Whoever reads through a pager may stop before the end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

function belowMin({ min }: Request, summary: Summary): boolean {
  let below = false;
  for (const [group, tally] of summary.groups) {
    const least = min[group] ?? 0;
    if (shareOf(tally) >= least) continue;
    below = true;
    process.stderr.write(
      `${group}: ${(100 * shareOf(tally)).toFixed(3)} % are equal, ${100 * least} % are asked for\n`,
    );
  }
  return below;
}

const request = parseRequest(process.argv.slice(2));
if (typeof request === "string") {
  process.stderr.write(`${request}\n${USAGE}\n`);
  process.exitCode = 2;
} else process.exitCode = await run(request);
