/**
 * Several captures read as one, whatever is in them: they must give the frames that each gives alone, in the order of
 * time, which is found here a second time in the simplest way.
 */

import { Merge, type ReadFile } from "../../core/capture/merge-captures.ts";
import type { CaptureEnd, CaptureListener } from "../../core/capture/read-capture.ts";
import type { CaptureInterface, FrameRecord } from "../../core/capture/reader.ts";
import { openFile } from "./open.ts";

/** Short, so that files end in the middle of records, and of one another. */
const SLICES = { first: 600, further: 1700 };

/** A frame as far as its place in the order needs it. */
interface Place {
  readonly file: number;
  readonly offset: number;
  /** Null for none. */
  readonly time: { readonly seconds: number; readonly nanoseconds: number } | null;
}

/** Takes each frame of the merged captures, in order; answers with their number. Rejects when the order is wrong. */
export async function readMerged(
  files: readonly Uint8Array[],
  take: (frame: FrameRecord, captureInterface: CaptureInterface) => void,
): Promise<number> {
  const expected = inOrder(await Promise.all(files.map(placesOf)));
  const merge = new Merge(files.map((file) => readerOf(file)));
  let count = 0;
  await merge.read({
    onFrame(frame, captureInterface) {
      const { file } = merge.interfaces[frame.interfaceRow]!; // a frame's row is one of them
      check(placeOf(file, frame), expected[count], count);
      count++;
      take(frame, captureInterface);
    },
  });
  if (count !== expected.length) throw new Error(`${count} of ${expected.length} frames came out of the merge`);
  return count;
}

function check(got: Place, expected: Place | undefined, at: number): void {
  if (got.file === expected?.file && got.offset === expected.offset) return;
  throw new Error(`merged frame ${at + 1} is ${JSON.stringify(got)}, not ${JSON.stringify(expected)}`);
}

async function placesOf(file: Uint8Array, number: number): Promise<Place[]> {
  const places: Place[] = [];
  await openFile(file, "a sample", { onFrame: (frame) => places.push(placeOf(number, frame)) });
  return places;
}

function placeOf(file: number, { fileOffset, hasTime, seconds, nanoseconds }: FrameRecord): Place {
  return { file, offset: fileOffset, time: hasTime ? { seconds, nanoseconds } : null };
}

const readerOf =
  (file: Uint8Array): ReadFile =>
  (listener: CaptureListener): Promise<CaptureEnd> =>
    openFile(file, "a sample", { ...listener, slices: SLICES });

/** Takes from the front of the lists, again and again, whichever frame comes next by mergecap's rules. */
function inOrder(lists: readonly (readonly Place[])[]): Place[] {
  const nexts = lists.map(() => 0);
  const order: Place[] = [];
  for (;;) {
    const fronts = lists.flatMap((list, file) => list[nexts[file]!] ?? []);
    if (fronts.length === 0) return order;
    const next = fronts.find(({ time }) => time === null) ?? fronts.reduce((a, b) => (isLater(b, a) ? a : b));
    nexts[next.file]!++;
    order.push(next);
  }
}

function isLater({ time: one }: Place, { time: other }: Place): boolean {
  if (!one || !other) return false; // those come first anyway
  return one.seconds > other.seconds || (one.seconds === other.seconds && one.nanoseconds > other.nanoseconds);
}
