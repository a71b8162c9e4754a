/** MPLS labels as tcpdump prints them (RFC 3032), and the IP packet that they lead to. */
import { printIpv4 } from "./ipv4.ts";
import { printIpv6 } from "./ipv6.ts";
import type { Line } from "./line.ts";

const BYTES = 4;
const LAST = 0x100;
const IPV4_NULL = 0;
const IPV6_NULL = 2;
const RESERVED: Readonly<Record<number, string>> = {
  [IPV4_NULL]: " (IPv4 explicit NULL)",
  1: " (router alert)",
  [IPV6_NULL]: " (IPv6 explicit NULL)",
  3: " (implicit NULL)",
};

/** Prints the stack of labels at `at`, and what it carries, together `length` bytes. */
export function printMpls(line: Line, at: number, length: number): void {
  line.protocol = "mpls";
  line.print("MPLS");
  let next = at;
  for (;;) {
    const entry = line.long(next);
    const label = entry >>> 12;
    const last = entry & LAST ? ", [S]" : "";
    line.print(`${line.verbosity > 0 && next > at ? "\n\t" : " "}(label ${label}${RESERVED[label] ?? ""}`);
    line.print(`, tc ${(entry >> 9) & 7}${last}, ttl ${entry & 0xff})`);
    next += BYTES;
    if (last) break;
  }
  const left = length - (next - at);
  if (left <= 0) return;
  // No number says what follows: tcpdump looks at the place where IP has its version.
  const version = line.byte(next) >> 4;
  if (version !== 4 && version !== 6) return line.print(`, length ${left}`);
  line.print(line.verbosity > 0 ? "\n\t" : " ");
  if (version === 4) printIpv4(line, next, left);
  else printIpv6(line, next, left);
}
