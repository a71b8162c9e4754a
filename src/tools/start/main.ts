/**
 * `npm start`: builds the page when that is needed, serves it on this computer, says where, and opens it in a browser
 * where there is a desktop. With a file it opens that capture. Runs until Ctrl-C; exits with 2 when it cannot begin.
 */
import { ensureSite } from "../server/site-build.ts";
import { type Site, serveFolder } from "../server/static-server.ts";
import {
  capturePath,
  hasDesktop,
  messageOf,
  pageAddress,
  readRequest,
  StartError,
  type StartRequest,
} from "./request.ts";

/** TCP is RFC 9293. */
const USUAL_PORT = 9293;

try {
  await start();
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(`npm start: ${error.message}`);
  process.exitCode = 2;
}

async function start(): Promise<void> {
  const request = readRequest(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const dist = await ensureSite(process.env.FLOWLADDER_ROOT ?? process.cwd());
  const site = await serve(dist, request);
  const end = () => void site.close();
  process.once("SIGINT", end).once("SIGTERM", end);

  const address = pageAddress(site.url, request.file);
  console.log(`Flowladder is at ${address}`);
  console.log("Press Ctrl-C to end.");
  if (request.open && hasDesktop(process.platform, process.env, process.stdout.isTTY)) await openBrowser(address);
}

/** Serves on the port that was demanded, else on the usual one, else on any. */
async function serve(dist: string, { file, port }: StartRequest): Promise<Site> {
  const files = file === undefined ? {} : { [capturePath(file)]: file };
  try {
    return await serveFolder(dist, { port: port ?? USUAL_PORT, files });
  } catch (error) {
    if (port !== undefined) throw new StartError(`port ${port} cannot be used: ${messageOf(error)}`);
    return serveFolder(dist, { files });
  }
}

/** Never rejects: the address is printed, so a browser that does not come is no failure. */
async function openBrowser(address: string): Promise<void> {
  try {
    const { default: open } = await import("open");
    (await open(address)).on("error", (error) => console.error(`No browser could be opened: ${error.message}`));
  } catch (error) {
    console.error(`No browser could be opened: ${messageOf(error)}`);
  }
}
