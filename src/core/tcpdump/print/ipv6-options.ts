/** The options of IPv6's hop-by-hop and destination headers in tcpdump's words, as `-v` shows them. */
import { hexDigits } from "../../base/hex.ts";
import type { Line } from "./line.ts";

const PAD1 = 0;
const PADN = 1;
const ROUTER_ALERT = 5;
const JUMBO = 0xc2;

/** Prints the options between `from` and `to`; false where one of them ends the line. */
export function printIpv6Options(line: Line, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const type = line.byte(at);
    if (type === PAD1) {
      line.print("(pad1)");
      at++;
      continue;
    }
    const length = line.byte(at + 1);
    if (at + 2 + length > to) {
      line.printCut();
      return false;
    }
    line.print(optionText(line, type, at + 2, length));
    at += 2 + length;
  }
  line.print(" ");
  return true;
}

function optionText(line: Line, type: number, at: number, length: number): string {
  if (type === PADN) return "(padn)";
  if (type === ROUTER_ALERT) return `(rtalert: 0x${hexDigits(line.word(at), 4)}) `;
  if (type === JUMBO) return `(jumbo: ${line.long(at)}) `;
  return `(opt_type 0x${hexDigits(type, 2)}: len=${length})`;
}
