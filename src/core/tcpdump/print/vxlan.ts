/** Ethernet within UDP as tcpdump prints it: VXLAN (RFC 7348). */
import { hexDigits } from "../../base/hex.ts";
import type { Line } from "./line.ts";

const HEADER = 8;
const HAS_NETWORK = 0x08;

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
