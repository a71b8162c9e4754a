/**
 * What every end-to-end test stands on: the built page on a server of its own, captures opened as a user opens them,
 * and a watch over each test that the page asks no foreign host and logs no error.
 *
 * Tests import `test` and `expect` from here, not from Playwright.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, type ConsoleMessage, expect, type Locator, type Page } from "@playwright/test";
import { type Site, serveFolder } from "../src/tools/server/static-server.ts";

export { expect };

const root = fileURLToPath(new URL("..", import.meta.url));

/** The built page. */
export const dist = join(root, "dist");

/** What a test may say about the watch over it, with `test.use`. */
interface WatchOptions {
  /** Whether an error in the console or one that nothing caught fails the test; true by default. */
  failOnConsoleError: boolean;
  /** Host names besides this computer's that the page may ask ("example.org"); none by default. */
  allowedHosts: readonly string[];
  /** Whether a violation of the Content-Security-Policy fails the test; true by default. */
  failOnViolation: boolean;
}

interface TestFixtures extends WatchOptions {
  /** Watches the page; it works by itself in every test. */
  watch: undefined;
}

interface WorkerFixtures {
  /** The page at the top of a server, shared by the tests of one worker process; the base of `page.goto`. */
  site: Site;
}

/** Playwright's `test` with the fixtures above. */
export const test = base.extend<TestFixtures, WorkerFixtures>({
  failOnConsoleError: [true, { option: true }],
  allowedHosts: [[], { option: true }],
  failOnViolation: [true, { option: true }],

  site: [
    // Playwright reads the names of the fixtures wanted from the pattern, here none.
    // biome-ignore lint/correctness/noEmptyPattern: see above
    async ({}, use) => {
      if (!existsSync(join(dist, "index.html"))) throw new Error("There is no page in dist/: run npm run build");
      const site = await serveFolder(dist);
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ site }, use) => use(site.url),

  watch: [
    async ({ context, site, failOnConsoleError, allowedHosts, failOnViolation }, use) => {
      const allowed = new Set([new URL(site.url).hostname, ...allowedHosts]);
      const foreign: string[] = [];
      const violations: string[] = [];
      const errors: string[] = [];
      context.on("request", (request) => {
        const { protocol, hostname } = new URL(request.url());
        if (/^(https?|wss?):$/.test(protocol) && !allowed.has(hostname)) foreign.push(request.url());
      });
      context.on("console", (message) => {
        if (isViolation(message)) violations.push(message.text());
        else if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => errors.push(String(error.error())));

      await use(undefined);

      expect.soft(foreign, "requests to a foreign host").toEqual([]);
      if (failOnViolation) expect.soft(violations, "violations of the Content-Security-Policy").toEqual([]);
      if (failOnConsoleError) expect.soft(errors, "errors in the console").toEqual([]);
    },
    { auto: true },
  ],
});

function isViolation(message: ConsoleMessage): boolean {
  return message.type() === "error" && message.text().includes("Content Security Policy");
}

/** Opens one of the samples in public/samples by its id, the file's name without its ending ("handshake"). */
export async function openSample(page: Page, id: string): Promise<void> {
  const folder = join(root, "public/samples");
  const file = readdirSync(folder).find((name) => name.startsWith(`${id}.pcap`));
  if (!file) throw new Error(`There is no sample ${id} in ${folder}`);
  await openFile(page, join(folder, file));
}

/** Gives a file of this computer to the page that is shown, as its file picker does, and waits for it to be drawn. */
export async function openFile(page: Page, path: string): Promise<void> {
  await page.getByLabel("Open capture").setInputFiles(path);
  await whenIdle(page);
}

/** Pastes text as the browser does when nothing that takes text has the focus. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await whenIdle(page);
}

/** A file that a test made or read. */
export interface GivenFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** Drops files together on the middle of the page, as a file manager does, and waits for what they hold to be drawn. */
export async function drop(page: Page, files: readonly GivenFile[]): Promise<void> {
  const encoded = files.map(({ name, buffer }) => ({ name, base64: buffer.toString("base64") }));
  await page.evaluate((all) => {
    const transfer = new DataTransfer();
    for (const { name, base64 } of all) {
      transfer.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
    }
    const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
    for (const type of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }));
    }
  }, encoded);
  await whenIdle(page);
}

/** A switch in the ladder's menu, which is opened for it. */
export async function viewSwitch(page: Page, name: string): Promise<Locator> {
  const menu = page.getByRole("group", { name: "View", exact: true });
  if (!(await menu.isVisible())) await page.getByRole("button", { name: "View", exact: true }).click();
  return menu.getByRole("checkbox", { name, exact: true });
}

/** Waits until the page has loaded and drawn all that it was given. */
export async function whenIdle(page: Page): Promise<void> {
  await page.evaluate(() => {
    // The page offers this promise to scripts; the tests know only what is public about the page, so not its types.
    const { flowladder } = window as unknown as { flowladder: { whenIdle(): Promise<void> } };
    return flowladder.whenIdle();
  });
}

/** Presses a button by key until there is nothing left to do for it; it keeps the focus. */
export async function pressToTheEnd(page: Page, button: Locator): Promise<void> {
  await button.focus();
  await expect(button).toBeEnabled();
  while (await button.isEnabled()) {
    await page.keyboard.press("Enter");
    await whenIdle(page);
    await expect(button).toBeFocused();
  }
}
