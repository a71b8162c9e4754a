/** ICMPv6 as tcpdump prints it. */

import { icmpv6Header } from "../../protocols/icmpv6.ts";
import * as types from "../../protocols/icmpv6-types.ts";
import { ipv6Header } from "../../protocols/ipv6.ts";
import { headerLength } from "../../protocols/spec.ts";
import { udpHeader } from "../../protocols/udp.ts";
import { MOBILE_NAMES, printMobile } from "./icmpv6-mobile.ts";
import { PREFERENCES, printDiscoveryOptions } from "./icmpv6-options.ts";
import type { Carrier, Line } from "./line.ts";
import { checksumText } from "./packet.ts";
import { TCP_NUMBER } from "./tcp.ts";
import { UDP_NUMBER } from "./udp.ts";

const NUMBER = 58;
const LISTENER_REPORT_2 = 143;
const NAMES: Readonly<Record<number, string>> = {
  [types.UNREACHABLE]: "destination unreachable",
  [types.TOO_BIG]: "packet too big",
  [types.TIME_EXCEEDED]: "time exceeded in-transit",
  [types.PARAMETER_PROBLEM]: "parameter problem",
  [types.ECHO_REQUEST]: "echo request",
  [types.ECHO_REPLY]: "echo reply",
  [types.LISTENER_QUERY]: "multicast listener query",
  [types.LISTENER_REPORT]: "multicast listener report",
  [types.LISTENER_DONE]: "multicast listener done",
  [types.ROUTER_SOLICITATION]: "router solicitation",
  [types.ROUTER_ADVERTISEMENT]: "router advertisement",
  135: "neighbor solicitation",
  136: "neighbor advertisement",
  137: "redirect",
  138: "router renumbering",
  141: "inverse neighbor solicitation",
  142: "inverse neighbor advertisement",
  [LISTENER_REPORT_2]: "multicast listener report v2",
  ...MOBILE_NAMES,
};
const NEIGHBOR_SOLICITATION = 135;
const NEIGHBOR_ADVERTISEMENT = 136;
const REDIRECT = 137;
/** Types whose length stands behind their name where `-v` puts options at the line's end. */
const WITH_OPTIONS = [133, 134, 135, 136, 137];

/** Prints the message at `at`, which takes `length` bytes by what IP says. */
export function printIcmpv6(line: Line, at: number, length: number, packet: Carrier): void {
  line.protocol = "icmp6";
  if (packet.network?.addressLength === 4) {
    line.print("[ICMPv6 requires IPv6]");
    return line.printInvalid();
  }
  if (length === 0) {
    line.print("ICMP6, length 0");
    return line.printInvalid();
  }
  if (line.verbosity > 0 && !packet.isFragment && line.has(at, length)) printChecksum(line, at, length, packet);
  const type = line.field(icmpv6Header.type, at);
  const code = line.field(icmpv6Header.code, at);
  line.print(`ICMP6, ${NAMES[type] ?? `unknown icmp6 type (${type})`}`);
  const isKnown = type in NAMES;
  if (line.verbosity > 0 && WITH_OPTIONS.includes(type)) line.print(`, length ${length}`);
  printBody(line, at, length, type, code);
  if (line.verbosity === 0 || !isKnown) line.print(`, length ${length}`);
}

function printChecksum(line: Line, at: number, length: number, packet: Carrier): void {
  const stored = icmpv6Header.checksum(line.view, at);
  const expected = packet.checksum(NUMBER, at, length, stored);
  if (stored === expected) line.print("[icmp6 sum ok] ");
  else line.print(`[bad icmp6 cksum ${checksumText(stored)} -> ${checksumText(expected)}!] `);
}

/** Where an error's quotation has its destination. */
const QUOTED_AT = 8;

function printBody(line: Line, at: number, length: number, type: number, code: number): void {
  switch (type) {
    case types.UNREACHABLE:
      return printUnreachable(line, at + QUOTED_AT, code);
    case types.TOO_BIG:
      return line.print(`, mtu ${line.long(at + 4)}`);
    case types.TIME_EXCEEDED:
      return line.print(exceededText(line, at + QUOTED_AT, code));
    case types.PARAMETER_PROBLEM:
      return printProblem(line, at, code);
    case types.ECHO_REQUEST:
    case types.ECHO_REPLY:
      return line.print(`, id ${line.word(at + 4)}, seq ${line.word(at + 6)}`);
    case types.LISTENER_QUERY:
    case types.LISTENER_REPORT:
    case types.LISTENER_DONE:
      return printListener(line, at, length, type);
    case LISTENER_REPORT_2:
      return printListenerReport(line, at);
    default:
      return type in MOBILE_NAMES ? printMobile(line, at, length, type) : printDiscovery(line, at, length, type);
  }
}

/** The names of codes, one of them with a blank too many, as tcpdump has it. */
const UNREACHABLE = [
  "unreachable route",
  " unreachable prohibited",
  "beyond scope",
  "unreachable address",
  "unreachable port",
] as const;
const BEYOND_SCOPE = 2;
const NO_PORT = 4;

function printUnreachable(line: Line, quotedAt: number, code: number): void {
  line.print(`, ${UNREACHABLE[code] ?? `unknown unreach code (${code})`}`);
  if (code > NO_PORT) return;
  const to = line.ipv6(quotedAt + ipv6Header.dst.bit / 8);
  if (code === BEYOND_SCOPE) {
    return line.print(` ${to}, source address ${line.ipv6(quotedAt + ipv6Header.src.bit / 8)}`);
  }
  if (code !== NO_PORT) return line.print(` ${to}`);
  const number = ipv6Header.nextHeader(line.view, quotedAt);
  const port = line.field(udpHeader.dstPort, quotedAt + headerLength(ipv6Header));
  if (number === TCP_NUMBER) return line.print(`, ${to} tcp port ${line.port("tcp", port)}`);
  if (number === UDP_NUMBER) return line.print(`, ${to} udp port ${line.port("udp", port)}`);
  line.print(`, ${to} protocol ${number} port ${port} unreachable`);
}

function exceededText(line: Line, quotedAt: number, code: number): string {
  if (code === 0) return ` for ${line.ipv6(quotedAt + ipv6Header.dst.bit / 8)}`;
  return code === 1 ? " (reassembly)" : `, unknown code (${code})`;
}

const PROBLEMS = ["erroneous", "next header", "option", "incomplete header chain"] as const;

function printProblem(line: Line, at: number, code: number): void {
  const name = PROBLEMS[code];
  line.print(name ? `, ${name} - octet ${line.long(at + 4)}` : `, code-#${code}`);
}

const LISTENER_LENGTH = 24;
const LISTENER_QUERY_2_LEAST = 28;

function printListener(line: Line, at: number, length: number, type: number): void {
  if (type === types.LISTENER_QUERY && length !== LISTENER_LENGTH) return printListenerQuery(line, at, length);
  line.print(`max resp delay: ${line.word(at + 4)} addr: ${line.ipv6(at + 8)}`);
}

/** The second version's question (RFC 3810 §5.1). */
function printListenerQuery(line: Line, at: number, length: number): void {
  if (length < LISTENER_QUERY_2_LEAST) return line.print(` unknown-version (len ${length}) `);
  const code = line.word(at + 4);
  const delay = code < 0x8000 ? code : ((code & 0x0fff) | 0x1000) << (((code >> 12) & 7) + 3);
  const interval = line.byte(at + 25);
  const sources = line.word(at + 26);
  line.print(` v2 [max resp delay=${delay}]`);
  if (line.verbosity > 0) {
    if (line.byte(at + 24) & 8) line.print(" sflag");
    line.print(
      ` robustness=${line.byte(at + 24) & 7} qqi=${interval < 128 ? interval : ((interval & 15) | 16) << (((interval >> 4) & 7) + 3)}`,
    );
  }
  line.print(`[gaddr ${line.ipv6(at + 8)}`);
  if (sources > 0) line.print(`, ${sources} source(s)`);
  line.print("]");
}

const REPORTS: Readonly<Record<number, string>> = {
  1: "is_in",
  2: "is_ex",
  3: "to_in",
  4: "to_ex",
  5: "allow",
  6: "block",
};

function printListenerReport(line: Line, at: number): void {
  const groups = line.word(at + 6);
  line.print(`, ${groups} group record(s)`);
  if (line.verbosity === 0) return;
  for (let group = 0, next = at + 8; group < groups; group++) {
    const kind = line.byte(next);
    const sources = line.word(next + 2);
    line.print(` [gaddr ${line.ipv6(next + 4)} ${REPORTS[kind] ?? ` [v2-report-#${kind}]`}`);
    if (line.verbosity > 1) {
      line.print(" {");
      for (let source = 0; source < sources; source++) line.print(` ${line.ipv6(next + 20 + 16 * source)}`);
      line.print(" }");
    } else line.print(`, ${sources} source(s)`);
    line.print("]");
    next += 20 + 16 * sources + 4 * line.byte(next + 1);
  }
}

const ADVERTISED = ["router", "solicited", "override"] as const;
/** Bytes before the options, by type. */
const OPTIONS_AT: Readonly<Record<number, number>> = { 133: 8, 134: 16, 135: 24, 136: 24, 137: 40 };

function printDiscovery(line: Line, at: number, length: number, type: number): void {
  const optionsAt = OPTIONS_AT[type];
  if (type === NEIGHBOR_SOLICITATION) line.print(`, who has ${line.ipv6(at + 8)}`);
  if (type === NEIGHBOR_ADVERTISEMENT) line.print(`, tgt is ${line.ipv6(at + 8)}`);
  if (type === REDIRECT) line.print(`, ${line.ipv6(at + 24)} to ${line.ipv6(at + 8)}`);
  if (line.verbosity === 0 || optionsAt === undefined) return;
  if (type === types.ROUTER_ADVERTISEMENT) printAdvertisement(line, at);
  if (type === NEIGHBOR_ADVERTISEMENT) {
    const flags = ADVERTISED.filter((_, bit) => line.byte(at + 4) & (0x80 >> bit));
    line.print(`, Flags [${flags.join(", ") || "none"}]`);
  }
  if (!printDiscoveryOptions(line, at + optionsAt, at + length)) line.printCut();
}

const ROUTER_FLAGS: readonly (readonly [bit: number, name: string])[] = [
  [0x80, "managed"],
  [0x40, "other stateful"],
  [0x20, "home agent"],
  [0x02, "ipv6 only"],
];

function printAdvertisement(line: Line, at: number): void {
  const flags = line.byte(at + 5);
  const names = ROUTER_FLAGS.filter(([bit]) => flags & bit).map(([, name]) => name);
  line.print(`\n\thop limit ${line.byte(at + 4)}, Flags [${names.join(", ") || "none"}]`);
  line.print(`, pref ${PREFERENCES[(flags >> 3) & 3]}, router lifetime ${line.word(at + 6)}s`);
  line.print(`, reachable time ${line.long(at + 8)}ms, retrans timer ${line.long(at + 12)}ms`);
}
