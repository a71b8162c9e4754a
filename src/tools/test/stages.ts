/**
 * The stages of `npm test`: what each is called, how it is run, and which of them report counted tests.
 */
import { join } from "node:path";

/** One stage. */
export interface Stage {
  /** As `npm test -- NAME` takes it. */
  readonly name: string;
  /** What it checks, for the heading. */
  readonly title: string;
  /** The program and its arguments, run in the project's root. */
  readonly command: readonly string[];
  /** Environment for the program, besides what is there. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where the program writes its JSON report, when it counts tests. */
  readonly report?: string;
  /** Whether it drives the built page, which has to be built before. */
  readonly needsSite?: true;
}

/** All stages in their order; `root` is the project's root, `reports` a folder for the JSON reports. */
export function stagesIn(root: string, reports: string): readonly Stage[] {
  const installed = (program: string) => [process.execPath, join(root, "node_modules", program)];
  const unitReport = join(reports, "unit.json");
  const e2eReport = join(reports, "e2e.json");
  return [
    { name: "types", title: "types", command: ["npm", "run", "--silent", "types"] },
    { name: "lint", title: "lint, format and import boundaries", command: ["npm", "run", "--silent", "lint"] },
    {
      name: "unit",
      title: "unit tests",
      command: [
        ...installed("vitest/vitest.mjs"),
        ...["run", "--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`],
      ],
      report: unitReport,
    },
    { name: "build", title: "production build", command: ["npm", "run", "--silent", "build"] },
    {
      name: "e2e",
      title: "end-to-end tests",
      command: [...installed("@playwright/test/cli.js"), "test", "-c", "e2e", "--reporter=list,json"],
      env: { PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
      report: e2eReport,
      needsSite: true,
    },
  ];
}
