/** The entry of the worker that only reads: takes parts of files, answers with their bytes. */
import type { SliceReply, SliceRequest } from "./slice-protocol.ts";

addEventListener("message", async ({ data: { id, part } }: MessageEvent<SliceRequest>) => {
  try {
    const bytes = await part.arrayBuffer();
    answer({ id, bytes }, [bytes]);
  } catch (fault) {
    answer({ id, fault: String(fault) }, []);
  }
});

function answer(reply: SliceReply, transfer: Transferable[]): void {
  postMessage(reply, { transfer });
}
