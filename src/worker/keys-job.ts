/** Finds the numbers that a capture's packets are sorted by where the tables do not tell: reads the capture twice. */
import { FirstPass } from "../core/second-pass/first-pass.ts";
import { type SortBy, SortKeys } from "../core/second-pass/sort-keys.ts";
import { type ReadCapture, readPackets } from "./all-packets.ts";

/** What is to be found out. */
export interface KeysWish extends ReadCapture {
  readonly by: SortBy;
  readonly verifiesChecksums: boolean;
}

export type KeysReply =
  /** Packets that were read so far, in both passes: twice as many as there are in the end. */
  | { readonly kind: "read"; readonly packets: number }
  /** A number for each packet, NaN for none. */
  | { readonly kind: "keys"; readonly keys: Float64Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly message: string };

/** Ms between words on how far it is. */
const PATIENCE = 100;

/** Runs a job to its end. Never rejects: its fault is an answer. */
export async function keysJob(wish: KeysWish, answer: (reply: KeysReply) => void): Promise<void> {
  let told = performance.now();
  const tell = (packets: number) => {
    if (performance.now() - told < PATIENCE) return;
    answer({ kind: "read", packets });
    told = performance.now();
  };
  try {
    const first = new FirstPass();
    const read = () => first.decoder.length;
    await readPackets(
      wish,
      (record, on) => first.frame(record, on),
      read,
      () => tell(read()),
    );
    const { by, verifiesChecksums } = wish;
    const keys = new SortKeys(by, first, { verifiesChecksums });
    const again = () => keys.length;
    await readPackets(
      wish,
      (record, on) => keys.frame(record, on),
      again,
      () => tell(read() + again()),
    );
    answer({ kind: "keys", keys: keys.keys() });
  } catch (fault) {
    answer({ kind: "failed", message: String(fault) });
  }
}
