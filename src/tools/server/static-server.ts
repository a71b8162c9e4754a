/**
 * Serves the built page on this computer, for `npm start`, the end-to-end tests and the benchmark.
 *
 * Listens on 127.0.0.1 only and answers no request that came by another name, since a capture is private. Building the
 * page is site-build.ts's.
 */
import { createReadStream, statSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import sirv from "sirv";

/** A server that runs. */
export interface Site {
  /** Address of the folder's top, with a slash at the end. */
  readonly url: string;
  /** Ends the server and every connection to it. */
  close(): Promise<void>;
}

/** What may be chosen about a server. */
export interface SiteOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** The path that the folder is served under, with a slash at both ends; "/" by default. All else is not found. */
  readonly prefix?: string;
  /** More files: path of each below the prefix, percent-encoded as in a URL -> where it lies on the disk. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Serves `folder`. Rejects with Node's own error when the port is taken (code EADDRINUSE). */
export async function serveFolder(folder: string, options: SiteOptions = {}): Promise<Site> {
  const { port = 0, prefix = "/", files = {} } = options;
  // `dev` reads the disk at each request: a page that was built again is served whole, not by its old lengths.
  const serveSite = sirv(folder, { dev: true, setHeaders: sendPacked });
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const path = url.replace(/[?#].*$/, "");
    const extra = path.startsWith(prefix) ? files[path.slice(prefix.length)] : undefined;
    if (!isLocal(request)) refuse(response, 403);
    else if (extra !== undefined) sendFile(extra, request, response);
    else if (`${path}/` === prefix) response.writeHead(301, { location: prefix }).end();
    else if (!path.startsWith(prefix)) refuse(response, 404);
    else {
      request.url = url.slice(prefix.length - 1);
      serveSite(request, response, () => refuse(response, 404));
    }
  });
  return { url: `http://127.0.0.1:${await listen(server, port)}${prefix}`, close: () => close(server) };
}

/** Says that a packed file is to be handed over packed; sirv would tell the browser to unpack it on the way. */
function sendPacked(response: ServerResponse, path: string): void {
  if (/\.(gz|br)$/.test(path)) response.setHeader("Content-Encoding", "identity");
}

/** Whether the request named this computer: a foreign page that has its name point here does not. */
function isLocal(request: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "");
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { "content-type": "text/plain" }).end(`${status}\n`);
}

function sendFile(path: string, request: IncomingMessage, response: ServerResponse): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isFile()) {
    refuse(response, 404);
    return;
  }
  response.writeHead(200, {
    "content-type": "application/octet-stream",
    "content-length": stats.size,
    "cache-control": "no-store",
  });
  if (request.method === "HEAD") response.end();
  // A browser that turns away in the middle, or a file that vanishes, ends this one answer only.
  else pipeline(createReadStream(path), response).catch(() => response.destroy());
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
