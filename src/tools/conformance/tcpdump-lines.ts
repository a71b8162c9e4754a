/**
 * The lines of TCP segments beside tcpdump's, from golden files, in two forms. tcpdump says more of what it carries than
 * the project does, so a line counts up to its length; packets other than TCP's are not counted.
 */
import { readCaptureFile } from "../../cli/capture-file.ts";
import { PLAIN, type PrintOptions } from "../../core/tcpdump/print/options.ts";
import { TcpdumpPrinter } from "../../core/tcpdump/print/printer.ts";
import { type Corpus, goldenText } from "./expected.ts";
import { Counter } from "./tally.ts";

/** The forms by the end of their golden files' names; each is a field of the report. */
const FORMS: Readonly<Record<string, PrintOptions>> = {
  tcpdump: PLAIN,
  "tcpdump-S-v": { ...PLAIN, absolute: true, verbosity: 1 },
};

/** Compares one capture; a form without golden file, or of which tcpdump printed nothing, is left out. */
export async function compareTcpdump(
  corpus: Corpus,
  path: string,
  name: string,
  kept: number,
): Promise<[form: string, counter: Counter][]> {
  const compared: [string, Counter][] = [];
  for (const [form, options] of Object.entries(FORMS)) {
    const theirs = packetTexts(goldenText(corpus, name, `${form}.txt`) ?? "");
    if (theirs.length > 0)
      compared.push([form, await compareForm(path, theirs, options, new Counter(name, form, kept))]);
  }
  return compared;
}

async function compareForm(path: string, theirs: readonly string[], options: PrintOptions, counter: Counter) {
  const printer = new TcpdumpPrinter(options);
  let packet = 0;
  const count = (ours: string | undefined) => {
    const expected = segmentText(theirs[packet++] ?? "");
    if (expected !== null) counter.count(packet, expected, ours === undefined ? ours : (segmentText(ours) ?? ours));
  };
  await readCaptureFile(path, (record, { linkType }) => count(printer.print(record, linkType)));
  while (packet < theirs.length) count(undefined);
  return counter;
}

/** What a packet's text begins with: a time, or what is wrong with its record. */
const BEGINNING = /^(?:\d\d:\d\d:\d\d\.\d{6,} |\[Invalid header:)/;

/** The texts of the packets, most of them one line. */
function packetTexts(text: string): string[] {
  const texts: string[] = [];
  for (const line of text.split("\n")) {
    if (BEGINNING.test(line)) texts.push(line);
    else if (texts.length > 0) texts[texts.length - 1] += `\n${line}`;
  }
  return texts;
}

const SEGMENT = /Flags \[[^\]]*\](?: \[bad hdr|, (?:cksum|seq|ack|win) )/;
const LENGTH = /, length \d+/g;

/** The text of a TCP segment up to its length, or to its end where the line has none; null for other packets. */
export function segmentText(text: string): string | null {
  const segment = SEGMENT.exec(text);
  if (!segment) return null;
  LENGTH.lastIndex = segment.index; // an IP line before it has a length too
  return LENGTH.test(text) ? text.slice(0, LENGTH.lastIndex) : text.trimEnd();
}
