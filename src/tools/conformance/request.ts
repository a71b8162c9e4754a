/** The command line of the conformance program, as data. */

/** The groups that results are counted in; each may have a least share. */
export const GROUPS = [
  "decode",
  "analysis",
  "flow",
  "conversations",
  "filter",
  "tcpdump",
  "roundtrip",
  "explain",
  "facts",
] as const;
export type Group = (typeof GROUPS)[number];

export interface Request {
  /** Folder with captures, or with a folder `captures` and one `golden` in it. */
  readonly folder: string;
  /** Least share of equal cells or lines by group, 0 .. 1. */
  readonly min: Readonly<Partial<Record<Group, number>>>;
  /** Only captures whose name contains this; all when empty. */
  readonly only: string;
  /** Whether an installed tshark is asked for conversations and endpoints, which no golden file holds: that takes a while. */
  readonly conversations: boolean;
  /** Whether an installed tshark is asked which packets display filters take. */
  readonly filters: boolean;
}

export const USAGE =
  "usage: npm run conformance -- DIR [--min decode=0.99,flow=0.99] [--only NAME] [--conversations] [--filters]";

/** Reads the arguments; a text instead says what is wrong with them. */
export function parseRequest(args: readonly string[]): Request | string {
  let folder = "";
  let only = "";
  let conversations = false;
  let filters = false;
  let min: Request["min"] = {};
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--min" || arg === "--only") {
      const value = args[++i];
      if (value === undefined) return `${arg} needs a value`;
      if (arg === "--only") only = value;
      else {
        const parsed = parseMin(value);
        if (typeof parsed === "string") return parsed;
        min = parsed;
      }
    } else if (arg === "--conversations") conversations = true;
    else if (arg === "--filters") filters = true;
    else if (arg.startsWith("-")) return `unknown option ${arg}`;
    else if (folder) return `one folder only, please: ${folder} and ${arg} were given`;
    else folder = arg;
  }
  return folder ? { folder, min, only, conversations, filters } : "which folder?";
}

function parseMin(text: string): Request["min"] | string {
  const min: Partial<Record<Group, number>> = {};
  for (const part of text.split(",")) {
    const [name = "", value = ""] = part.split("=");
    const group = GROUPS.find((known) => known === name);
    if (!group) return `--min knows ${GROUPS.join(", ")}, not "${name}"`;
    const share = value === "" ? Number.NaN : Number(value);
    if (!(share >= 0 && share <= 1)) return `--min ${name} is a share between 0 and 1, not "${value}"`;
    min[group] = share;
  }
  return min;
}
