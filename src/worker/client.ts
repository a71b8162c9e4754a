/**
 * The page's side of the worker: one worker, one job at a time. A worker that failed is replaced, so that the next file
 * opens.
 */
import type { Reply, Request } from "./protocol.ts";

/** Takes replies in order; replies to superseded jobs do not come. */
export type OnReply = (reply: Reply) => void;

let worker: Worker | null = null;
let job = 0;
let packets = 0;
let listener: OnReply = () => {};

/** Says who takes the replies. */
export function onReply(take: OnReply): void {
  listener = take;
}

/** Begins to read files as one capture and gives up what was being read; returns the job's number. */
export function open(files: readonly Blob[]): number {
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

function post(request: Request): void {
  worker?.postMessage(request);
}

function start(): Worker {
  const started = new Worker(new URL("./capture.worker.ts", import.meta.url), { type: "module" });
  started.onmessage = ({ data }: MessageEvent<Reply>) => {
    if (data.job !== job) return;
    if (data.kind === "progress") packets = data.packets;
    listener(data);
  };
  started.onerror = (event) => {
    event.preventDefault();
    started.terminate();
    worker = null;
    listener({ kind: "crashed", job, message: event.message, packets });
  };
  return started;
}
