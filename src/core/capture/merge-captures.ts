/**
 * Several captures read in step, as if they were one: the next frame is always the earliest of those that come next in
 * their files. A file whose own times run backwards stays in its order.
 *
 * mergecap's rules for what times do not decide: of equal times the frame of the later file comes first, and a frame
 * without a time comes as soon as it is met.
 */
import type { CaptureProblem } from "./problem.ts";
import type { CaptureEnd, CaptureListener, Progress, SliceLengths } from "./read-capture.ts";
import {
  blankFrame,
  type CaptureInterface,
  type CaptureReader,
  copyFrame,
  type FrameRecord,
  MOST_INTERFACES,
} from "./reader.ts";

/** Reads one of the files as `readCapture` does; `onSlice` keeps it waiting. */
export type ReadFile = (listener: CaptureListener) => Promise<CaptureEnd>;

/** Who is told of what. The calls come in the order of time. */
export interface MergeListener {
  /** The frame's `interfaceRow` is that of the merged interfaces, its `fileOffset` that in its own file. */
  readonly onFrame: (frame: FrameRecord, captureInterface: CaptureInterface) => void;
  /** Told, and waited for, whenever a slice of one of the files was given; of all files together. */
  readonly onSlice?: (progress: Progress) => void | Promise<void>;
  readonly cancelled?: () => boolean;
}

/** What became of one of the files. */
export interface MergedFile {
  /** Null for what is no capture. */
  readonly reader: CaptureReader | null;
  /** Frames that were given. */
  readonly frames: number;
  readonly end: CaptureEnd;
}

/** All that is read of the files at once, whatever their number; and of one at least. */
const ALL_SLICES = 8 * 1024 * 1024;
const LEAST_SLICE = 256 * 1024;

/** Files opened together, whose frames `read` gives in the order of time. */
export class Merge {
  private readonly inputs: readonly MergeInput[];
  /** What each row of the merged interfaces is: a file, and a row of its reader's. */
  private readonly origins: { readonly input: MergeInput; readonly row: number }[] = [];
  private frames = 0;

  constructor(files: readonly ReadFile[]) {
    const further = Math.max(LEAST_SLICE, Math.floor(ALL_SLICES / files.length));
    this.inputs = files.map((read, file) => new MergeInput(read, file, { first: LEAST_SLICE, further }));
  }

  /** The interfaces as they stand: those met so far in a frame, in this order; rows never change. */
  get interfaces(): CaptureInterface[] {
    // An origin is noted only of a reader that gave a frame on that row.
    return this.origins.map(({ input, row }) => ({ ...input.reader!.interfaces[row]!, file: input.file }));
  }

  /** Reads all files. Rejects only when a read does, or a listener throws. */
  async read(listener: MergeListener): Promise<readonly MergedFile[]> {
    const { inputs } = this;
    for (;;) {
      await Promise.all(inputs.map((input) => input.fill(listener)));
      const live = inputs.filter(({ isDry }) => !isDry);
      if (live.length === 0 || listener.cancelled?.()) break;
      this.giveUntilOneIsDry(live, listener);
      const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
      await listener.onSlice?.({ bytes, frames: this.frames, isLast: false });
    }
    this.addRest();
    return inputs.map(({ reader, frames, end }) => ({ reader, frames, end: end ?? { kind: "cancelled" } }));
  }

  private giveUntilOneIsDry(live: readonly MergeInput[], { onFrame }: MergeListener): void {
    let input: MergeInput;
    do {
      input = earliest(live);
      const { frame } = input;
      const from = input.reader!.interfaces[frame.interfaceRow]!; // a frame's row is its reader's
      const row = this.rowOf(input, frame.interfaceRow);
      if (row < 0) {
        input.giveUp(frame.fileOffset);
        return;
      }
      frame.interfaceRow = row;
      input.advance();
      this.frames++;
      onFrame(frame, from);
    } while (!input.isDry);
  }

  /** Row of the merged interfaces; -1 when there are too many. */
  private rowOf(input: MergeInput, row: number): number {
    const known = input.rows[row];
    if (known !== undefined) return known;
    if (this.origins.length === MOST_INTERFACES) return -1;
    input.rows[row] = this.origins.push({ input, row }) - 1;
    return this.origins.length - 1;
  }

  /** Interfaces that no frame came from stand at the end, as far as there is room. */
  private addRest(): void {
    for (const input of this.inputs) {
      for (let row = 0; row < (input.reader?.interfaces.length ?? 0); row++) this.rowOf(input, row);
    }
  }
}

/** The input whose frame comes next; all have one at hand. */
function earliest(live: readonly MergeInput[]): MergeInput {
  let found = live[0]!; // somebody lives, or nobody asks
  for (const input of live) {
    if (!input.frame.hasTime) return input;
    const { seconds, nanoseconds } = found.frame;
    const isLater =
      input.frame.seconds > seconds || (input.frame.seconds === seconds && input.frame.nanoseconds > nanoseconds);
    if (!isLater) found = input;
  }
  return found;
}

const NOTHING = () => {};

/** One file: the frames of the slice at hand, and the reading, which waits until they are used up. */
class MergeInput {
  /** Its place among the files. */
  readonly file: number;
  reader: CaptureReader | null = null;
  /** Null while the file goes on. */
  end: CaptureEnd | null = null;
  bytes = 0;
  /** Frames given on. */
  frames = 0;
  /** Rows of the merged interfaces by those of the reader's. */
  readonly rows: number[] = [];

  private readonly readFile: ReadFile;
  private readonly slices: SliceLengths;
  /** Frames kept; the records are used again for the next slice. */
  private readonly kept: FrameRecord[] = [];
  private length = 0;
  private next = 0;
  private reading: Promise<void> | null = null;
  private goOn: () => void = NOTHING;
  private onOffer: () => void = NOTHING;

  constructor(readFile: ReadFile, file: number, slices: SliceLengths) {
    this.readFile = readFile;
    this.file = file;
    this.slices = slices;
  }

  /** Whether the frames at hand are used up. */
  get isDry(): boolean {
    return this.next === this.length;
  }

  /** The frame that comes next. Its record, and the slice that it lies in, stay until `fill`. */
  get frame(): FrameRecord {
    return this.kept[this.next]!; // whoever asks knows that the input is not dry
  }

  advance(): void {
    this.next++;
    this.frames++;
  }

  /** Reads on until there are frames, or no more of them. */
  async fill({ cancelled }: MergeListener): Promise<void> {
    while (this.isDry && !this.end) {
      this.length = 0;
      this.next = 0;
      const offered = new Promise<void>((resolve) => {
        this.onOffer = resolve;
      });
      this.goOn();
      this.reading ??= this.start(cancelled);
      await Promise.race([offered, this.reading]);
    }
  }

  /** Gives the file up at a frame whose interface has no row left. */
  giveUp(offset: number): void {
    const what = `more than ${MOST_INTERFACES} interfaces`;
    const problem: CaptureProblem = { kind: "unsupported", offset, what };
    this.next = this.length;
    this.end = { kind: "problem", problem };
  }

  private async start(cancelled: (() => boolean) | undefined): Promise<void> {
    this.end = await this.readFile({
      slices: this.slices,
      ...(cancelled && { cancelled }),
      onOpen: (reader) => {
        this.reader = reader;
      },
      onFrame: (frame) => this.keep(frame),
      onSlice: ({ bytes }) => {
        this.bytes = bytes;
        return new Promise((resolve) => {
          this.goOn = resolve;
          this.onOffer();
        });
      },
    });
  }

  private keep(frame: FrameRecord): void {
    let record = this.kept[this.length];
    if (!record) {
      record = blankFrame();
      this.kept.push(record);
    }
    copyFrame(frame, record);
    this.length++;
  }
}
