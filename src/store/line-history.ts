/**
 * What relative numbers count from at each packet of the open capture, found once for each and followed while it is
 * read: from the tables in free time, from the bytes of those packets that the tables do not tell all of.
 */
import { SequencePass } from "../core/lines/sequence-pass.ts";
import { PLAIN } from "../core/tcpdump/print/options.ts";
import { TcpdumpPrinter } from "../core/tcpdump/print/printer.ts";
import { type Endpoint, newBases, type SegmentNumbers } from "../core/tcpdump/print/sequence-bases.ts";
import { SequenceHistory } from "../core/tcpdump/print/sequence-history.ts";
import { readSectionNotes } from "../core/tcpdump/text-notes.ts";
import type { FileReport } from "../worker/protocol.ts";
import type { Capture, OpenFile } from "./capture.ts";
import { readFrames } from "./frames.ts";
import { inFreeTime } from "./free-time.ts";
import { working } from "./idle.ts";

/** Packets whose bytes are read in one go. */
const READ = 512;

export class LineHistory {
  readonly history = new SequenceHistory();
  /** Rows from the first on whose lines can be printed. */
  ready = 0;
  private readonly pass = new SequencePass(this.history);
  private readonly verbosity: number;
  /** What is under way: one at a time, each where the one before ended. */
  private work: Promise<void> = Promise.resolve();

  /** `quotes` tells that lines show what ICMP quotes, whose numbers tcpdump's table takes too. */
  constructor(reports: readonly FileReport[], quotes: boolean) {
    this.verbosity = quotes ? 1 : 0;
    const notes = readSectionNotes(reports.flatMap((report) => report.notes.sections.flatMap((one) => one.comments)));
    for (const [source, destination] of notes?.fromZero ?? []) this.history.preset(source, destination, 0);
  }

  /** Follows the capture to the last row that it has. Rejects as `readFrames` does. */
  follow(capture: Capture): Promise<void> {
    if (this.ready < capture.packets.length) this.work = this.work.catch(() => {}).then(() => this.goOn(capture));
    return working(this.work);
  }

  private async goOn(capture: Capture): Promise<void> {
    const { length } = capture.packets;
    if (this.ready >= length) return;
    await new Promise<void>((resolve) =>
      inFreeTime(
        () => this.pass.step(capture) || null,
        () => resolve(),
      ),
    );
    const apart = this.pass.takeApart();
    for (let from = 0; from < apart.length; from += READ) await this.readApart(capture, apart.slice(from, from + READ));
    this.ready = length;
  }

  /** Prints packets for nothing but what they tell the table. */
  private async readApart(capture: Capture, rows: readonly number[]): Promise<void> {
    const frames = await readFrames(capture, rows);
    for (const row of rows) {
      const bases = {
        take: (source: Endpoint, destination: Endpoint, numbers: SegmentNumbers) => {
          this.history.add(row, source, destination, numbers);
          return newBases(numbers);
        },
      };
      const { view, wireLength, linkType } = frames.get(row)!; // all were read
      const frame = { view, at: 0, capturedLength: view.byteLength, wireLength, seconds: 0, nanoseconds: 0 };
      new TcpdumpPrinter({ ...PLAIN, verbosity: this.verbosity }, bases).print(frame, linkType);
    }
  }
}

interface Kept {
  readonly reports: readonly FileReport[];
  readonly quotes: boolean;
  readonly history: LineHistory;
}

/** Goes with the capture, whose later versions share the files. */
const kept = new WeakMap<readonly OpenFile[], Kept>();

/** The capture's history, begun anew where its comments became known, or other lines are asked for. */
export function lineHistory({ files, reports }: Capture, quotes: boolean): LineHistory {
  const before = kept.get(files);
  if (before?.reports === reports && before.quotes === quotes) return before.history;
  const history = new LineHistory(reports, quotes);
  kept.set(files, { reports, quotes, history });
  return history;
}
