/** Protocol Independent Multicast as tcpdump prints it: the message's name; with `-v` its checksum, and what a Register carries. */
import { hexDigits } from "../../base/hex.ts";
import { complement, wordSum } from "../../protocols/checksum.ts";
import { PIM_NUMBER, pimHeader, REGISTER, registerHeader, VERSION } from "../../protocols/pim.ts";
import { headerLength } from "../../protocols/spec.ts";
import type { Carrier, Line } from "./line.ts";

const NAMES: Readonly<Record<number, string>> = {
  0: "Hello",
  [REGISTER]: "Register",
  2: "Register Stop",
  3: "Join / Prune",
  4: "Bootstrap",
  5: "Assert",
  6: "Graft",
  7: "Graft Acknowledgement",
  8: "Candidate RP Advertisement",
  9: "Prune Refresh",
  10: "DF Election",
  11: "ECMP Redirect",
};
const LENGTH = headerLength(pimHeader);
const REGISTER_LENGTH = headerLength(registerHeader);
/** One flag is named, both together are not. */
const FLAGS: Readonly<Record<number, string>> = { 2147483648: "Border", 1073741824: "Null" };

/** Prints the message at `at` and the packet in it, together `length` bytes. */
export function printPim(line: Line, at: number, length: number, packet: Carrier): void {
  line.protocol = "pim";
  const version = line.field(pimHeader.version, at);
  if (version !== VERSION) return line.print(`PIMv${version}, length ${length}`);
  const type = pimHeader.type(line.view, at);
  const name = NAMES[type] ?? "Unknown Type";
  if (line.verbosity === 0) return line.print(`PIMv${version}, ${name}, length ${length}`);
  line.print(`PIMv${version}, length ${length}\n\t${name}`);
  line.protocol = "pimv2";
  if (length < LENGTH) {
    line.print(`[length ${length} < ${length < 2 ? 2 : LENGTH}]`);
    return line.printInvalid();
  }
  const stored = line.field(pimHeader.checksum, at);
  line.print(`, cksum 0x${hexDigits(stored, 4)} (${verdict(line, at, length, packet, stored)})`);
  if (type === REGISTER) printRegister(line, at, length);
}

/** Of a Register its beginning or all of it is summed, over IPv6 with a pseudo header. */
function verdict(line: Line, at: number, length: number, packet: Carrier, stored: number): string {
  if (stored === 0) return "unverified";
  const isRegister = pimHeader.type(line.view, at) === REGISTER;
  const isGood = (to: number): boolean => {
    const own = () => complement(wordSum(line.view, at, at + to) - stored);
    return stored === (packet.network?.addressLength === 4 ? own() : packet.checksum(PIM_NUMBER, at, to, stored));
  };
  if (isRegister && line.has(at, REGISTER_LENGTH) && isGood(REGISTER_LENGTH)) return "correct";
  if (!line.has(at, length)) return "unverified";
  return isGood(length) ? "correct" : "incorrect";
}

function printRegister(line: Line, at: number, length: number): void {
  line.print(`, Flags [ ${FLAGS[line.field(registerHeader.flags, at)] ?? "none"} ]\n\t`);
  const inner = at + REGISTER_LENGTH;
  const left = length - REGISTER_LENGTH;
  const version = line.byte(inner) >> 4;
  if (version === 4) line.printers.ipv4(line, inner, left);
  else if (version === 6) line.printers.ipv6(line, inner, left);
  else if (version === 0) line.print(`IP-Null-header ${line.ipv4(inner + 12)} > ${line.ipv4(inner + 16)}`);
  else line.print(`IP ver ${version}`);
}
