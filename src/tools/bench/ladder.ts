/**
 * How smooth the ladder of a big capture is: scrolled, zoomed, folded and drawn to scale in the real browser, with the
 * browser's own observer of long tasks watching. A task is long from 50 ms on: then a frame is late that a reader sees.
 */
import { chromium, type Page } from "@playwright/test";
import { launchArguments } from "../browser/find.ts";
import { idle, takeTasks, watchTasks } from "./watch.ts";

/** What one action took. */
export interface Smoothness {
  readonly action: string;
  /** Long tasks while it went on, and the longest of them in ms; 0 for none. */
  readonly longTasks: number;
  readonly longest: number;
  /** Elements in the document after it. */
  readonly nodes: number;
}

/** Ms after an action in which a late task of it would show. */
const SETTLING = 400;
const STEPS = 40;

/** The actions, in their order; each begins where the one before left the ladder. */
const ACTIONS: readonly (readonly [action: string, act: (page: Page) => Promise<void>])[] = [
  ["scroll by wheel", (page) => wheel(page, 400)],
  ["scroll fast", (page) => wheel(page, 40_000)],
  ["go to the end and back", (page) => press(page, "End", "Home")],
  ["page down", (page) => press(page, ...Array.from({ length: STEPS }, () => "PageDown"))],
  ["zoom in and out", (page) => press(page, "+", "+", "+", "-", "-", "-", "0")],
  ["fold all", (page) => press(page, "Shift+F")],
  ["scroll what is folded", (page) => wheel(page, 4000)],
  ["unfold all", (page) => press(page, "Shift+F")],
  ["to scale in time", (page) => press(page, "t")],
  ["scroll to scale", (page) => wheel(page, 4000)],
  ["zoom to scale", (page) => press(page, "+", "+", "+", "-", "-", "-", "0")],
  ["even rows again", (page) => press(page, "t")],
];

/** The ladder has so many arrows. */
const ARROWS = 1_000_000;

/** Opens a capture, shows its first million TCP packets, and does all that a reader does with a ladder. */
export async function measureSmoothness(browserPath: string, url: string, capture: string): Promise<Smoothness[]> {
  const browser = await chromium.launch({ executablePath: browserPath, args: launchArguments() });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    await page.goto(url);
    await page.getByLabel("Open capture").setInputFiles(capture);
    await idle(page);
    await page
      .getByRole("listbox", { name: "Connections" })
      .getByRole("option", { name: /^All TCP packets/ })
      .click();
    await page.getByRole("combobox", { name: "Display filter" }).fill(`frame.number <= ${ARROWS}`);
    await page.keyboard.press("Enter");
    await idle(page);
    await page.getByRole("listbox", { name: "Packets of the flow graph" }).focus();
    await idle(page);
    await page.evaluate(watchTasks);
    const measured: Smoothness[] = [];
    for (const [action, act] of ACTIONS) {
      await act(page);
      await idle(page);
      await page.waitForTimeout(SETTLING);
      measured.push({ action, ...(await page.evaluate(takeTasks)) });
    }
    return measured;
  } finally {
    await browser.close();
  }
}

async function wheel(page: Page, by: number): Promise<void> {
  await page.getByRole("listbox", { name: "Packets of the flow graph" }).hover({ force: true });
  for (let step = 0; step < STEPS; step++) {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(16);
  }
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(30);
  }
}

/** A row an action. */
export function smoothnessTable(rows: readonly Smoothness[]): string {
  const lines = rows.map(({ action, longTasks, longest, nodes }) => {
    const tasks = longTasks === 0 ? "none" : `${longTasks}, the longest ${Math.round(longest)} ms`;
    return `| ${action} | ${tasks} | ${nodes} |`;
  });
  return ["| ladder | tasks of 50 ms or more | elements |", "| --- | --- | ---: |", ...lines].join("\n");
}
