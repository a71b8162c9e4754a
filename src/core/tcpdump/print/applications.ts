/**
 * What tcpdump tells of a segment's data behind its length: with `-v` the text in a reset; of applications HTTP's lines
 * and DNS. Which it is, is told by ports alone.
 */
import { printDnsOverTcp } from "./dns.ts";
import { printHttp } from "./http.ts";
import type { Line } from "./line.ts";
import { visible } from "./visible.ts";

const DNS = 53;
const HTTP = [80, 8080, 3128];
/** Bytes of a reset's text that are shown. */
const MOST_RESET = 30;

/** Prints what is told of the `length` bytes at `at`. */
export function printSegmentData(
  line: Line,
  at: number,
  length: number,
  facts: { readonly sourcePort: number; readonly destinationPort: number; readonly isReset: boolean },
): void {
  const ports = [facts.sourcePort, facts.destinationPort];
  if (facts.isReset && line.verbosity > 0) return printResetText(line, at, length);
  if (HTTP.some((port) => ports.includes(port))) {
    line.print(": ");
    printHttp(line, at, length);
  } else if (ports.includes(DNS)) printDnsOverTcp(line, at, length);
}

/** Why the sender gave up, as some say it in a reset (RFC 9293 §3.5.2); `!` says that it is cut. */
function printResetText(line: Line, at: number, length: number): void {
  line.print(` [${line.has(at, length) ? "" : "!"}RST${length > MOST_RESET ? "+" : ""} `);
  const end = Math.min(at + Math.min(length, MOST_RESET), line.end);
  for (let byte = at; byte < end; byte++) line.print(visible(line.byte(byte)));
  line.print("]");
}
