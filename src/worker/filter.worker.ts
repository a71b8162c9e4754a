/** The entry of a worker that runs one filter over a capture's bytes: takes one wish, answers, and is ended by the page. */
import { type FilterWish, filterJob } from "./filter-job.ts";

addEventListener("message", ({ data }: MessageEvent<FilterWish>) => {
  void filterJob(data, (reply) => postMessage(reply));
});
