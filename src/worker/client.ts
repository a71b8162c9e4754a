/**
 * The page's side of the worker: one worker, one job at a time. A worker that failed is replaced, so that the next file
 * opens.
 */
import type { CountReply, Reply, Request } from "./protocol.ts";

/** Takes replies in order; replies to superseded jobs do not come. */
export type OnReply = (reply: Reply) => void;

let worker: Worker | null = null;
let job = 0;
let packets = 0;
let listener: OnReply = () => {};

/** What a job that counts came to. */
export type Counted = Extract<CountReply, { kind: "counted" }>;
/** What a job that reads link addresses came to. */
export type CountedLinks = Extract<CountReply, { kind: "countedLinks" }>;

/** The present job, where it counts. */
interface Counting {
  readonly onProgress: (packets: number) => void;
  readonly end: (counted: Counted | CountedLinks | null) => void;
  readonly fail: (fault: Error) => void;
}
let counting: Counting | null = null;

/** Says who takes the replies. */
export function onReply(take: OnReply): void {
  listener = take;
}

/** Starts the worker before there is anything to read, so that the first file opens sooner. */
export function prepare(): void {
  if (worker) return;
  worker = start();
  post({ kind: "prepare" });
}

/** Begins to read files as one capture and gives up what was being read; returns the job's number. */
export function open(files: readonly Blob[]): number {
  endCounting(null);
  worker ??= start();
  packets = 0;
  post({ kind: "open", job: ++job, files });
  return job;
}

/** Lets the present job go on, which said that a file is `growing`. */
export function goOn(): void {
  post({ kind: "goOn", job });
}

/** Stops the present job; its last reply will be `done`. */
export function cancel(): void {
  post({ kind: "cancel", job });
}

/**
 * Counts the conversations of a capture's first `packets` packets. Resolves to null when it is given up, for another job
 * or by `cancelCounting`; rejects when a file cannot be read any more.
 */
export async function count(
  files: readonly Blob[],
  packets: number,
  onProgress: (packets: number) => void,
): Promise<Counted | null> {
  const counted = await counts("count", files, packets, onProgress);
  return counted?.kind === "counted" ? counted : null;
}

/** Reads the link addresses of a capture's first `packets` packets; resolves and rejects likewise. */
export async function countLinks(
  files: readonly Blob[],
  packets: number,
  onProgress: (packets: number) => void,
): Promise<CountedLinks | null> {
  const counted = await counts("links", files, packets, onProgress);
  return counted?.kind === "countedLinks" ? counted : null;
}

function counts(
  kind: "count" | "links",
  files: readonly Blob[],
  packets: number,
  onProgress: (packets: number) => void,
): Promise<Counted | CountedLinks | null> {
  endCounting(null);
  worker ??= start();
  post({ kind, job: ++job, files, packets });
  return new Promise((end, fail) => {
    counting = { onProgress, end, fail };
  });
}

/** Gives up counting; does nothing when nothing is being counted. */
export function cancelCounting(): void {
  if (counting) post({ kind: "cancel", job });
  endCounting(null);
}

function endCounting(counted: Counted | CountedLinks | null): void {
  counting?.end(counted);
  counting = null;
}

function failCounting(message: string): void {
  counting?.fail(new Error(message));
  counting = null;
}

function takeCount(reply: CountReply): void {
  switch (reply.kind) {
    case "counting":
      return counting?.onProgress(reply.packets);
    case "counted":
    case "countedLinks":
      return endCounting(reply);
    case "countFailed":
      return failCounting(reply.message);
  }
}

const isOfCount = (reply: Reply | CountReply): reply is CountReply => reply.kind.startsWith("count");

function post(request: Request): void {
  worker?.postMessage(request);
}

function start(): Worker {
  const started = new Worker(new URL("./capture.worker.ts", import.meta.url), { type: "module" });
  started.onmessage = ({ data }: MessageEvent<Reply | CountReply>) => {
    if (data.job !== job) return;
    if (isOfCount(data)) return takeCount(data);
    if (data.kind === "progress") packets = data.packets;
    listener(data);
  };
  started.onerror = (event) => {
    event.preventDefault();
    started.terminate();
    worker = null;
    if (job === 0) return; // nobody asked for anything yet
    if (counting) return failCounting(event.message);
    listener({ kind: "crashed", job, message: event.message, packets });
  };
  return started;
}
