/**
 * The worker's entry: takes requests, runs one job at a time, answers. What it does is in read-job.ts, count-job.ts and link-job.ts.
 */
import { countJob } from "./count-job.ts";
import { linkJob } from "./link-job.ts";
import type { CountReply, Reply, Request } from "./protocol.ts";
import { readJob } from "./read-job.ts";
import { warmUp } from "./warm-up.ts";

/** The job that is wanted: any other that still runs gives itself up at its next slice. */
let wanted = 0;
/** The job that was told to stop and to keep what it has. */
let stopped = 0;
/** Answers a job that asked whether to go on; does nothing when none did. */
let goOn: (yes: boolean) => void = () => {};

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case "prepare":
      void warmUp(() => wanted === 0);
      return;
    case "open":
      wanted = data.job;
      goOn(false);
      void readJob(data.job, data.files, answer, {
        cancelled: () => data.job !== wanted || data.job === stopped,
        goOn: () =>
          new Promise((resolve) => {
            goOn = resolve;
          }),
      });
      return;
    case "count":
      wanted = data.job;
      goOn(false);
      void countJob(data, answer, () => data.job !== wanted || data.job === stopped);
      return;
    case "links":
      wanted = data.job;
      goOn(false);
      void linkJob(data, answer, () => data.job !== wanted || data.job === stopped);
      return;
    case "goOn":
      goOn(data.job === wanted);
      return;
    case "cancel":
      stopped = data.job;
      goOn(false);
  }
});

function answer(reply: Reply | CountReply, transfer: Transferable[] = []): void {
  postMessage(reply, { transfer });
}
