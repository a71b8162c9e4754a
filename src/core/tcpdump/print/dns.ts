/** DNS messages as tcpdump prints them, over UDP and TCP, and those of multicast DNS. */
import { dnsHeader } from "../../protocols/dns.ts";
import { headerLength } from "../../protocols/spec.ts";
import { DnsBody } from "./dns-records.ts";
import type { Line } from "./line.ts";

const LENGTH = headerLength(dnsHeader);
/** Bytes of the length before each message over TCP (RFC 1035 §4.2.2). */
const PREFIX = 2;

const OPERATIONS = ["", " inv_q", " stat", " op3", " notify", " update", " op6", " op7", " op8", " updateA"] as const;
const MORE_OPERATIONS = [" updateD", " updateDA", " updateM", " updateMA", " zoneInit", " zoneRef"] as const;
const REPLY_CODES = [
  "",
  " FormErr",
  " ServFail",
  " NXDomain",
  " NotImp",
  " Refused",
  " YXDomain",
  " YXRRSet",
  " NXRRSet",
  " NotAuth",
  " NotZone",
  " Resp11",
  " Resp12",
  " Resp13",
  " Resp14",
  " NoChange",
  " BadVers",
] as const;
const INVERSE_QUERY = 1;

/** Prints the messages of a segment: one, and whole, or it says what is wrong. */
export function printDnsOverTcp(line: Line, at: number, length: number): void {
  line.protocol = "domain";
  if (length < PREFIX) {
    line.print(` [DNS over TCP: length ${length} < ${PREFIX}]`);
    return line.printInvalid();
  }
  const stated = line.word(at);
  if (stated !== length - PREFIX) {
    line.print(` [prefix length(${stated}) != length(${length - PREFIX})]`);
    return line.printInvalid();
  }
  line.print(" ");
  printDns(line, at + PREFIX, stated, false);
}

/** Prints the message at `at`, of `length` bytes. */
export function printDns(line: Line, at: number, length: number, isMulticast: boolean): void {
  line.protocol = "domain";
  if (length < LENGTH) {
    line.print(`domain [length ${length} < ${LENGTH}]`);
    return line.printInvalid();
  }
  if (!line.has(at, LENGTH)) return line.printCut();
  const { view } = line;
  const flags = dnsHeader.flags(view, at);
  const body = new DnsBody(line, at, at + LENGTH, isMulticast);
  const isWhole = flags & 0x8000 ? printResponse(line, at, flags, body) : printQuery(line, at, flags, body);
  if (!isWhole) return line.printCut();
  line.print(` (${length})`);
}

const operation = (flags: number): string => [...OPERATIONS, ...MORE_OPERATIONS][(flags >> 11) & 15] ?? "";

function counts(view: DataView, at: number) {
  return {
    questions: dnsHeader.questions(view, at),
    answers: dnsHeader.answers(view, at),
    authorities: dnsHeader.authorities(view, at),
    additional: dnsHeader.additional(view, at),
  };
}

function printResponse(line: Line, at: number, flags: number, body: DnsBody): boolean {
  const { questions, answers, authorities, additional } = counts(line.view, at);
  const code = (flags & 15) | body.extendedCode(questions, answers + authorities, additional);
  const marks = `${flags & 0x0400 ? "*" : ""}${flags & 0x0080 ? "" : "-"}${flags & 0x0200 ? "|" : ""}${flags & 0x0020 ? "$" : ""}`;
  line.print(`${dnsHeader.id(line.view, at)}${operation(flags)}${REPLY_CODES[code] ?? ` Resp${code}`}${marks}`);
  if (questions !== 1) line.print(` [${questions}q]`);
  for (let index = 0; index < questions; index++) {
    if (index > 0) line.print(",");
    if (line.verbosity > 1) {
      line.print(" q:");
      if (!body.printQuestion()) return false;
    } else if (!body.skipQuestion()) return false;
  }
  line.print(` ${answers}/${authorities}/${additional}`);
  if (!body.printRecords(answers)) return false;
  if (line.verbosity < 2) return true;
  return body.printSection(" ns:", authorities) && body.printSection(" ar:", additional);
}

function printQuery(line: Line, at: number, flags: number, body: DnsBody): boolean {
  const { questions, answers, authorities, additional } = counts(line.view, at);
  const code = flags & 15 ? (REPLY_CODES[flags & 15] ?? "") : "";
  const marks = `${flags & 0x0100 ? "+" : ""}${flags & 0x0010 ? "%" : ""}`;
  line.print(`${dnsHeader.id(line.view, at)}${operation(flags)}${code}${marks}`);
  // Bits that a query has no use for.
  if (flags & 0x06cf) line.print(` [b2&3=0x${flags.toString(16)}]`);
  if (((flags >> 11) & 15) === INVERSE_QUERY) {
    if (questions > 0) line.print(` [${questions}q]`);
    if (answers !== 1) line.print(` [${answers}a]`);
  } else {
    if (answers > 0) line.print(` [${answers}a]`);
    if (questions !== 1) line.print(` [${questions}q]`);
  }
  if (authorities > 0) line.print(` [${authorities}n]`);
  if (additional > 0) line.print(` [${additional}au]`);
  for (let index = 0; index < questions; index++) if (!body.printQuestion()) return false;
  if (line.verbosity < 2) return true;
  return body.printRecords(answers) && body.printSection(" ns:", authorities) && body.printSection(" ar:", additional);
}
