/** The page's side of the workers that read tcpdump's text: each text has a worker of its own, which ends with it. */
import type { OnProgress } from "../core/tcpdump/parse/parse.ts";
import { askOnce } from "./ask-once.ts";
import { type ReadText, type TextReply, type TextWish, textJob } from "./text-job.ts";

/** A text that is being read. */
export interface TextReading {
  /** Rejects when a file cannot be read. Never settles when it is stopped. */
  readonly read: Promise<ReadText>;
  readonly stop: () => void;
}

/** Begins to read a text; `onProgress` is told how much of it is read. */
export function readTextApart(wish: TextWish, onProgress: OnProgress): TextReading {
  if (typeof Worker === "undefined") return { read: textJob(wish, onProgress), stop: () => {} }; // in tests
  const worker = new Worker(new URL("./text.worker.ts", import.meta.url), { type: "module" });
  const { answer, stop } = askOnce<TextReply, ReadText>(worker, wish, (reply) => {
    if (reply.kind === "text") return { answer: reply.read };
    if (reply.kind === "failed") return { failure: reply.message };
    onProgress(reply.share);
    return null;
  });
  return { read: answer, stop };
}
