/** The worker's entry: takes requests, runs one job at a time, answers. What it does is in read-job.ts. */
import type { Reply, Request } from "./protocol.ts";
import { readJob } from "./read-job.ts";

/** The job that is wanted: any other that still runs gives itself up at its next slice. */
let wanted = 0;
/** The job that was told to stop and to keep what it has. */
let stopped = 0;

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  switch (data.kind) {
    case "open":
      wanted = data.job;
      void readJob(data.job, data.file, answer, () => data.job !== wanted || data.job === stopped);
      return;
    case "cancel":
      stopped = data.job;
  }
});

function answer(reply: Reply, transfer: Transferable[] = []): void {
  postMessage(reply, { transfer });
}
