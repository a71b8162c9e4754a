/** Watches the page while it works: its idle promise, and the browser's observer of long tasks, of 50 ms or more. */
import type { Page } from "@playwright/test";

type WatchedWindow = typeof window & { longTasks: number[]; flowladder: { whenIdle(): Promise<void> } };

/** Waits until the page has nothing left to do. */
export const idle = (page: Page) => page.evaluate(() => (window as unknown as WatchedWindow).flowladder.whenIdle());

/** Runs in the page: begins to watch. */
export function watchTasks(): void {
  const tasks: number[] = [];
  (window as unknown as WatchedWindow).longTasks = tasks;
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
}

/** Runs in the page: what was watched since the last time, the longest in ms, 0 for none; and the document's elements. */
export function takeTasks() {
  const tasks = (window as unknown as WatchedWindow).longTasks.splice(0);
  return { longTasks: tasks.length, longest: Math.max(0, ...tasks), nodes: document.querySelectorAll("*").length };
}
