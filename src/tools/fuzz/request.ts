/** The command line of the fuzzer, as data. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** How it is called. */
export const USAGE = `usage: npm run fuzz -- [--seconds N] [--seed N] [FILE|FOLDER ...]
       npm run fuzz -- --replay FILE ...`;

/** What was asked for. */
export interface Request {
  /** How long to go on; Infinity without end. */
  readonly seconds: number;
  /** The first number that damage is drawn from; those that follow count up from it. */
  readonly seed: number;
  /** Absolute paths of captures, and of folders with captures, to damage beside the samples. */
  readonly paths: readonly string[];
  /** Whether those captures, and no samples, are to be read once as they are, several as one. */
  readonly replay: boolean;
}

/** Reads the arguments, paths relative to `folder`; a text instead says what is wrong with them. */
export function parseRequest(args: readonly string[], folder: string, now: number): Request | string {
  const options = { seconds: { type: "string" }, seed: { type: "string" }, replay: { type: "boolean" } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const seconds = values.seconds === undefined ? Infinity : Number(values.seconds);
    const seed = values.seed === undefined ? now % 1_000_000_000 : Number(values.seed);
    if (!(seconds > 0)) return `--seconds ${values.seconds}: not a number of seconds`;
    if (!Number.isSafeInteger(seed) || seed < 0) return `--seed ${values.seed}: not a whole number`;
    const paths = positionals.map((path) => resolve(folder, path));
    const replay = values.replay === true;
    return replay && paths.length === 0 ? "--replay wants a file" : { seconds, seed, paths, replay };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
