/** Reads the link addresses of a capture that was read before: progress out, and then between whom each frame goes. */
import { LinkEnds } from "../core/tally/link-ends.ts";
import type { AnswerCount, CountWish } from "./count-job.ts";
import { countFrames } from "./count-job.ts";

/** Runs a job to its end; one that is given up says nothing more. Never rejects: its fault is an answer. */
export async function linkJob(wish: CountWish, answer: AnswerCount, isGivenUp: () => boolean): Promise<void> {
  const links = new LinkEnds();
  await countFrames(links, wish, answer, isGivenUp, () => {
    const { ends, pairOf } = links.ends();
    const addresses = links.addresses.since(0);
    const reply = { kind: "countedLinks", job: wish.job, ends, pairOf, addresses } as const;
    answer(reply, [ends.buffer, pairOf.buffer, addresses.buffer]);
  });
}
