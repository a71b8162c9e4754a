/**
 * Finds the browser that the end-to-end tests and the benchmark drive, and says how to start it.
 *
 * The order of the ways is choose.ts's; how each is gone on a real computer is machine.ts's.
 */
import { chooseBrowser, type FoundBrowser } from "./choose.ts";
import { thisMachine } from "./machine.ts";

/**
 * The browser to take on this computer, installed when there is none; tells in one line which it is. The programs that
 * this process starts afterwards find the same one, by FLOWLADDER_BROWSER. Throws NoBrowserError.
 */
export function findBrowser(tell: (line: string) => void = console.error): FoundBrowser {
  const found = chooseBrowser(thisMachine());
  tell(`Browser: ${found.kind}, ${found.path}`);
  process.env.FLOWLADDER_BROWSER = found.path;
  return found;
}

/** How to start it: nothing that asks a foreign host, and no sandbox for root, who cannot have one. */
export function launchArguments(isRoot = process.getuid?.() === 0): string[] {
  return [
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}
