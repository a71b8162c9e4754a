/** What all commands share: where they write, how they end. */
import { resolve } from "node:path";
import type { CaptureProblem } from "../core/capture/problem.ts";
import type { Sink } from "./output.ts";
import { isReadable, problemWords } from "./problem-words.ts";

/** Exit statuses. */
export const READ_WHOLE = 0;
/** The capture ends early or holds damage; what was readable was printed. */
export const READ_PARTLY = 1;
/** No capture, or wrong arguments. */
export const NOT_READ = 2;
export type Status = typeof READ_WHOLE | typeof READ_PARTLY | typeof NOT_READ;

/** The world outside, as a command sees it. */
export interface World {
  readonly output: Sink;
  /** For messages. */
  readonly errors: Sink;
  /** The user's folder, from which file names count. */
  readonly folder: string;
}

/** A command by its name. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[], world: World): Promise<Status>;
}

/** Wrong arguments; the message says which. */
export class UsageError extends Error {}

/** A file that a command has no use for; the message says which, and why. */
export class FileError extends Error {}

/** A message with a full stop, unless it ends in a question, or in the mark below a place. */
export const ended = (message: string): string => (/[?^~]$/.test(message) ? message : `${message}.`);

/** How a file of which `packets` packets were read counts as read. */
export function statusOf(problem: CaptureProblem | null, packets: number): Status {
  if (!problem) return READ_WHOLE;
  return isReadable(problem, packets) ? READ_PARTLY : NOT_READ;
}

/** Says what kept a file from being read whole, if anything did, and gives the status. */
export async function endOf(
  file: string,
  problem: CaptureProblem | null,
  packets: number,
  world: World,
): Promise<Status> {
  if (problem) await world.errors.write(`flowladder: ${file}: ${ended(problemWords(problem))}\n`);
  return statusOf(problem, packets);
}

/** The file's full name, as the user's folder completes it. */
export const pathOf = (file: string, world: World): string => resolve(world.folder, file);
