/**
 * tcpdump's lines there and back: each capture is printed, with the bytes below each line (`-nn -S -v -X`), the text is
 * read as a pasted one is, and what it was read into is printed again. Both texts are the project's, and must be the same
 * for each packet; that the first is tcpdump's is for `tcpdump-lines.ts` to say.
 */
import { readCaptureFile } from "../../cli/capture-file.ts";
import { parseTcpdump } from "../../core/tcpdump/parse/parse.ts";
import { PLAIN } from "../../core/tcpdump/print/options.ts";
import { TcpdumpPrinter } from "../../core/tcpdump/print/printer.ts";
import { printBack } from "../../core/tcpdump/print-back.ts";
import { Counter } from "./tally.ts";
import { segmentText } from "./tcpdump-lines.ts";

const ASKED = { ...PLAIN, absolute: true, verbosity: 1, dump: "hexAndText" as const };
/** Packets of one text: more at once take memory, and show nothing else. */
const PER_TEXT = 5000;

/** Kinds of packets, each a field of the report, by what the outermost IP header says that it carries. */
const FIELDS: Readonly<Record<string, string>> = {
  UDP: "roundtrip.udp",
  ICMP: "roundtrip.icmp",
  ICMPv6: "roundtrip.icmp",
};

function fieldOf(text: string): string {
  if (segmentText(text) !== null) return "roundtrip.tcp";
  if (/^\S+ ARP, /.test(text)) return "roundtrip.arp";
  const [, carried = ""] = /(?:proto|next-header) (\S+) \(\d+\)/.exec(text) ?? [];
  return FIELDS[carried] ?? "roundtrip.others";
}

/** Compares one capture; kinds of packets that it has not are left out. */
export async function compareRoundTrip(
  path: string,
  name: string,
  kept: number,
): Promise<[field: string, counter: Counter][]> {
  const printer = new TcpdumpPrinter(ASKED);
  const counters = new Map<string, Counter>();
  let packet = 0;
  let texts: string[] = [];
  const compareTexts = () => {
    const again = printAgain(texts);
    for (const [index, text] of texts.entries()) {
      const field = fieldOf(text);
      if (!counters.has(field)) counters.set(field, new Counter(name, field, kept));
      counters.get(field)!.count(++packet, text, again[index]);
    }
    texts = [];
  };
  await readCaptureFile(path, (record, { linkType }) => {
    texts.push(printer.print(record, linkType));
    if (texts.length === PER_TEXT) compareTexts();
  });
  compareTexts();
  return [...counters];
}

/** What tcpdump prints of a record whose lengths cannot be true, without time and bytes: no packet comes of it. */
const NO_PACKET = "[Invalid header:";

/** The texts as they are printed of what they are read into; undefined where nothing came of one. */
function printAgain(texts: readonly string[]): (string | undefined)[] {
  const again = printBack(parseTcpdump(texts.join("\n")), ASKED);
  let next = 0;
  const inOrder = texts.map((text) => (text.startsWith(NO_PACKET) ? undefined : again[next++]));
  // Packets that came of nothing belong to the last text.
  return next < again.length ? [...inOrder.slice(0, -1), again.slice(next - 1).join("\n")] : inOrder;
}
