/** The page's side of a worker that does one job and ends with it: progress meanwhile, then its answer, or why there is none. */

/** What a reply says: the answer, a failure in words, or null for how far it is. */
export type Said<Answer> = { readonly answer: Answer } | { readonly failure: string } | null;

export interface Asked<Answer> {
  /** Rejects when the worker fails. Never settles when it is stopped. */
  readonly answer: Promise<Answer>;
  readonly stop: () => void;
}

/** Gives the worker its wish; the buffers in `transfer` are gone from here then. */
export function askOnce<Reply, Answer>(
  worker: Worker,
  wish: unknown,
  saidBy: (reply: Reply) => Said<Answer>,
  transfer: readonly Transferable[] = [],
): Asked<Answer> {
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const said = saidBy(data);
      if (said === null) return;
      worker.terminate();
      if ("answer" in said) resolve(said.answer);
      else reject(new Error(said.failure));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      worker.terminate();
      reject(new Error(event.message));
    };
  });
  worker.postMessage(wish, [...transfer]);
  return { answer, stop: () => worker.terminate() };
}
