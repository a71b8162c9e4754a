/**
 * Packets of the open capture as tcpdump prints them, any of them without those before: the same lines as
 * `tcpdump FILE` on the command line prints of the whole file.
 */
import { cell, exactTime, HAS_COMMENTS, HAS_NO_TIME } from "../core/table/packet-table.ts";
import { type FilePrinting, filePrinting } from "../core/tcpdump/file-printing.ts";
import type { PrintOptions, TimeForm } from "../core/tcpdump/print/options.ts";
import { type PrintedPacket, TcpdumpPrinter } from "../core/tcpdump/print/printer.ts";
import { isTime, type PacketTime } from "../core/tcpdump/print/times.ts";
import { readChecksumNote } from "../core/tcpdump/text-notes.ts";
import type { Capture } from "./capture.ts";
import { type Frame, readFrames } from "./frames.ts";
import { working } from "./idle.ts";
import { type LineHistory, lineHistory } from "./line-history.ts";
import type { LineOptions, LinesSlice } from "./lines-slice.ts";
import { commentsOn } from "./packet.ts";
import { useStore } from "./store.ts";

const { setState: set } = useStore;

/** Packets printed in one go: some milliseconds of work. */
const AT_ONCE = 500;
/** Forms of time that count from the packet before, or from the first. */
const DIFFERENCES: readonly TimeForm[] = [3, 5];
/** Packets kept, so that scrolling back costs nothing. */
const KEPT = 2000;

/** Prints packets of a capture, as far as it is read, with the same options and names. */
export class LinePrinter {
  private readonly capture: Capture;
  private readonly printing: FilePrinting;
  /** Null where no line has a number that counts from another. */
  private readonly history: LineHistory | null;
  /** The first row that has a time, where differences of times are printed; -1 otherwise. */
  private readonly firstRow: number;
  private readonly kept = new Map<number, PrintedPacket>();

  /** `hosts` are names by address. */
  constructor(capture: Capture, options: LineOptions, hosts: ReadonlyMap<string, string>) {
    this.capture = capture;
    const comments = capture.reports.flatMap(({ notes }) => notes.sections.flatMap((section) => section.comments));
    this.printing = filePrinting(printOptions(options), comments, options.numeric ? null : hosts);
    const counts = !options.absolute && !options.quiet;
    this.history = counts ? lineHistory(capture, options.verbosity > 0) : null;
    this.firstRow = DIFFERENCES.includes(options.time) ? firstTimed(capture) : -1;
  }

  /** Packets that can be printed. */
  get packets(): number {
    return this.capture.packets.length;
  }

  /** What a packet prints; undefined until it is asked for. */
  printed(row: number): PrintedPacket | undefined {
    return this.kept.get(row);
  }

  /** Prints packets, those kept excepted. Rejects as `readFrames` does. */
  print(rows: readonly number[]): Promise<void> {
    return working(this.printMissing(rows.filter((row) => !this.kept.has(row))));
  }

  /**
   * The text of many packets, a line end behind each. `progress` is told how many are done; it answers whether to go on,
   * and where not, the text is null. Rejects as `readFrames` does.
   */
  async text(
    rows: Uint32Array | { readonly length: number },
    progress: (done: number) => boolean,
  ): Promise<Blob | null> {
    const pieces: Blob[] = [];
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      if (!progress(from)) return null;
      const some = Array.from({ length: Math.min(AT_ONCE, rows.length - from) }, (_, index) => from + index);
      const printed = await this.printAnew(rows instanceof Uint32Array ? some.map((place) => rows[place]!) : some);
      pieces.push(new Blob(printed.map(({ text }) => `${text}\n`)));
    }
    return new Blob(pieces, { type: "text/plain" });
  }

  private async printMissing(rows: readonly number[]): Promise<void> {
    if (rows.length === 0) return;
    for (const [index, printed] of (await this.printAnew(rows)).entries()) this.kept.set(rows[index]!, printed);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(oldest);
    }
  }

  private async printAnew(rows: readonly number[]): Promise<readonly PrintedPacket[]> {
    const { capture } = this;
    await this.history?.follow(capture);
    const frames = await readFrames(capture, rows);
    const checksums = this.printing.isFromText ? await Promise.all(rows.map((row) => checksumOf(capture, row))) : [];
    return rows.map((row, index) => this.packet(row, frames.get(row)!, checksums[index] ?? -1)); // all were read
  }

  private packet(row: number, { view, wireLength, linkType }: Frame, expectedChecksum: number): PrintedPacket {
    const printer = new TcpdumpPrinter(this.printing.options, this.history?.history.before(row));
    if (this.firstRow >= 0 && row > this.firstRow) {
      printer.pass(timeOf(this.capture, this.firstRow));
      printer.pass(timeOf(this.capture, row - 1));
    }
    const frame = { view, at: 0, capturedLength: view.byteLength, wireLength, expectedChecksum };
    return printer.printParts({ ...frame, ...timeOf(this.capture, row) }, linkType);
  }
}

let stop = () => {};

/** Gives up the text that is being printed. */
export function stopPrinting(): void {
  stop();
}

/**
 * Prints many packets as one text, and tells the state how far that is. `rows` of null are all. Null when it was given
 * up. Rejects as `readFrames` does.
 */
export async function printText(printer: LinePrinter, rows: Uint32Array | null): Promise<Blob | null> {
  const all = rows ?? { length: printer.packets };
  let isWanted = true;
  stop();
  stop = () => {
    isWanted = false;
  };
  const tell = (printing: LinesSlice["lines"]["printing"]) => set(({ lines }) => ({ lines: { ...lines, printing } }));
  try {
    return await working(
      printer.text(all, (done) => {
        tell({ done, total: all.length });
        return isWanted;
      }),
    );
  } finally {
    tell(null);
  }
}

function printOptions({ numeric: _, utc, ...options }: LineOptions): Omit<PrintOptions, "names"> {
  return { ...options, applications: true, zone: utc ? () => 0 : localZone };
}

const localZone = (seconds: number): number => -60 * new Date(seconds * 1000).getTimezoneOffset();

async function checksumOf(capture: Capture, row: number): Promise<number> {
  if (!(cell(capture.packets, "marks", row) & HAS_COMMENTS)) return -1;
  return readChecksumNote(await commentsOn(capture, row));
}

/** A row's time since 1970; 0 for a packet without one, as tcpdump has it. */
function timeOf({ packets, startSeconds, startNanoseconds }: Capture, row: number): PacketTime {
  if (cell(packets, "marks", row) & HAS_NO_TIME) return { seconds: 0, nanoseconds: 0 };
  const time = BigInt(startSeconds) * BILLION + BigInt(startNanoseconds) + exactTime(packets, row);
  const nanoseconds = ((time % BILLION) + BILLION) % BILLION;
  return { seconds: Number((time - nanoseconds) / BILLION), nanoseconds: Number(nanoseconds) };
}

const BILLION = 1_000_000_000n;

function firstTimed(capture: Capture): number {
  let row = 0;
  while (row < capture.packets.length && !isTime(timeOf(capture, row))) row++;
  return row;
}
