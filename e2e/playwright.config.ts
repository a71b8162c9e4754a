/**
 * The end-to-end tests: a real browser against the built page in dist/. `npm test` builds the page first, as does
 * `npm test -- e2e` when its sources have changed.
 */
import { defineConfig } from "@playwright/test";
import { findBrowser, launchArguments } from "../src/tools/browser/find.ts";

// Each worker process reads this file again, and finds the browser again by FLOWLADDER_BROWSER; one line is enough.
const isWorker = process.env.TEST_WORKER_INDEX !== undefined;
const browser = findBrowser(isWorker ? () => {} : console.error);

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  forbidOnly: true,
  // A second chance where the machine was too busy for the first; the report names such a test "flaky".
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  reporter: "list",
  use: { headless: true, launchOptions: { executablePath: browser.path, args: launchArguments() } },
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
});
