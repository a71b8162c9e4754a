/**
 * How long display filters over columns take in a big capture, beside opening it, in the real browser: from the first
 * letter until the first frame that shows what the filter takes. The browser's observer of long tasks watches.
 */
import { chromium, type Page } from "@playwright/test";
import { launchArguments } from "../browser/find.ts";
import { measureOpen } from "./measure.ts";
import type { Recipe } from "./traffic.ts";
import { idle, takeTasks, watchTasks } from "./watch.ts";

/** Two million packets, nine a connection. */
export const FILTERED: Recipe = { mix: "short", connections: 222_223, atOnce: 64, exchanges: 1, gap: [5, 35] };

/** The first filter that asks for states waits until those of all connections are worked out; the next ones do not. */
const FIRST = "tcp.state.client == ESTABLISHED";

/** What readers type most, all of it answered by columns. */
const TYPICAL = [
  "tcp",
  "udp or arp",
  "ip.addr == 198.18.0.5",
  "ip.src == 198.18.0.0/24",
  "tcp.port == 40003",
  "tcp.port in {80, 443, 8000..9000}",
  "tcp.stream == 7",
  "tcp.flags.syn == 1 and tcp.flags.ack == 0",
  "tcp.flags.reset == 1 or tcp.flags.fin == 1",
  "tcp.flags & 0x02",
  "tcp.len > 0 and tcp.flags.push == 1",
  "tcp.analysis.flags",
  "tcp.analysis.retransmission or tcp.analysis.duplicate_ack",
  "tcp.window_size < 1000",
  "frame.len > 100",
  "frame.time_relative > 1 and frame.time_relative < 5",
  'frame.time < "2100-01-01"',
  "not tcp.ack == 1",
  "tcp.srcport == tcp.dstport",
  "tcp.len + 20 > 100",
  "count(tcp.port) == 2",
  "tcp.srcport == tcp.port",
  "tcp.state.server == ESTABLISHED",
];

/** What one filter took, in seconds. */
export interface Filtered {
  readonly filter: string;
  /** It is measured once, since it waits for what is then known. */
  readonly isFirst: boolean;
  readonly seconds: number;
  /** As a share of opening the capture. */
  readonly share: number;
  readonly longTasks: number;
  readonly longest: number;
}

/** When the filter's first letter came, by the page's clock, and when its packets showed. */
type TimedWindow = typeof window & { typed: number; shown: Promise<number> };

/** Filters a capture by each filter in turn, and opens it, `runs` times each: the least of both are compared. */
export async function measureFilters(
  browserPath: string,
  url: string,
  capture: string,
  runs: number,
): Promise<Filtered[]> {
  const opens: number[] = [];
  for (let run = 0; run < runs; run++) opens.push((await measureOpen(browserPath, url, capture)).open);
  const open = Math.min(...opens);
  const browser = await chromium.launch({ executablePath: browserPath, args: launchArguments() });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(120_000);
    await page.goto(url);
    await page.evaluate(() => {
      for (const kind of ["input", "change"]) {
        addEventListener(kind, () => ((window as unknown as TimedWindow).typed = performance.now()), { capture: true });
      }
    });
    await page.getByLabel("Open capture").setInputFiles(capture);
    await idle(page);
    await page.evaluate(watchTasks);
    await ofFilter(page, "tcp.port"); // the first filter loads the language
    const measure = async (filter: string, isFirst: boolean): Promise<Filtered> => {
      const seconds = await ofFilter(page, filter);
      return { filter, isFirst, seconds, share: seconds / open, ...(await page.evaluate(takeTasks)) };
    };
    const measured = [await measure(FIRST, true)];
    for (const filter of TYPICAL) {
      const all: Filtered[] = [];
      for (let run = 0; run < runs; run++) all.push(await measure(filter, false));
      measured.push(all.reduce((least, one) => (one.seconds < least.seconds ? one : least)));
    }
    return measured;
  } finally {
    await browser.close();
  }
}

/** Seconds from the first letter until the packets show. */
async function ofFilter(page: Page, filter: string): Promise<number> {
  const field = page.getByRole("combobox", { name: "Display filter" });
  await field.fill("");
  await field.press("Enter");
  await idle(page);
  await page.evaluate(takeTasks);
  await page.evaluate(watchNote, filter);
  await field.fill(filter);
  await field.press("Enter");
  const seconds = await page.evaluate(async () => {
    const { shown, typed } = window as unknown as TimedWindow;
    return ((await shown) - typed) / 1000;
  });
  await idle(page);
  return seconds;
}

/** Runs in the page: waits for the first frame that says that the list is limited by the filter. */
function watchNote(filter: string): void {
  const isThere = () => [...document.querySelectorAll("p > code")].some(({ textContent }) => textContent === filter);
  (window as unknown as TimedWindow).shown = new Promise((resolve) => {
    const look = () => (isThere() ? resolve(performance.now()) : requestAnimationFrame(look));
    requestAnimationFrame(look);
  });
}

/** A row a filter, and the mean of those that do not wait for more than the columns. */
export function filterTable(rows: readonly Filtered[]): string {
  const lines = rows.map(({ filter, isFirst, seconds, share, longTasks, longest }) => {
    const tasks = longTasks === 0 ? "none" : `${longTasks}, the longest ${Math.round(longest)} ms`;
    const name = `\`${filter.replaceAll("|", "\\|")}\`${isFirst ? ", the first that asks for states" : ""}`;
    return `| ${name} | ${Math.round(seconds * 1000)} ms | ${percent(share)} | ${tasks} |`;
  });
  const shares = rows.filter(({ isFirst }) => !isFirst).map(({ share }) => share);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return [
    "| filter | time | of opening | tasks of 50 ms or more |",
    "| --- | ---: | ---: | --- |",
    ...lines,
    `| mean without the first | | ${percent(mean)} | |`,
  ].join("\n");
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
