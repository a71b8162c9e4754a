/** Ethernet within UDP as tcpdump prints it: VXLAN (RFC 7348) and Geneve (RFC 8926), the latter without its options. */
import { hexDigits } from "../../base/hex.ts";
import { etherTypeName } from "./ip-names.ts";
import type { Line } from "./line.ts";

const HEADER = 8;
const HAS_NETWORK = 0x08;
const BRIDGED = 0x6558;

/** Prints the header at `at` and the frame behind it, together `length` bytes. */
export function printVxlan(line: Line, at: number, length: number): void {
  line.protocol = "vxlan";
  if (length < HEADER) return line.printCut();
  const flags = line.byte(at);
  line.print(
    `VXLAN, flags [${flags & HAS_NETWORK ? "I" : "."}] (0x${hexDigits(flags, 2)}), vni ${line.long(at + 4) >>> 8}\n`,
  );
  line.printers.ethernet(line, at + HEADER, length - HEADER);
}

const OAM = 0x80;
const CRITICAL = 0x40;

/** Prints the header at `at` and what is behind it, together `length` bytes. */
export function printGeneve(line: Line, at: number, length: number): void {
  line.protocol = "geneve";
  if (length < HEADER) return line.printCut();
  const flags = line.byte(at + 1);
  const letters = `${flags & OAM ? "O" : ""}${flags & CRITICAL ? "C" : ""}`;
  const type = line.word(at + 2);
  line.print(`Geneve, Flags [${letters || "none"}], vni 0x${(line.long(at + 4) >>> 8).toString(16)}`);
  if (line.options.link) line.print(`, proto ${etherTypeName(type) ?? "unknown"} (0x${hexDigits(type, 4)})`);
  line.print(line.verbosity > 0 ? "\n\t" : ": ");
  const header = HEADER + (line.byte(at) & 0x3f) * 4;
  if (type === BRIDGED) line.printers.ethernet(line, at + header, length - header);
  else if (!line.printers.etherType(line, type, at + header, length - header))
    line.print(`geneve-proto-0x${type.toString(16)}`);
}
