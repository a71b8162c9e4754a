/** `import TEXTFILE -o OUT.pcapng`: packets from tcpdump's text, and from dumps of bytes. */
import { readFile, writeFile } from "node:fs/promises";
import type { LineProblem, UnreadLine } from "../core/tcpdump/parse/facts.ts";
import type { Untold } from "../core/tcpdump/parse/frame-bytes.ts";
import { parseTcpdump } from "../core/tcpdump/parse/parse.ts";
import { pcapngOf, type UntoldWords } from "../core/tcpdump/write-pcapng.ts";
import { type Command, NOT_READ, pathOf, READ_PARTLY, READ_WHOLE, UsageError } from "./command.ts";

export const importText: Command = {
  usage: "import TEXTFILE -o OUT.pcapng [--date YYYY-MM-DD]",
  summary: "write a capture from lines that tcpdump printed, or from bytes in hexadecimal; what is left over is named",

  async run(args, world) {
    const { file, output, date } = parse(args);
    const text = await readFile(pathOf(file, world), "utf8");
    const parsed = parseTcpdump(text, date === undefined ? {} : { date });
    for (const line of parsed.unread) await world.errors.write(`flowladder: ${file}:${problemText(line)}\n`);
    if (parsed.packets.length === 0) {
      await world.errors.write(`flowladder: ${file}: no packet was found in it.\n`);
      return NOT_READ;
    }
    await writeFile(pathOf(output, world), pcapngOf(parsed, WORDS), { flag: "wx" });
    await world.output.write(`${parsed.packets.length} packets\n`);
    return parsed.unread.some(({ problem }) => !IS_BESIDE[problem]) ? READ_PARTLY : READ_WHOLE;
  },
};

function parse(args: readonly string[]): { file: string; output: string; date: string | undefined } {
  const files: string[] = [];
  let output: string | undefined;
  let date: string | undefined;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === "-o") output = args[++i];
    else if (arg === "--date") date = dateIn(args[++i]);
    else if (arg.startsWith("-")) throw new UsageError(`import does not know the option ${arg}`);
    else files.push(arg);
  }
  if (files.length !== 1) throw new UsageError("import wants one file");
  if (output === undefined) throw new UsageError("import wants -o OUT.pcapng");
  return { file: files[0]!, output, date }; // its length is 1
}

function dateIn(text: string | undefined): string {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new UsageError("--date wants a day, as 2024-05-31");
  }
  return text;
}

/** Lines that stand beside packets and are none: nothing is lost with them. */
const IS_BESIDE: Readonly<Record<LineProblem, boolean>> = {
  notAPacket: true,
  application: true,
  protocol: false,
  incomplete: false,
  service: false,
  option: false,
  syntax: false,
};

const PROBLEMS: Readonly<Record<LineProblem, string>> = {
  notAPacket: "not a packet's line",
  application: "what the packet above carries, which is not rebuilt from words",
  protocol: "a packet of a kind that is not rebuilt from text",
  incomplete: "the packet's text ends too early",
  service: "a port's name that is not known",
  option: "an option that is not rebuilt from text",
  syntax: "not as tcpdump writes it",
};

const problemText = ({ line, problem, at }: UnreadLine): string =>
  `${line}: ${PROBLEMS[problem]}: ${JSON.stringify(at)}`;

const UNTOLD: Readonly<Record<Untold, string>> = {
  ipHeader: "of IP's header what is not in the line",
  checksum: "the checksum",
  sequence: "sequence numbers where none is written, each of which is the one that comes next",
  payload: "payloads, which are not captured",
  addresses: "addresses of the link layer",
  quoted: "of the packet that an error quotes what is not in the line",
};

const listed = (untold: readonly Untold[]) => untold.map((one) => UNTOLD[one]).join("; ");

const WORDS: UntoldWords = {
  file: (untold) => `Not told by the text of packets without a comment of their own: ${listed(untold)}.`,
  packet: (untold) =>
    untold.length === 0 ? "All of this packet's bytes are in the text." : `Not told by the text: ${listed(untold)}.`,
};
