/** The page's side of the workers that find packets by their bytes: each query has a worker of its own, which ends with it. */
import type { FindReply, FindWish } from "./find-job.ts";

/** Begins a search, which tells what it finds as it goes on; the answer stops it. */
export function findInPackets(wish: FindWish, onReply: (reply: FindReply) => void): () => void {
  const worker = new Worker(new URL("./find.worker.ts", import.meta.url), { type: "module" });
  worker.onmessage = ({ data }: MessageEvent<FindReply>) => {
    if (data.kind === "failed" || data.next === null) worker.terminate();
    onReply(data);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    worker.terminate();
    onReply({ kind: "failed", message: event.message });
  };
  worker.postMessage(wish, wish.rows ? [wish.rows.buffer] : []);
  return () => worker.terminate();
}
