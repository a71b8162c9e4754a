/** Captures that tests make for themselves: larger ones than the samples, and files that are none. */
import { writeFileSync } from "node:fs";
import { type Recipe, writeTraffic } from "../src/tools/bench/traffic.ts";

/** Writes a capture of short exchanges to `path` and returns the path. */
export function tcpCapture(path: string, size: { connections: number; exchanges: number }): string {
  const recipe: Recipe = {
    mix: size.connections > 1 ? "short" : "small",
    atOnce: size.connections,
    gap: [5, 35],
    ...size,
  };
  const pieces: Buffer[] = [];
  writeTraffic(recipe, (piece) => pieces.push(Buffer.from(piece)));
  writeFileSync(path, Buffer.concat(pieces));
  return path;
}
