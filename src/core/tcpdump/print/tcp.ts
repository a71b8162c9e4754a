/**
 * A TCP segment as tcpdump prints it: flags, numbers, window, options, length, and what an application's first line
 * says. The header is read by its description in `protocols`; this file knows the words and their order.
 */

import { headerLength } from "../../protocols/spec.ts";
import { ACK, FIN, RST, SYN, tcpHeader, URG } from "../../protocols/tcp.ts";
import { printSegmentData } from "./applications.ts";
import type { Carrier, Line } from "./line.ts";
import { checksumText } from "./packet.ts";
import { printTcpOptions } from "./tcp-options.ts";

/** Where the length of the header has been passed. */
const FLAGS_AT = tcpHeader.flags.bit / 8;
const MIN_LENGTH = headerLength(tcpHeader);
const FLAGS_SHOWN = 0xff;
/** One letter a flag, in tcpdump's order, which is from the lowest bit up. */
const FLAG_LETTERS = "FSRP.UEW";

/** The number by which IP announces it. */
export const TCP_NUMBER = 6;

/** `S.` for SYN and ACK; `none` for no flag. The three upper bits of the twelve are not shown. */
export function flagLetters(flags: number): string {
  const letters = [...FLAG_LETTERS].filter((_, bit) => flags & (1 << bit));
  return letters.join("") || "none";
}

/** A number of 32 bits without sign, as lengths are written that should be negative. */
const unsigned = (value: number): number => value >>> 0;

/** Prints the segment at `at`, whose header and data take `length` bytes by what IP says. */
export function printTcp(line: Line, at: number, length: number, packet: Carrier): void {
  line.protocol = "tcp";
  if (!line.has(at, 4)) {
    line.print(`${packet.source()} > ${packet.destination()}:`);
    return line.printCut();
  }
  const sourcePort = line.field(tcpHeader.srcPort, at);
  const destinationPort = line.field(tcpHeader.dstPort, at);
  packet.printPorts("tcp", TCP_NUMBER, sourcePort, destinationPort);
  if (!line.has(at, FLAGS_AT)) return line.printCut();
  const header = line.field(tcpHeader.headerLength, at);
  if (header < MIN_LENGTH) {
    const claimed = unsigned(length - header);
    return line.print(` tcp ${claimed} [bad hdr length ${header} - too short, < ${MIN_LENGTH}]`);
  }
  if (!line.has(at, MIN_LENGTH)) return line.printCut();
  const isTooLong = header > length;
  const tooLong = ` [bad hdr length ${header} - too long, > ${length}]`;
  if (line.options.quiet) return line.print(`tcp ${unsigned(length - header)}${isTooLong ? tooLong : ""}`, "length");
  const bases = printFlags(line, at, packet);
  if (isTooLong) return line.print(tooLong);
  if (line.verbosity > 0 && !packet.isFragment) printChecksum(line, at, length, packet);
  printNumbers(line, at, length - header, bases);
  const flags = tcpHeader.flags(line.view, at);
  const words = { sackBase: bases.sack, flags };
  if (header > MIN_LENGTH && !printTcpOptions(line, at + MIN_LENGTH, at + header, words)) return;
  const dataLength = length - header;
  line.print(`, length ${dataLength}`, "length");
  if (dataLength > 0 && !line.has(at, header)) return printCutHeader(line, at, header);
  if (dataLength > 0 && line.tellsApplication(at + header, dataLength)) {
    const isReset = (flags & RST) !== 0;
    const facts = { sourcePort, destinationPort, isReset };
    line.part("application", () => printSegmentData(line, at + header, dataLength, facts));
  }
}

/** What there is of a header whose list of options ended before it was cut. */
function printCutHeader(line: Line, at: number, header: number): void {
  line.print(` [remaining caplen(${line.end - at}) < header length(${header})]`);
  line.printCut();
}

const NO_BASES = { seq: 0, ack: 0, sack: 0 };

/** Prints the flags; gives what the segment's numbers count from. */
function printFlags(line: Line, at: number, packet: Carrier) {
  const { view, options, bases } = line;
  const flags = tcpHeader.flags(view, at) & FLAGS_SHOWN;
  line.print(`Flags [${flagLetters(flags)}]`, "flags");
  if (options.absolute || !(flags & ACK)) return NO_BASES;
  return bases.take(
    { address: packet.sourceKey, port: tcpHeader.srcPort(view, at) },
    { address: packet.destinationKey, port: tcpHeader.dstPort(view, at) },
    { seq: tcpHeader.seq(view, at), ack: tcpHeader.ack(view, at), isSyn: (flags & SYN) !== 0 },
  );
}

function printChecksum(line: Line, at: number, length: number, packet: Carrier): void {
  const isWhole = line.has(at, length);
  if ((!isWhole && line.expectedChecksum < 0) || !packet.network) return;
  const stored = tcpHeader.checksum(line.view, at);
  const told = line.expectedChecksum;
  const expected = told >= 0 ? told : packet.checksum(TCP_NUMBER, at, length, stored);
  const verdict = stored === expected ? "correct" : `incorrect -> ${checksumText(expected)}`;
  line.print(`, cksum ${checksumText(stored)} (${verdict})`, "checksum");
}

function printNumbers(line: Line, at: number, dataLength: number, bases: { seq: number; ack: number }): void {
  const { view } = line;
  const flags = tcpHeader.flags(view, at);
  if (line.verbosity > 1 || dataLength > 0 || flags & (SYN | FIN | RST)) {
    const seq = unsigned(tcpHeader.seq(view, at) - bases.seq);
    line.print(`, seq ${seq}${dataLength > 0 ? `:${unsigned(seq + dataLength)}` : ""}`, "seq");
  }
  if (flags & ACK) line.print(`, ack ${unsigned(tcpHeader.ack(view, at) - bases.ack)}`, "ack");
  line.print(`, win ${tcpHeader.window(view, at)}`, "window");
  if (flags & URG) line.print(`, urg ${tcpHeader.urgent(view, at)}`, "urgent");
}
