/** Reads one capture, of one file or several: decoded rows and progress out, in the order in which they come about. */
import { Decoder } from "../core/decode/decoder.ts";
import { Handover } from "./handover.ts";
import { JobFiles } from "./job-files.ts";
import type { Reply } from "./protocol.ts";

/** Sends a reply; the buffers in `transfer` are gone from here then. */
export type Answer = (reply: Reply, transfer?: Transferable[]) => void;

/**
 * Ms between handovers: the first rows go over at once, and each later time has the page draw anew, which takes it longer
 * than several slices take here. That it goes on is told meanwhile. What the last slice brings goes over with the end.
 */
const PATIENCE = 1000;
/** Ms between reports of progress alone. */
const REPORTS = 100;

/** How whoever wants the job steers it. */
export interface Steering {
  /** Asked between slices. */
  readonly cancelled: () => boolean;
  /** Asked after a reply `growing`. */
  readonly goOn: () => Promise<boolean>;
}

/** Runs a job to its end. Never rejects: a file that cannot be read any more is a crash that says so. */
export async function readJob(job: number, blobs: readonly Blob[], answer: Answer, steering: Steering): Promise<void> {
  const files = new JobFiles(blobs);
  const decoder = new Decoder();
  const handover = new Handover(job, decoder, files);
  let due = Number.NEGATIVE_INFINITY;
  let reported = Number.NEGATIVE_INFINITY;
  try {
    const { reports, cancelled } = await files.read({
      mayGrow(file, unpacked) {
        answer({ kind: "growing", job, file, unpacked });
        return steering.goOn();
      },
      onFrame: (frame, captureInterface) => decoder.frame(frame, captureInterface),
      onSlice({ bytes, frames, isLast }) {
        const now = performance.now();
        const parcel = now < due || isLast ? null : handover.next();
        if (parcel) {
          answer(parcel.rows, parcel.transfer);
          due = performance.now() + PATIENCE;
        }
        if (!parcel && now - reported < REPORTS) return;
        answer({ kind: "progress", job, bytes, packets: frames });
        reported = performance.now();
      },
      cancelled: steering.cancelled,
    });
    const rest = handover.rest();
    const { interfaces } = files;
    const rows = rest?.rows ?? null;
    answer({ kind: "done", job, packets: decoder.length, cancelled, interfaces, files: reports, rows }, rest?.transfer);
  } catch (fault) {
    answer({ kind: "crashed", job, message: String(fault), packets: decoder.length });
  }
}
