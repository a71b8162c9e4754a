/**
 * Counts of tests: read from the JSON reports of Vitest and Playwright, added up, and put into the last line of
 * `npm test`.
 */

/** How many tests ended in which way. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** No test at all. */
export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };

/** The counts in a report of Vitest or Playwright, told apart by their shape. Throws when it is neither. */
export function countsOf(report: string): Counts {
  const content: unknown = JSON.parse(report);
  if (isRecord(content) && isRecord(content.stats)) {
    const { expected, unexpected, flaky, skipped } = content.stats;
    return { passed: number(expected) + number(flaky), failed: number(unexpected), skipped: number(skipped) };
  }
  if (isRecord(content) && "numTotalTests" in content) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = content;
    return {
      passed: number(numPassedTests),
      failed: number(numFailedTests),
      skipped: number(numPendingTests) + number(numTodoTests),
    };
  }
  throw new Error("neither a report of Vitest nor one of Playwright");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function number(value: unknown): number {
  return typeof value === "number" ? value : 0;
}

/** The sum of two counts. */
export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** "12 passed, 0 failed", and the skipped when there are some. Scripts read this form: it stays. */
export function countsLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
