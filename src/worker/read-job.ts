/** Reads one capture: slices in, decoded rows and progress out, in the order in which they come about. */
import { readCapture } from "../core/capture/read-capture.ts";
import type { CaptureReader } from "../core/capture/reader.ts";
import { Decoder } from "../core/decode/decoder.ts";
import { Handover } from "./handover.ts";
import type { Reply } from "./protocol.ts";

/** Sends a reply; the buffers in `transfer` are gone from here then. */
export type Answer = (reply: Reply, transfer?: Transferable[]) => void;

/** Rows that wait in an unfinished chunk are handed over when the last ones went out so many ms ago. */
const PATIENCE = 200;

/** Runs a job to its end. Never rejects: a file that cannot be read any more is a crash that says so. */
export async function readJob(job: number, file: Blob, answer: Answer, cancelled: () => boolean): Promise<void> {
  let reader: CaptureReader | null = null;
  const decoder = new Decoder();
  const handover = new Handover(job, decoder, () => reader?.interfaces.slice() ?? [], answer);
  let handedOver = Number.NEGATIVE_INFINITY;
  try {
    const end = await readCapture(blobSource(file), {
      onOpen(opened) {
        reader = opened;
      },
      onFrame(frame) {
        decoder.frame(frame, reader!.interfaces[frame.interfaceRow]!); // open, and the reader's own row
      },
      onSlice({ bytes, frames }) {
        handover.giveFullChunks();
        if (performance.now() - handedOver > PATIENCE) {
          handover.giveRest(false);
          handedOver = performance.now();
        }
        answer({ kind: "progress", job, bytes, packets: frames });
      },
      cancelled,
    });
    handover.giveRest(true);
    const problem = end.kind === "problem" ? end.problem : null;
    answer({ kind: "done", job, packets: decoder.length, problem, cancelled: end.kind === "cancelled" });
  } catch (fault) {
    answer({ kind: "crashed", job, message: String(fault), packets: decoder.length });
  }
}

function blobSource(file: Blob) {
  return { size: file.size, read: (from: number, to: number) => file.slice(from, to).arrayBuffer() };
}
