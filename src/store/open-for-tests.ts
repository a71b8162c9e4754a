/** Captures opened as the page opens them, without a worker. Tests alone import this. */
import type { Reply, Rows } from "../worker/protocol.ts";
import { readJob } from "../worker/read-job.ts";
import { beginLoading, type Capture, type OpenFile, withRows } from "./capture.ts";

/** The capture that files with packets are, read to its end. */
export async function openCapture(...files: readonly OpenFile[]): Promise<Capture> {
  const loading = beginLoading(1, files);
  const replies: Reply[] = [];
  const steering = { cancelled: () => false, goOn: async () => false };
  const blobs = files.map(({ blob }) => blob);
  await readJob(1, blobs, (reply) => replies.push(reply), steering);
  const rows = replies.flatMap((reply): readonly Rows[] => (reply.kind === "rows" ? [reply] : rowsAtEnd(reply)));
  return rows.reduce<Capture | null>((capture, reply) => withRows(capture, loading, reply), null)!; // they have rows
}

const rowsAtEnd = (reply: Reply): readonly Rows[] => (reply.kind === "done" && reply.rows ? [reply.rows] : []);
