/**
 * What `npm start` was asked for: its arguments, checked, and the address that the page is opened by.
 */
import { accessSync, constants, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";

/** How `npm start` is called, for its messages. */
export const USAGE = "usage: npm start -- [FILE] [--port N] [--no-open]";

/** What was asked for. */
export interface StartRequest {
  /** Absolute path of the capture to open; undefined for the start page. */
  readonly file: string | undefined;
  /** The port that was demanded; undefined when any will do. */
  readonly port: number | undefined;
  /** Whether a browser may be opened. */
  readonly open: boolean;
}

/** The arguments cannot be followed; the message is for the user. */
export class StartError extends Error {}

/** Reads the arguments; a file is relative to `folder`. Throws StartError, also for a file that cannot be read. */
export function readRequest(args: readonly string[], folder: string, mayRead = isReadable): StartRequest {
  const { values, positionals } = parse(args);
  const [name, ...more] = positionals;
  if (more.length > 0) throw new StartError(`one capture at a time\n${USAGE}`);
  return {
    file: name === undefined ? undefined : readableFile(name, folder, mayRead),
    port: values.port === undefined ? undefined : portNumber(values.port),
    open: !values["no-open"],
  };
}

function parse(args: readonly string[]) {
  try {
    const options = { port: { type: "string" }, "no-open": { type: "boolean" } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new StartError(`${messageOf(error)}\n${USAGE}`);
  }
}

function readableFile(name: string, folder: string, mayRead: (path: string) => boolean): string {
  const path = resolve(folder, name);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new StartError(`${path}: there is no such file`);
  if (stats.isDirectory()) throw new StartError(`${path} is a folder; name one capture in it`);
  if (!stats.isFile()) throw new StartError(`${path} is no regular file`);
  if (!mayRead(path)) throw new StartError(`${path} cannot be read: permission denied`);
  return path;
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new StartError(`--port ${text}: not a port number\n${USAGE}`);
  return port;
}

/** Where the server offers the capture, below the page: its path in a URL. */
export function capturePath(file: string): string {
  return `open/${encodeURIComponent(basename(file))}`;
}

/**
 * The page's address that opens this capture at once. The fragment's value is the capture's URL, percent-encoded once
 * more as the value of a parameter: a name like "50%.pcap" or "a&b.pcap" comes through whole.
 */
export function pageAddress(site: string, file: string | undefined): string {
  if (file === undefined) return site;
  return `${site}#url=${encodeURIComponent(capturePath(file)).replaceAll("%2F", "/")}`;
}

/** Whether a browser window would show and someone is there to see it. */
export function hasDesktop(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (!isTerminal || env.CI) return false;
  return platform === "darwin" || platform === "win32" || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/** The words of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
