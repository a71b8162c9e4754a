/** ICMP as tcpdump prints it; with `-v` also the packet that an error quotes. */
import { complement, wordSum } from "../../protocols/checksum.ts";
import { icmpHeader } from "../../protocols/icmp.ts";
import * as types from "../../protocols/icmp-types.ts";
import { ipv4Header } from "../../protocols/ipv4.ts";
import { udpHeader } from "../../protocols/udp.ts";
import type { Carrier, Line } from "./line.ts";
import { TCP_NUMBER } from "./tcp.ts";
import { UDP_NUMBER } from "./udp.ts";

/** Type, code and checksum, then four bytes that each type uses in its own way. */
const LENGTH = 8;

/** The fixed header of the IP packet that an error quotes, and how much of it has its protocol. */
const QUOTED_LEAST = 20;
const QUOTED_PROTOCOL_END = 10;

/** Words for the types that have nothing else to say. */
const WORDS: Readonly<Record<number, string>> = {
  [types.SOURCE_QUENCH]: "source quench",
  10: "router solicitation",
  15: "information request",
  16: "information reply",
  [types.MASK_REQUEST]: "address mask request",
};

/** Prints the message at `at`, which takes `length` bytes by what IP says. */
export function printIcmp(line: Line, at: number, length: number, packet: Carrier): void {
  line.protocol = "icmp";
  const type = line.field(icmpHeader.type, at);
  const code = line.field(icmpHeader.code, at);
  // tcpdump looks whether the quoted protocol is there, and ends the line by itself where it is not.
  if (type === types.UNREACHABLE && code === PORT_UNREACHABLE && !line.has(at, LENGTH + QUOTED_PROTOCOL_END)) {
    return line.printCut();
  }
  line.print(`ICMP ${words(line, at, type, code)}, length ${length}`, "icmp");
  if (line.verbosity === 0) return;
  if (!packet.isFragment && line.has(at, length)) printChecksum(line, at, length);
  if (!types.isQuoting(type)) return;
  line.print("\n\t");
  const quotedAt = at + LENGTH;
  const quoted = line.field(ipv4Header.totalLength, quotedAt);
  line.within(quotedAt + quoted, () => line.printers.ipv4(line, quotedAt, quoted));
}

function printChecksum(line: Line, at: number, length: number): void {
  const stored = line.field(icmpHeader.checksum, at);
  const expected = complement(wordSum(line.view, at, at + length) - stored);
  if (stored !== expected) line.print(` (wrong icmp cksum ${stored.toString(16)} (->${expected.toString(16)})!)`);
}

function words(line: Line, at: number, type: number, code: number): string {
  switch (type) {
    case types.ECHO_REQUEST:
    case types.ECHO_REPLY:
      return `echo ${type === types.ECHO_REQUEST ? "request" : "reply"}, id ${line.word(at + 4)}, seq ${line.word(at + 6)}`;
    case types.UNREACHABLE:
      return unreachable(line, at, code);
    case types.REDIRECT:
      return redirect(line, at, code);
    case types.ROUTER_ADVERTISEMENT:
      return routers(line, at);
    case types.TIME_EXCEEDED:
      line.need(at + LENGTH, QUOTED_LEAST);
      return ["time exceeded in-transit", "ip reassembly time exceeded"][code] ?? `time exceeded-#${code}`;
    case types.PARAMETER_PROBLEM:
      return `parameter problem - ${code ? `code ${code}` : `octet ${line.byte(at + 4)}`}`;
    case types.MASK_REPLY:
      return `address mask is 0x${line
        .long(at + 8)
        .toString(16)
        .padStart(8, "0")}`;
    case types.TIMESTAMP_REQUEST:
      return `time stamp query id ${line.word(at + 4)} seq ${line.word(at + 6)}`;
    case types.TIMESTAMP_REPLY:
      return timestamps(line, at);
    default:
      return WORDS[type] ?? `type-#${type}`;
  }
}

/** How each code of "destination unreachable" is worded; `to` is the address that could not be reached. */
const UNREACHABLE: readonly ((to: string) => string)[] = [
  (to) => `net ${to} unreachable`,
  (to) => `host ${to} unreachable`,
  (to) => to, // the quoted packet says more
  (to) => to,
  (to) => to,
  (to) => `${to} unreachable - source route failed`,
  (to) => `net ${to} unreachable - unknown`,
  (to) => `host ${to} unreachable - unknown`,
  (to) => `${to} unreachable - source host isolated`,
  (to) => `net ${to} unreachable - admin prohibited`,
  (to) => `host ${to} unreachable - admin prohibited`,
  (to) => `net ${to} unreachable - tos prohibited`,
  (to) => `host ${to} unreachable - tos prohibited`,
  (to) => `host ${to} unreachable - admin prohibited filter`,
  (to) => `host ${to} unreachable - host precedence violation`,
  (to) => `host ${to} unreachable - precedence cutoff`,
];
const PROTOCOL_UNREACHABLE = 2;
const PORT_UNREACHABLE = 3;
const FRAGMENTATION_NEEDED = 4;

function unreachable(line: Line, at: number, code: number): string {
  const quotedAt = at + LENGTH;
  const to = line.ipv4(quotedAt + ipv4Header.dst.bit / 8);
  const protocol = ipv4Header.protocol(line.view, quotedAt);
  if (code === PROTOCOL_UNREACHABLE) return `${to} protocol ${protocol} unreachable`;
  if (code === PORT_UNREACHABLE) {
    const port = line.field(udpHeader.dstPort, quotedAt + ipv4Header.headerLength(line.view, quotedAt));
    if (protocol === TCP_NUMBER) return `${to} tcp port ${line.port("tcp", port)} unreachable`;
    if (protocol === UDP_NUMBER) return `${to} udp port ${line.port("udp", port)} unreachable`;
    return `${to} protocol ${protocol} port ${port} unreachable`;
  }
  if (code === FRAGMENTATION_NEEDED) {
    const mtu = line.word(at + 6);
    return `${to} unreachable - need to frag${mtu ? ` (mtu ${mtu})` : ""}`;
  }
  return UNREACHABLE[code]?.(to) ?? `${to} unreachable - #${code}`;
}

function redirect(line: Line, at: number, code: number): string {
  const to = line.ipv4(at + LENGTH + ipv4Header.dst.bit / 8);
  const gateway = line.ipv4(at + 4);
  const kinds = ["redirect", "redirect", "redirect-tos", "redirect-tos"];
  const kind = kinds[code];
  if (kind === undefined) return `redirect-#${code} ${to} to ${gateway}`;
  return `${kind} ${to} to ${code % 2 === 0 ? "net" : "host"} ${gateway}`;
}

function routers(line: Line, at: number): string {
  const lifetime = line.word(at + 6);
  const seconds = String(lifetime % 60).padStart(2, "0");
  const minutes = Math.floor(lifetime / 60) % 60;
  const time =
    lifetime < 60
      ? String(lifetime)
      : lifetime < 3600
        ? `${minutes}:${seconds}`
        : `${Math.floor(lifetime / 3600)}:${String(minutes).padStart(2, "0")}:${seconds}`;
  const count = line.byte(at + 4);
  const size = line.byte(at + 5);
  let text = `router advertisement lifetime ${time} ${count}:`;
  if (size !== 2) return `${text} [size ${size}]`;
  for (let entry = at + LENGTH; entry < at + LENGTH + count * 8; entry += 8) {
    text += ` {${line.ipv4(entry)} ${line.long(entry + 4)}}`;
  }
  return text;
}

function timestamps(line: Line, at: number): string {
  const clock = (stampAt: number) => {
    const milliseconds = line.long(stampAt);
    const seconds = Math.floor(milliseconds / 1000);
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return `${parts.map((part) => String(part).padStart(2, "0")).join(":")}.${String(milliseconds % 1000).padStart(3, "0")}`;
  };
  const head = `time stamp reply id ${line.word(at + 4)} seq ${line.word(at + 6)}`;
  return `${head}: org ${clock(at + 8)}, recv ${clock(at + 12)}, xmit ${clock(at + 16)}`;
}
