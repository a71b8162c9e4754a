/**
 * Compares with tshark over a folder of captures: `npm run conformance -- DIR --min decode=0.99`. Exits with
 * 1 below the shares given, when there is a capture that the core does not bear, and when an exit status or a number of
 * frames differs from tshark's without a known reason; with 2 for wrong arguments.
 */
import { resolve } from "node:path";
import { parseRequest, USAGE } from "./request.ts";
import { run } from "./run.ts";

// Whoever reads through a pager may stop before the end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

const print = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);
const request = parseRequest(process.argv.slice(2));
if (typeof request === "string") {
  complain(`${request}\n${USAGE}`);
  process.exitCode = 2;
} else {
  const folder = resolve(process.env.INIT_CWD ?? ".", request.folder);
  process.exitCode = await run({ ...request, folder }, print, complain);
}
