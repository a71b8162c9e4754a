/**
 * Finds the packets that a display filter takes where the tables do not tell: reads the capture twice, as Wireshark does,
 * and takes the wanted packets apart.
 */
import type { CaptureInterface, FrameRecord } from "../core/capture/reader.ts";
import { type CompiledFilter, compileFilter } from "../core/filter/compile.ts";
import type { Value } from "../core/filter/kinds.ts";
import { inOrder } from "../core/filter/needs.ts";
import { FilterRows } from "../core/second-pass/filter-rows.ts";
import type { FirstPass } from "../core/second-pass/first-pass.ts";
import type { MarkedRows } from "../core/table/marked-rows.ts";
import { firstPassOver, type ReadCapture, readPackets } from "./all-packets.ts";

/** What is to be found out. */
export interface FilterWish extends ReadCapture {
  /** A filter without fault; and what it asks of the chosen packet, in order. */
  readonly text: string;
  readonly ofChosen: readonly (readonly Value[])[];
  /** The packets in question, ascending: rows of the packet table. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly verifiesChecksums: boolean;
  /** What the reader set on packets. */
  readonly markedRows: MarkedRows;
}

export type FilterReply =
  /** Packets of `rows` that were read so far. */
  | { readonly kind: "read"; readonly packets: number }
  /** Those of `rows` that the filter takes, ascending. */
  | { readonly kind: "found"; readonly rows: Uint32Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly message: string };

/** Ms between words on how far it is. */
const PATIENCE = 100;

/** Runs a job to its end. Never rejects: its fault is an answer. */
export async function filterJob(wish: FilterWish, answer: (reply: FilterReply) => void): Promise<void> {
  const filter = compileFilter(wish.text, inOrder(wish.ofChosen));
  if ("problem" in filter) return answer({ kind: "failed", message: filter.problem.kind });
  try {
    const first = await firstPassOver(wish);
    answer({ kind: "found", rows: await secondPass(wish, filter, first, answer) });
  } catch (fault) {
    answer({ kind: "failed", message: String(fault) });
  }
}

async function secondPass(
  wish: FilterWish,
  filter: CompiledFilter,
  first: FirstPass,
  answer: (reply: FilterReply) => void,
): Promise<Uint32Array<ArrayBuffer>> {
  const { rows, verifiesChecksums, markedRows } = wish;
  const packets = new FilterRows([filter], first, { verifiesChecksums, markedRows });
  const taken = new Uint32Array(rows.length);
  let [asked, found] = [0, 0];
  let told = performance.now();
  const take = (record: FrameRecord, on: CaptureInterface) => {
    const row = packets.number;
    if (rows[asked] !== row) return packets.skip(record, on);
    asked++;
    if (packets.takes(record, on)[0]) taken[found++] = row;
  };
  const tell = () => {
    if (performance.now() - told < PATIENCE) return;
    answer({ kind: "read", packets: asked });
    told = performance.now();
  };
  // Behind the last packet in question nothing is to be learnt.
  await readPackets(wish, take, () => (asked < rows.length ? packets.number : wish.packets), tell);
  return taken.slice(0, found);
}
