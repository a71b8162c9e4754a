/** `tcpdump FILE`: the packets as tcpdump prints them, with the options by which it is usually asked. */

import type { SectionNotes } from "../core/capture/notes.ts";
import { commentsOf } from "../core/capture/packet-comments.ts";
import type { CaptureInterface, CaptureReader, FrameRecord } from "../core/capture/reader.ts";
import { filePrinting } from "../core/tcpdump/file-printing.ts";
import type { Dump, PrintOptions, TimeForm } from "../core/tcpdump/print/options.ts";
import { TcpdumpPrinter } from "../core/tcpdump/print/printer.ts";
import { SequenceBases } from "../core/tcpdump/print/sequence-bases.ts";
import { readChecksumNote } from "../core/tcpdump/text-notes.ts";
import { readCaptureFile } from "./capture-file.ts";
import { captureHosts } from "./capture-names.ts";
import { type Command, endOf, pathOf, UsageError } from "./command.ts";
import { Lines } from "./output.ts";

export const tcpdump: Command = {
  usage: "tcpdump FILE [-n] [-S] [-v ...] [-e] [-q] [-t ...] [-x | -xx | -X | -XX | -A | -AA] [-c COUNT] [--utc]",
  summary: "print the packets as tcpdump -r FILE does; --utc writes times in UTC, not in local time",

  async run(args, world) {
    const { file, count, numeric, options } = parseTcpdumpArguments(args);
    const path = pathOf(file, world);
    const lines = new Lines(world.output);
    const hosts = numeric ? null : await captureHosts(path);
    let packets = 0;
    let printer: CapturePrinter | null = null;
    let reader: CaptureReader | null = null;
    const problem = await readCaptureFile(
      path,
      (record, of) => {
        // What the file says of itself stands before its first packet.
        printer ??= new CapturePrinter(options, hosts, reader?.notes.sections ?? []);
        packets++;
        if (packets <= count) lines.line(printer.print(record, of));
      },
      () => lines.flush(),
      (opened) => {
        reader = opened;
      },
    );
    await lines.flush(true);
    return endOf(file, problem, packets, world);
  },
};

/** Prints the packets of a file, of one that was written from a text as the text had them. */
class CapturePrinter {
  private readonly printer: TcpdumpPrinter;
  private readonly isFromText: boolean;

  /** `hosts` are the file's names of hosts; null where no names shall stand in place of numbers. */
  constructor(
    options: TcpdumpRequest["options"],
    hosts: ReadonlyMap<string, string> | null,
    sections: readonly SectionNotes[],
  ) {
    const comments = sections.flatMap((section) => section.comments);
    const { isFromText, options: all, fromZero } = filePrinting(options, comments, hosts);
    this.isFromText = isFromText;
    const bases = new SequenceBases();
    for (const [source, destination] of fromZero) bases.preset(source, destination, 0);
    this.printer = new TcpdumpPrinter(all, bases);
  }

  print(record: FrameRecord, { linkType, littleEndian }: CaptureInterface): string {
    if (!this.isFromText) return this.printer.print(record, linkType);
    const expectedChecksum = readChecksumNote(commentsOf(record, littleEndian));
    return this.printer.print({ ...record, expectedChecksum }, linkType);
  }
}

/** A request for tcpdump's lines. */
export interface TcpdumpRequest {
  readonly file: string;
  /** Packets that are printed. */
  readonly count: number;
  /** No names in place of numbers. */
  readonly numeric: boolean;
  readonly options: Omit<PrintOptions, "names">;
}

/** How often each letter was given, and what else. */
interface Given {
  readonly letters: Map<string, number>;
  readonly files: string[];
  count: number;
  isUtc: boolean;
}

const LETTERS = "nSveqtxXA";

/** Reads the arguments; letters may stand together, as in `-nnvvX`. Throws UsageError. */
function parseTcpdumpArguments(args: readonly string[]): TcpdumpRequest {
  const given = sorted(args);
  const times = (letter: string) => given.letters.get(letter) ?? 0;
  if (given.files.length !== 1) throw new UsageError("tcpdump wants one file");
  const [dump, dumpLetter] = dumpOf(times);
  return {
    file: given.files[0]!, // its length is 1
    count: given.count,
    numeric: times("n") > 0,
    options: {
      absolute: times("S") > 0,
      verbosity: Math.min(3, times("v")),
      link: times("e") > 0,
      quiet: times("q") > 0,
      applications: true,
      time: timeForm(times("t")),
      dump,
      dumpsLink: times(dumpLetter) > 1,
      zone: given.isUtc ? () => 0 : localZone,
    },
  };
}

function sorted(args: readonly string[]): Given {
  const given: Given = { letters: new Map(), files: [], count: Number.POSITIVE_INFINITY, isUtc: false };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "--utc") given.isUtc = true;
    else if (arg === "-c") given.count = packetCount(args[++i]);
    else if (arg === "-r")
      continue; // the file comes next, as tcpdump has it
    else if (arg.startsWith("-")) countLetters(arg, given.letters);
    else given.files.push(arg);
  }
  return given;
}

function packetCount(text: string | undefined): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new UsageError("-c wants a number of packets");
  return count;
}

function countLetters(arg: string, letters: Map<string, number>): void {
  for (const letter of arg.slice(1)) {
    if (!LETTERS.includes(letter)) throw new UsageError(`tcpdump does not know the option ${arg}`);
    letters.set(letter, (letters.get(letter) ?? 0) + 1);
  }
}

/** -X wins over -x, and both over -A, as in tcpdump. */
function dumpOf(times: (letter: string) => number): readonly [Dump, string] {
  if (times("X") > 0) return ["hexAndText", "X"];
  if (times("x") > 0) return ["hex", "x"];
  return times("A") > 0 ? ["text", "A"] : ["none", ""];
}

function timeForm(times: number): TimeForm {
  if (times > 5) throw new UsageError("-t may be given five times");
  return times as TimeForm; // 0 .. 5
}

const localZone = (seconds: number): number => -60 * new Date(seconds * 1000).getTimezoneOffset();
