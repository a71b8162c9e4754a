/** The page's side of the workers that read tcpdump's text: each text has a worker of its own, which ends with it. */
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
  const read = new Promise<ReadText>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<TextReply>) => {
      if (data.kind === "lines") return onLines(data.done, data.total);
      worker.terminate();
      if (data.kind === "text") resolve(data.read);
      else reject(new Error(data.message));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message));
    };
  });
  worker.postMessage(wish);
  return { read, stop: () => worker.terminate() };
}
