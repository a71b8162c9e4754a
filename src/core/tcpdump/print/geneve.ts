/** Geneve (RFC 8926) as tcpdump prints it: its header, its options with `-v`, what it carries. */
import { hexDigits } from "../../base/hex.ts";
import { etherTypeName } from "./ip-names.ts";
import type { Line } from "./line.ts";

const HEADER = 8;
const BRIDGED = 0x6558;
/** Of the flags, from the highest bit down; the last six are reserved. */
const FLAG_NAMES = ["O", "C", "R1", "R2", "R3", "R4", "R5", "R6"] as const;

/** Prints the header at `at` and what is behind it, together `length` bytes. */
export function printGeneve(line: Line, at: number, length: number): void {
  line.protocol = "geneve";
  line.print("Geneve");
  if (length < HEADER) {
    line.print(` [length ${length} < ${HEADER}]`);
    return line.printInvalid();
  }
  line.need(at, HEADER);
  const version = line.byte(at) >> 6;
  if (version !== 0) return line.print(` ERROR: unknown-version ${version}`);
  const optionsLength = (line.byte(at) & 0x3f) * 4;
  const type = line.word(at + 2);
  printFixed(line, at, type);
  const header = HEADER + optionsLength;
  if (length < header) return line.print(` truncated-geneve - ${header - length} bytes missing`);
  line.need(at, header);
  if (optionsLength > 0) printOptions(line, at + HEADER, at + header);
  line.print(line.verbosity > 0 ? "\n\t" : ": ");
  if (type === BRIDGED) line.printers.ethernet(line, at + header, length - header);
  else if (!line.printers.etherType(line, type, at + header, length - header))
    line.print(`geneve-proto-0x${type.toString(16)}`);
}

function printFixed(line: Line, at: number, type: number): void {
  const flags = line.byte(at + 1);
  const names = FLAG_NAMES.filter((_, bit) => flags & (0x80 >> bit)).join("");
  line.print(`, Flags [${names || "none"}], vni 0x${(line.long(at + 4) >>> 8).toString(16)}`);
  const reserved = line.byte(at + 7);
  if (reserved !== 0) line.print(`, rsvd 0x${reserved.toString(16)}`);
  if (line.options.link) line.print(`, proto ${etherTypeName(type) ?? "unknown"} (0x${hexDigits(type, 4)})`);
}

const OPTION_HEADER = 4;
const CRITICAL = 0x80;
/** Who has classes of options of their own (IANA, Geneve Option Class). */
const CLASS_NAMES: Readonly<Record<number, string>> = {
  256: "Linux",
  257: "Open vSwitch",
  258: "Open Virtual Networking (OVN)",
  259: "In-band Network Telemetry (INT)",
  260: "VMware",
};
const LAST_STANDARD = 0xff;
const FIRST_EXPERIMENTAL = 0xfff0;

function className(of: number): string {
  if (of <= LAST_STANDARD) return "Standard";
  return of >= FIRST_EXPERIMENTAL ? "Experimental" : (CLASS_NAMES[of] ?? "Unknown");
}

/** Prints the options between `from` and `to`, whose bytes are there. */
function printOptions(line: Line, from: number, to: number): void {
  if (line.verbosity === 0) return line.print(`, options [${to - from} bytes]`);
  line.print(", options [");
  for (let at = from; at < to; ) {
    if (at > from) line.print(", ");
    const length = OPTION_HEADER + (line.byte(at + 3) & 0x1f) * 4;
    printOption(line, at, length);
    if (at + length > to) {
      line.print(" [bad length]");
      break;
    }
    if (line.verbosity > 1 && length > OPTION_HEADER)
      line.print(` data${words(line, at + OPTION_HEADER, at + length)}`);
    at += length;
  }
  line.print("]");
}

function printOption(line: Line, at: number, length: number): void {
  const of = line.word(at);
  const type = line.byte(at + 2);
  const critical = type & CRITICAL ? "(C)" : "";
  line.print(`class ${className(of)} (0x${of.toString(16)}) type 0x${type.toString(16)}${critical} len ${length}`);
}

/** Each with a blank before it. */
function words(line: Line, from: number, to: number): string {
  let text = "";
  for (let at = from; at < to; at += 4) text += ` ${hexDigits(line.long(at), 8)}`;
  return text;
}
