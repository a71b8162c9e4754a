/**
 * Domain Name System, RFC 1035, over UDP and TCP; with it those that took its messages: multicast DNS (RFC 6762) and
 * LLMNR (RFC 4795). Names are in dns-names.ts, questions and records in
 * dns-records.ts.
 *
 * Over TCP a message counts where it is whole in its segment; the segments of a longer one are TCP's.
 */
import { hexDigits } from "../base/hex.ts";
import type { DnsMessage } from "./dns-data.ts";
import { dnsRecordFields, entries, entryNode, entryWords } from "./dns-records.ts";
import type { FieldNode, Inspection } from "./inspection.ts";
import { bool, dec, fieldsOf, generated, header, headerLength, hex } from "./spec.ts";
import type { PortTable, Protocol, Walk } from "./walk.ts";

const RFC = "RFC 1035 §4.1.1";

const OPERATIONS: Readonly<Record<number, string>> = {
  0: "Standard query",
  1: "Inverse query",
  2: "Server status request",
  4: "Zone change notification",
  5: "Dynamic update",
};
const REPLY_CODES: Readonly<Record<number, string>> = {
  0: "No error",
  1: "Format error",
  2: "Server failure",
  3: "No such name",
  4: "Not implemented",
  5: "Refused",
  6: "Name exists",
  7: "RRset exists",
  8: "RRset does not exist",
  9: "Not authoritative",
  10: "Name out of zone",
};

/** The fixed header. */
export const dnsHeader = header(
  "dns",
  { source: RFC },
  {
    id: hex(16, "Transaction ID"),
    flags: hex(16, "Flags", {
      parts: {
        response: bool("Response", { filter: "flags.response" }),
        opcode: dec(4, "Opcode", { filter: "flags.opcode", values: OPERATIONS }),
        authoritative: bool("Authoritative", { filter: "flags.authoritative" }),
        truncated: bool("Truncated", { filter: "flags.truncated" }),
        recursionDesired: bool("Recursion desired", { filter: "flags.recdesired" }),
        recursionAvailable: bool("Recursion available", { filter: "flags.recavail" }),
        reserved: bool("Z", { filter: "flags.z" }),
        authentic: bool("Answer authenticated", { filter: "flags.authenticated", source: "RFC 4035 §3.1.6" }),
        unchecked: bool("Non-authenticated data", { filter: "flags.checkdisable", source: "RFC 4035 §3.1.6" }),
        replyCode: dec(4, "Reply code", { filter: "flags.rcode", values: REPLY_CODES }),
      },
    }),
    questions: dec(16, "Questions", { filter: "count.queries" }),
    answers: dec(16, "Answer RRs", { filter: "count.answers" }),
    authorities: dec(16, "Authority RRs", { filter: "count.auth_rr" }),
    additional: dec(16, "Additional RRs", { filter: "count.add_rr" }),
  },
);
const LENGTH = headerLength(dnsHeader);
/** The flags as LLMNR has them (RFC 4795 §2.1.1). */
const llmnrFlags = header(
  "dns.flags",
  { source: "RFC 4795 §2.1.1" },
  {
    response: bool("Response"),
    opcode: dec(4, "Opcode", { values: OPERATIONS }),
    conflict: bool("Conflict"),
    truncated: bool("Truncated"),
    tentative: bool("Tentative"),
    reserved: dec(4, "Reserved", { ours: true }),
    replyCode: dec(4, "Reply code", { filter: "rcode", values: REPLY_CODES }),
  },
);
/** Flags that only an answer has a use for. */
const ANSWERED: ReadonlySet<string> = new Set([
  "dns.flags.authoritative",
  "dns.flags.recavail",
  "dns.flags.authenticated",
  "dns.flags.rcode",
]);
const length = generated("dns.length", "Length", "uint", { source: "RFC 1035 §4.2.2", unit: "bytes" });
/** Bytes of the length before each message over TCP. */
const PREFIX = 2;

/** Least bytes of a question and of a record: a name of one byte, and the fixed part. */
const LEAST_QUESTION = 5;
const LEAST_RECORD = 11;

interface Kind {
  readonly key: string;
  readonly title: string;
  readonly short: string;
  readonly source: string;
  readonly ports: readonly number[];
  readonly over: PortTable;
}

const protocol = ({ key, title, short, source, ports, over }: Kind): Protocol => ({
  key,
  title,
  short,
  source,
  reachedBy: { [over]: ports },
  isApplication: true,
  header: dnsHeader,
  further: [length, llmnrFlags.conflict, llmnrFlags.tentative, llmnrFlags.reserved, ...dnsRecordFields],

  accepts(w: Walk) {
    if (over === "udpPort") return w.end - w.at >= LENGTH;
    return w.end - w.at >= PREFIX && isWholeMessage(w.view, w.at, w.end);
  },

  walk(w: Walk) {
    w.at = w.end;
    w.stop();
  },

  inspect(p: Inspection) {
    for (const message of messages(p, over, key)) {
      if (over === "tcpPort") p.add(length, message.end - message.at, { at: message.at - PREFIX, length: PREFIX });
      inspectMessage(p, message, key === "llmnr");
    }
  },

  info(p: Inspection) {
    return Array.from(messages(p, over, key), (message) => messageWords(p, message)).join(" ");
  },
});

export const dns = protocol({
  key: "dns",
  title: "Domain Name System",
  short: "DNS",
  source: "RFC 1035",
  ports: [53],
  over: "udpPort",
});
export const dnsOverTcp = protocol({ ...dns, ports: [53], over: "tcpPort" });
export const multicastDns = protocol({
  key: "mdns",
  title: "Multicast Domain Name System",
  short: "MDNS",
  source: "RFC 6762",
  ports: [5353],
  over: "udpPort",
});
export const llmnr = protocol({
  key: "llmnr",
  title: "Link-local Multicast Name Resolution",
  short: "LLMNR",
  source: "RFC 4795",
  ports: [5355],
  over: "udpPort",
});

/** Whether a message with its length before it stands at `at`, and has room for all that it counts. */
function isWholeMessage(view: DataView, at: number, end: number): boolean {
  const bytes = view.getUint16(at);
  const from = at + PREFIX;
  if (bytes < LENGTH || from + bytes > end) return false;
  const records = dnsHeader.answers(view, from) + dnsHeader.authorities(view, from) + dnsHeader.additional(view, from);
  return LENGTH + dnsHeader.questions(view, from) * LEAST_QUESTION + records * LEAST_RECORD <= bytes;
}

/** The messages of a packet: the only one over UDP, those that are whole over TCP. */
function* messages(p: Inspection, over: PortTable, key: string): Generator<DnsMessage> {
  const isMulticast = key === "mdns";
  if (over === "udpPort") yield { at: p.at, end: p.end, isMulticast };
  else {
    for (let at = p.at; at + PREFIX <= p.end && isWholeMessage(p.view, at, p.end); ) {
      const end = at + PREFIX + p.view.getUint16(at);
      yield { at: at + PREFIX, end, isMulticast };
      at = end;
    }
  }
}

const isResponse = (p: Inspection, at: number) => (dnsHeader.flags(p.view, at) & 0x8000) !== 0;
const countsOf = ({ view }: Inspection, at: number) =>
  [dnsHeader.questions, dnsHeader.answers, dnsHeader.authorities, dnsHeader.additional].map((field) => field(view, at));

function inspectMessage(p: Inspection, message: DnsMessage, isLinkLocal: boolean): void {
  const { at } = message;
  for (const field of fieldsOf(dnsHeader)) {
    if (field === dnsHeader.flags) p.nodes.push(flagsNode(p, at, isLinkLocal));
    else p.field(field, at);
  }
  for (const entry of entries(p, message, at + LENGTH, countsOf(p, at))) p.nodes.push(entryNode(p, message, entry));
}

function flagsNode(p: Inspection, at: number, isLinkLocal: boolean): FieldNode {
  const note = { kind: "name", name: operationWords(p, at) } as const;
  const node = p.fieldNode(dnsHeader.flags, at, note);
  const all = isLinkLocal ? p.fixedNodes(llmnrFlags, at + dnsHeader.flags.bit / 8) : node.children;
  return { ...node, children: isResponse(p, at) ? all : all.filter(({ field }) => !ANSWERED.has(field.key)) };
}

function operationWords(p: Inspection, at: number): string {
  const operation = (dnsHeader.flags(p.view, at) >> 11) & 15;
  return `${OPERATIONS[operation] ?? `Unknown operation (${operation})`}${isResponse(p, at) ? " response" : ""}`;
}

function messageWords(p: Inspection, message: DnsMessage): string {
  const { at } = message;
  const code = isResponse(p, at) ? dnsHeader.flags(p.view, at) & 15 : 0;
  const problem = code === 0 ? "" : ` ${REPLY_CODES[code] ?? `Unknown error (${code})`}`;
  const all = Array.from(entries(p, message, at + LENGTH, countsOf(p, at)), (entry) => entryWords(p, message, entry));
  return `${operationWords(p, at)} 0x${hexDigits(dnsHeader.id(p.view, at), 4)}${problem}${all.join("")}`;
}
