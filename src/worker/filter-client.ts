/** The page's side of the workers that filter by packets' bytes: each search has a worker of its own, which ends with it. */
import { askOnce } from "./ask-once.ts";
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
  const saidBy = (reply: FilterReply) => {
    if (reply.kind === "found") return { answer: reply.rows };
    if (reply.kind === "failed") return { failure: reply.message };
    onRead(reply.packets);
    return null;
  };
  const { answer, stop } = askOnce<FilterReply, Uint32Array>(worker, wish, saidBy, [wish.rows.buffer]);
  return { found: answer, stop };
}
