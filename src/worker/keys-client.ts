/** The page's side of the worker that finds what packets are sorted by, where only their bytes tell. */
import { askOnce } from "./ask-once.ts";
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
  const { answer, stop } = askOnce<KeysReply, Float64Array>(worker, wish, (reply) => {
    if (reply.kind === "keys") return { answer: reply.keys };
    if (reply.kind === "failed") return { failure: reply.message };
    onRead(reply.packets);
    return null;
  });
  return { keys: answer, stop };
}
