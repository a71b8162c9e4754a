/** The page's side of the workers that filter by packets' bytes: each search has a worker of its own, which ends with it. */
import type { FilterReply, FilterWish } from "./filter-job.ts";

/** A search that runs. */
export interface FilterReading {
  /** The rows that the filter takes; rejects when a file cannot be read any more. Never settles when it is stopped. */
  readonly found: Promise<Uint32Array>;
  readonly stop: () => void;
}

/** Begins a search; `onRead` is told of how many packets were read. */
export function readForFilter(wish: FilterWish, onRead: (packets: number) => void): FilterReading {
  const worker = new Worker(new URL("./filter.worker.ts", import.meta.url), { type: "module" });
  const found = new Promise<Uint32Array>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FilterReply>) => {
      if (data.kind === "read") return onRead(data.packets);
      worker.terminate();
      if (data.kind === "found") resolve(data.rows);
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message));
    };
  });
  worker.postMessage(wish, [wish.rows.buffer]);
  return { found, stop: () => worker.terminate() };
}
