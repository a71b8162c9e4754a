/** The entry of a worker that reads one text: takes one wish, answers, and is ended by the page. */
import { type TextReply, type TextWish, textJob } from "./text-job.ts";

const reply = (answer: TextReply, transfer: readonly ArrayBuffer[] = []) =>
  postMessage(answer, { transfer: [...transfer] });

addEventListener("message", ({ data }: MessageEvent<TextWish>) => {
  textJob(data, (share) => reply({ kind: "progress", share })).then(
    (read) => reply({ kind: "text", read }, [read.file]),
    (fault) => reply({ kind: "failed", message: fault instanceof Error ? fault.message : String(fault) }),
  );
});
