/** The entry of a worker that looks into a capture's packets for one query: takes one wish, answers, and is ended by the page. */
import { type FindWish, findJob } from "./find-job.ts";

addEventListener("message", ({ data }: MessageEvent<FindWish>) => {
  void findJob(data, (reply) => postMessage(reply));
});
