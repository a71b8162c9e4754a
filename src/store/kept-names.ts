/**
 * Given names on this machine, by capture. A capture is told from others by its size, its first moment and its number of
 * packets: nothing of what is in it is kept but the addresses that the reader named.
 */
import type { Capture } from "./capture.ts";

/** Where they are kept, and of how many captures, those used last. */
const KEY = "flowladder-names";
const MOST_CAPTURES = 50;

type Names = ReadonlyMap<string, string>;
type Kept = Readonly<Record<string, readonly (readonly [address: string, name: string])[]>>;

/** What tells a capture that is read whole from others. */
export function fingerprint({ files, packets, startSeconds, startNanoseconds }: Capture): string {
  const size = files.reduce((sum, { blob }) => sum + blob.size, 0);
  return `${size}-${startSeconds}.${startNanoseconds}-${packets.length}`;
}

/** The names kept for a capture; none where there are none, or the browser keeps nothing. */
export function keptNames(capture: Capture): Names {
  return new Map(read()[fingerprint(capture)]);
}

/** Keeps names for a capture. A browser that keeps nothing is not told of: the names are there while the page is. */
export function keepNames(capture: Capture, names: Names): void {
  const { [fingerprint(capture)]: before, ...others } = read();
  if (names.size === 0 && !before) return;
  const newest = names.size > 0 ? { [fingerprint(capture)]: [...names] } : {};
  try {
    const all = Object.entries({ ...others, ...newest }).slice(-MOST_CAPTURES);
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(all)));
  } catch {
    // Full, or not allowed.
  }
}

function read(): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return typeof kept === "object" && kept !== null && !Array.isArray(kept) ? clean(kept) : {};
  } catch {
    return {};
  }
}

/** What another version of the page kept may look otherwise. */
function clean(kept: object): Kept {
  const isPair = (pair: unknown) =>
    Array.isArray(pair) && pair.length === 2 && pair.every((one) => typeof one === "string");
  return Object.fromEntries(Object.entries(kept).filter(([, names]) => Array.isArray(names) && names.every(isPair)));
}
