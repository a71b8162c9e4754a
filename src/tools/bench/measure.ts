/** Opens a capture in the real browser, in a new page each time, and takes the time. */
import { chromium, type Page } from "@playwright/test";
import { launchArguments } from "../browser/find.ts";
import { peakPageMemory } from "./memory.ts";

/** Seconds from the choice of the file; memory in bytes, of the page with its worker. */
export interface Opened {
  /** Until every packet is decoded, connected and shown. */
  readonly open: number;
  /** Until the first row of the packet list is on the screen. */
  readonly firstRows: number;
  readonly peakBytes: number | undefined;
}

/** When what happened, by the page's own clock; NaN while it has not. */
interface Marks {
  chosen: number;
  firstRow: number;
  idle: number;
}
/** What is measured is left in the page under this name. */
type MarkedWindow = typeof window & { marks: Marks; flowladder: { whenIdle(): Promise<void> } };

const LIMIT = 10 * 60 * 1000;
/** Ms that the page is left alone before the file is chosen: no reader is quicker. */
const CHOOSING = 1000;

/** A browser for one measurement: nothing of the one before is left in it. */
async function inNewPage<T>(browserPath: string, url: string, measure: (page: Page) => Promise<T>) {
  const browser = await chromium.launch({ executablePath: browserPath, args: launchArguments() });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(LIMIT);
    await page.goto(url);
    await page.waitForTimeout(CHOOSING);
    return await measure(page);
  } finally {
    await browser.close();
  }
}

/** The page itself: from the choice of the file to the last packet shown. */
export function measureOpen(browserPath: string, url: string, capture: string): Promise<Opened> {
  return inNewPage(browserPath, url, async (page) => {
    await page.evaluate(watch);
    await page.getByLabel("Open capture").setInputFiles(capture);
    const marks = await page.evaluate(async () => {
      const { flowladder, marks } = window as unknown as MarkedWindow;
      await flowladder.whenIdle();
      marks.idle = performance.now();
      return marks;
    });
    return {
      open: (marks.idle - marks.chosen) / 1000,
      firstRows: (marks.firstRow - marks.chosen) / 1000,
      peakBytes: peakPageMemory(process.pid),
    };
  });
}

/** Runs in the page: marks the choice of the file, and the first frame that has a packet's row. */
function watch(): void {
  const marks: Marks = { chosen: Number.NaN, firstRow: Number.NaN, idle: Number.NaN };
  (window as unknown as MarkedWindow).marks = marks;
  const look = () => {
    if (document.querySelector('[role="grid"] [role="row"][aria-rowindex="2"]')) marks.firstRow = performance.now();
    else requestAnimationFrame(look);
  };
  const chosen = () => {
    marks.chosen = performance.now();
    requestAnimationFrame(look);
  };
  addEventListener("change", chosen, { capture: true, once: true });
}

/** The floor: seconds that a worker takes to read the slices and step from record to record. */
export function measureWalk(browserPath: string, url: string, capture: string): Promise<number> {
  return inNewPage(browserPath, url, async (page) => {
    await page.evaluate(watch);
    await page.getByLabel("Open capture").setInputFiles(capture);
    return page.evaluate(async () => {
      await window.walked;
      return (performance.now() - (window as unknown as MarkedWindow).marks.chosen) / 1000;
    });
  });
}
