/**
 * `npm test`: all checks of the project, one after another, until one fails; `npm test -- STAGE` runs one of them.
 *
 * The last line on standard output is always the count of tests. A stage that fails without a counted failure, such as
 * a type error, counts as one: the line never says "0 failed" of a run that failed. Exits with 1 then, and with 2 when
 * there is no stage of that name.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureSite } from "../server/site-build.ts";
import { add, type Counts, countsLine, countsOf, NONE } from "./counts.ts";
import { type Stage, stagesIn } from "./stages.ts";

const root = process.env.FLOWLADDER_ROOT ?? process.cwd();
const reports = join(root, "node_modules/.cache/flowladder/reports");
const all = stagesIn(root, reports);
const [wanted] = process.argv.slice(2);
const stages = all.filter(({ name }) => wanted === undefined || name === wanted);

if (stages.length === 0) {
  console.error(`npm test: there is no stage ${wanted}; there are ${all.map(({ name }) => name).join(", ")}`);
  process.exitCode = 2;
} else {
  process.exitCode = (await runAll()) ? 0 : 1;
}

/** Runs the stages, prints the summary, and says whether all is well. */
async function runAll(): Promise<boolean> {
  const summary: string[] = [];
  let total = NONE;
  let passed = true;
  for (const stage of stages) {
    console.log(`\n=== ${stage.title} ===`);
    const outcome = await run(stage);
    total = add(total, outcome.counts);
    passed = outcome.passed;
    const counts = stage.report ? `: ${countsLine(outcome.counts)}` : "";
    summary.push(`${passed ? "ok    " : "FAILED"} ${stage.title}${counts}`);
    if (!passed) break;
  }
  console.log(`\n${summary.join("\n")}\n${countsLine(total)}`);
  return passed;
}

async function run(stage: Stage): Promise<{ passed: boolean; counts: Counts }> {
  if (stage.report) {
    mkdirSync(reports, { recursive: true });
    rmSync(stage.report, { force: true });
  }
  const passed = (!stage.needsSite || (await siteIsBuilt())) && succeeds(stage);
  const counts = stage.report && existsSync(stage.report) ? countsOf(readFileSync(stage.report, "utf8")) : NONE;
  return { passed, counts: passed || counts.failed > 0 ? counts : { ...counts, failed: 1 } };
}

async function siteIsBuilt(): Promise<boolean> {
  try {
    await ensureSite(root);
    return true;
  } catch (error) {
    console.error(error);
    return false;
  }
}

function succeeds(stage: Stage): boolean {
  const [program = "", ...parts] = stage.command;
  // npm is a batch file on Windows, which only a shell can start.
  const shell = process.platform === "win32" && program === "npm";
  const env = { ...process.env, ...stage.env };
  return spawnSync(program, parts, { cwd: root, env, shell, stdio: ["ignore", "inherit", "inherit"] }).status === 0;
}
