/** The page's side of the worker that finds what packets are sorted by, where only their bytes tell. */
import type { KeysReply, KeysWish } from "./keys-job.ts";

/** Work that goes on. */
export interface KeysReading {
  /** A number for each packet, NaN for none; rejects when a file cannot be read any more. Never settles when stopped. */
  readonly keys: Promise<Float64Array>;
  readonly stop: () => void;
}

/** Begins to read; `onRead` is told of how many packets were read, of twice as many as there are. */
export function readKeys(wish: KeysWish, onRead: (packets: number) => void): KeysReading {
  const worker = new Worker(new URL("./keys.worker.ts", import.meta.url), { type: "module" });
  const keys = new Promise<Float64Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<KeysReply>) => {
      if (data.kind === "read") return onRead(data.packets);
      worker.terminate();
      if (data.kind === "keys") resolve(data.keys);
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message));
    };
  });
  worker.postMessage(wish);
  return { keys, stop: () => worker.terminate() };
}
