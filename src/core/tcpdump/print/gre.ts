/** Generic Routing Encapsulation (RFC 2784, RFC 2890) as tcpdump prints it, version 0; other versions are named. */
import { hexDigits } from "../../base/hex.ts";
import { etherTypeName } from "./ip-names.ts";
import type { Line } from "./line.ts";

const CHECKSUM = 0x8000;
const ROUTING = 0x4000;
const KEY = 0x2000;
const SEQUENCE = 0x1000;
const STRICT_ROUTE = 0x0800;
const VERSION = 0x0007;
const FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [CHECKSUM, "checksum present"],
  [ROUTING, "routing present"],
  [KEY, "key present"],
  [SEQUENCE, "sequence# present"],
  [STRICT_ROUTE, "source routing present"],
];
const BRIDGED = 0x6558;

/** Prints the header at `at` and the packet in it, together `length` bytes. */
export function printGre(line: Line, at: number, length: number): void {
  line.protocol = "gre";
  const flags = line.word(at);
  const version = flags & VERSION;
  line.print(`GREv${version}`);
  if (version !== 0) return line.print(" unknown-version");
  if (line.verbosity > 0) {
    const names = FLAGS.filter(([bit]) => flags & bit).map(([, name]) => name);
    line.print(`, Flags [${names.join(", ") || "none"}]`);
  }
  const type = line.word(at + 2);
  let next = at + 4;
  if (flags & (CHECKSUM | ROUTING)) {
    if (line.verbosity > 0) line.print(`, sum 0x${line.word(next).toString(16)}`);
    line.print(`, off 0x${line.word(next + 2).toString(16)}`);
    next += 4;
  }
  if (flags & KEY) {
    line.print(`, key=0x${line.long(next).toString(16)}`);
    next += 4;
  }
  if (flags & SEQUENCE) {
    line.print(`, seq ${line.long(next)}`);
    next += 4;
  }
  if (line.options.link) line.print(`, proto ${etherTypeName(type) ?? "unknown"} (0x${hexDigits(type, 4)})`);
  line.print(`, length ${length}${line.verbosity > 0 ? "\n\t" : ": "}`);
  const left = length - (next - at);
  if (type === BRIDGED) line.printers.ethernet(line, next, left);
  else if (!line.printers.etherType(line, type, next, left)) line.print(`gre-proto-0x${type.toString(16)}`);
}
