import { describe, expect, it } from "vitest";
import { add, countsLine, countsOf, NONE } from "./counts.ts";

describe("countsOf", () => {
  it("reads Vitest's report", () => {
    const report = { numTotalTests: 10, numPassedTests: 6, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
    expect(countsOf(JSON.stringify(report))).toEqual({ passed: 6, failed: 1, skipped: 3 });
  });

  it("reads Playwright's report; a test that passed at last has passed", () => {
    const report = { config: {}, suites: [], stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 3 } };
    expect(countsOf(JSON.stringify(report))).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it.each(["{}", "null", "[]"])("refuses %s", (report) => {
    expect(() => countsOf(report)).toThrow("neither");
  });
});

describe("countsLine", () => {
  it("says the skipped only when there are some", () => {
    expect(countsLine(NONE)).toBe("0 passed, 0 failed");
    const sum = add({ passed: 1, failed: 2, skipped: 0 }, { passed: 10, failed: 0, skipped: 3 });
    expect(countsLine(sum)).toBe("11 passed, 2 failed, 3 skipped");
  });
});
