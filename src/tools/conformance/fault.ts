/** Whether the core bears a capture at all: every packet of it taken apart, without a fault and soon enough. */
import { readFile } from "node:fs/promises";
import { faultWords, takeApart } from "../fuzz/take-apart.ts";

/** Files up to so many bytes have so many seconds of computing. */
const SMALL = 1_000_000;
const MOST_SECONDS = 2;

/** What is wrong, with the frame's number where it is one frame's; empty when nothing is. */
export async function faultOf(path: string, mostSeconds = MOST_SECONDS): Promise<string> {
  const file = new Uint8Array(await readFile(path));
  let seconds = 0;
  // A machine that is busy counts more seconds for the same work: what takes too long is given a second chance.
  for (let time = 0; time < 2; time++) {
    const began = process.cpuUsage();
    try {
      await takeApart(file, "every packet");
    } catch (fault) {
      return faultWords(fault);
    }
    const { user, system } = process.cpuUsage(began);
    seconds = (user + system) / 1e6;
    if (file.length >= SMALL || seconds <= mostSeconds) return "";
  }
  return `takes ${seconds.toFixed(1)} s`;
}
