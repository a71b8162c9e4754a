/** Reads one capture: slices in, decoded rows and progress out, in the order in which they come about. */
import type { CaptureReader } from "../core/capture/reader.ts";
import { Decoder } from "../core/decode/decoder.ts";
import { readUnpacked } from "../unpack/read-unpacked.ts";
import type { UnpackedFile } from "../unpack/unpacked-file.ts";
import { Handover } from "./handover.ts";
import type { Reply } from "./protocol.ts";

/** Sends a reply; the buffers in `transfer` are gone from here then. */
export type Answer = (reply: Reply, transfer?: Transferable[]) => void;

/** Rows that wait in an unfinished chunk are handed over when the last ones went out so many ms ago. */
const PATIENCE = 200;

/** How whoever wants the job steers it. */
export interface Steering {
  /** Asked between slices. */
  readonly cancelled: () => boolean;
  /** Asked after a reply `growing`. */
  readonly goOn: () => Promise<boolean>;
}

/** Runs a job to its end. Never rejects: a file that cannot be read any more is a crash that says so. */
export async function readJob(job: number, file: Blob, answer: Answer, steering: Steering): Promise<void> {
  let reader: CaptureReader | null = null;
  let unpacked: UnpackedFile | null = null;
  const decoder = new Decoder();
  const source = { interfaces: () => reader?.interfaces.slice() ?? [], contents: () => unpacked?.contents ?? null };
  const handover = new Handover(job, decoder, source, answer);
  let handedOver = Number.NEGATIVE_INFINITY;
  try {
    const end = await readUnpacked(blobSource(file), {
      onUnpack(compressed) {
        unpacked = compressed;
      },
      mayGrow(growth) {
        answer({ kind: "growing", job, unpacked: growth.unpacked });
        return steering.goOn();
      },
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
        answer({ kind: "progress", job, bytes: unpacked?.position ?? bytes, packets: frames });
      },
      cancelled: steering.cancelled,
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
