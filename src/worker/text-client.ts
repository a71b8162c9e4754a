/** The page's side of the workers that read tcpdump's text: each text has a worker of its own, which ends with it. */
import { askOnce } from "./ask-once.ts";
import { type ReadText, type TextReply, type TextWish, textJob } from "./text-job.ts";

/** A text that is being read. */
export interface TextReading {
  /** Rejects when a file cannot be read. Never settles when it is stopped. */
  readonly read: Promise<ReadText>;
  readonly stop: () => void;
}

/** Begins to read a text; `onLines` is told of how many lines of how many were read. */
export function readTextApart(wish: TextWish, onLines: (done: number, total: number) => void): TextReading {
  if (typeof Worker === "undefined") return { read: textJob(wish, onLines), stop: () => {} }; // in tests
  const worker = new Worker(new URL("./text.worker.ts", import.meta.url), { type: "module" });
  const { answer, stop } = askOnce<TextReply, ReadText>(worker, wish, (reply) => {
    if (reply.kind === "text") return { answer: reply.read };
    if (reply.kind === "failed") return { failure: reply.message };
    onLines(reply.done, reply.total);
    return null;
  });
  return { read: answer, stop };
}
