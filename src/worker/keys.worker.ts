/** The entry of a worker that finds what packets are sorted by: takes one wish, answers, and is ended by the page. */
import { type KeysWish, keysJob } from "./keys-job.ts";

addEventListener("message", ({ data }: MessageEvent<KeysWish>) => {
  void keysJob(data, (reply) => postMessage(reply, reply.kind === "keys" ? { transfer: [reply.keys.buffer] } : {}));
});
