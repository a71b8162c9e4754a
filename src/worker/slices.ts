/**
 * Reads parts of files while the thread that asks for them works on: the bytes of a `Blob` come in pieces that the
 * asking thread has to take, which one that decodes does not. A second worker takes them, and hands them over whole.
 */
import type { SliceReply, SliceRequest } from "./slice-protocol.ts";

interface Waiting {
  readonly take: (bytes: ArrayBuffer) => void;
  readonly fail: (fault: Error) => void;
}

let worker: Worker | null = null;
let asked = 0;
const waiting = new Map<number, Waiting>();

/** The bytes of a part of a file. Rejects when the file cannot be read any more. */
export function readSlice(part: Blob): Promise<ArrayBuffer> {
  if (typeof Worker === "undefined") return part.arrayBuffer(); // a browser without workers in workers
  worker ??= start();
  const id = ++asked;
  worker.postMessage({ id, part } satisfies SliceRequest);
  return new Promise((take, fail) => waiting.set(id, { take, fail }));
}

function start(): Worker {
  const started = new Worker(new URL("./slice.worker.ts", import.meta.url), { type: "module" });
  started.onmessage = ({ data }: MessageEvent<SliceReply>) => {
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ("bytes" in data) asker?.take(data.bytes);
    else asker?.fail(new Error(data.fault));
  };
  started.onerror = (event) => {
    event.preventDefault();
    worker = null;
    for (const { fail } of waiting.values()) fail(new Error(event.message));
    waiting.clear();
  };
  return started;
}
