/**
 * Transmission Control Protocol, RFC 9293.
 *
 * The only file that knows the TCP header. Its options are in tcp-options.ts; what a connection tells of a segment
 * comes from outside, as facts.
 */
import { addChecksum, checksumFields, fieldsBeside, notVerified, transportVerdict } from "./checksum-verdict.ts";
import type { ChecksumNote, FieldNode, Inspection, SegmentFacts } from "./inspection.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import { isMultipath, tcpOptionFields, tcpOptionNodes, tcpOptionWords } from "./tcp-options.ts";
import { FINE, MALFORMED, type Protocol, type Walk } from "./walk.ts";

const RFC = "RFC 9293 §3.1";

export const FIN = 0x001;
export const SYN = 0x002;
export const RST = 0x004;
export const PSH = 0x008;
export const ACK = 0x010;
export const URG = 0x020;
export const ECE = 0x040;
export const CWR = 0x080;
export const AE = 0x100;
const RESERVED = 0xe00;

/** Whether these are a SYN, ACK's flags: its direction counts from it anew, whatever came before (Wireshark's rule). */
export const isSynAck = (flags: number): boolean => (flags & (SYN | ACK)) === (SYN | ACK);

/** Names of the control bits from the lowest up, Wireshark's order of naming them. */
const FLAG_NAMES = ["FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR", "AE"] as const;

export const tcpHeader = header(
  "tcp",
  { source: RFC },
  {
    srcPort: dec(16, "Source Port", { filter: "srcport", aliases: ["tcp.port"] }),
    dstPort: dec(16, "Destination Port", { filter: "dstport", aliases: ["tcp.port"] }),
    seq: dec(32, "Sequence Number (raw)", { filter: "seq_raw", source: "RFC 9293 §3.4" }),
    ack: dec(32, "Acknowledgment Number (raw)", { filter: "ack_raw", source: "RFC 9293 §3.4" }),
    headerLength: dec(4, "Header Length", { filter: "hdr_len", unit: "bytes", times: 4 }),
    flags: hex(12, "Flags", {
      parts: {
        reserved: bool("Reserved", { filter: "flags.res" }, 3),
        ae: bool("Accurate ECN", { filter: "flags.ae", source: "RFC 9768 §3.1" }),
        cwr: bool("Congestion Window Reduced", { filter: "flags.cwr", source: "RFC 3168 §6.1" }),
        ece: bool("ECN-Echo", { filter: "flags.ece", source: "RFC 3168 §6.1" }),
        urg: bool("Urgent", { filter: "flags.urg" }),
        ack: bool("Acknowledgment", { filter: "flags.ack" }),
        psh: bool("Push", { filter: "flags.push" }),
        rst: bool("Reset", { filter: "flags.reset" }),
        syn: bool("Syn", { filter: "flags.syn" }),
        fin: bool("Fin", { filter: "flags.fin" }),
      },
    }),
    window: dec(16, "Window", { filter: "window_size_value", unit: "bytes, unscaled" }),
    checksum: hex(16, "Checksum"),
    urgent: dec(16, "Urgent Pointer", { filter: "urgent_pointer" }),
  },
);
const MIN_LENGTH = headerLength(tcpHeader);
/** In the field that names the protocol, and in the pseudo header. */
const NUMBER = 6;
/** Bytes with which a cut header still tells what its segment does: all up to the window. Wireshark's rule. */
const LEAST_LENGTH = 16;

const stream = generated("tcp.stream", "Stream index", "uint");
const completeness = generated("tcp.completeness", "Conversation completeness", "uint");
const segmentLength = generated("tcp.len", "Segment Length", "uint", { unit: "bytes" });
const relativeSeq = generated("tcp.seq", "Sequence Number", "uint", { source: "RFC 9293 §3.4" });
const nextSeq = generated("tcp.nxtseq", "Next Sequence Number", "uint");
const relativeAck = generated("tcp.ack", "Acknowledgment Number", "uint", { source: "RFC 9293 §3.4" });
const flagLetters = generated("tcp.flags.str", "TCP Flags", "text");
const ace = generated("tcp.flags.ace", "ACE", "uint", { source: "RFC 9768 §3.2.2" });
const scaledWindow = generated("tcp.window_size", "Calculated window size", "uint", { source: "RFC 7323 §2" });
const scaleFactor = generated("tcp.window_size_scalefactor", "Window size scaling factor", "uint", {
  source: "RFC 7323 §2",
});
const timeRelative = generated("tcp.time_relative", "Time since first frame in this TCP stream", "time");
const timeDelta = generated("tcp.time_delta", "Time since previous frame in this TCP stream", "time");
const checksum = checksumFields("tcp", { hasCalculated: true });
const payload = generated("tcp.payload", "TCP payload", "bytes", { source: RFC });

/**
 * `PSH, ACK` for the bits set, lowest first as Wireshark names them; `<None>` when none is. With Accurate ECN agreed
 * on, the three upper ones are one number, `ACK, ACE=2`, in all but a SYN.
 */
export function flagNames(flags: number, accurateEcn = false): string {
  const counts = accurateEcn && !(flags & SYN);
  const named = counts ? flags & ~(AE | CWR | ECE) : flags;
  const names: string[] = FLAG_NAMES.filter((_, bit) => named & (1 << bit));
  // Of no flags but the number, Wireshark still writes the comma.
  if (counts) names.splice(0, names.length, names.join(", "), `ACE=${aceOf(flags)}`);
  if (flags & RESERVED) names.push("Reserved");
  return names.length > 0 ? names.join(", ") : "<None>";
}

/** The number that AE, CWR and ECE are together (RFC 9768 §3.2.2). */
export const aceOf = (flags: number): number => (flags >> 6) & 7;

/**
 * Bytes of payload by the lengths that the network layer states, whether captured or not; -1 when the header claims
 * more than they leave.
 */
export function segmentBytes(view: DataView, at: number, wireEnd: number): number {
  return Math.max(-1, wireEnd - at - tcpHeader.headerLength(view, at));
}

/** The window in bytes after scaling; that of a SYN is never scaled (RFC 7323 §2.2). */
export function windowBytes(window: number, flags: number, shift: number): number {
  return flags & SYN || shift < 0 ? window : window << shift; // at most 30 bits
}

export const tcp: Protocol = {
  key: "tcp",
  title: "Transmission Control Protocol",
  short: "TCP",
  source: "RFC 9293",
  reachedBy: { ipProtocol: [NUMBER] },
  header: tcpHeader,
  further: [
    stream,
    completeness,
    segmentLength,
    relativeSeq,
    nextSeq,
    relativeAck,
    ace,
    flagLetters,
    scaledWindow,
    scaleFactor,
    ...fieldsBeside(checksum),
    ...tcpOptionFields,
    timeRelative,
    timeDelta,
    payload,
  ],

  walk(w: Walk) {
    const there = w.end - w.at;
    if (there < LEAST_LENGTH) {
      w.has(MIN_LENGTH);
      return;
    }
    const { view, at } = w;
    const length = tcpHeader.headerLength(view, at);
    if (length < MIN_LENGTH) w.fail(MALFORMED, MIN_LENGTH, length, tcpHeader.headerLength);
    else w.has(length);
    w.at += Math.min(Math.max(length, MIN_LENGTH), there);
    if (w.problem !== FINE) return;
    // What a reset carries is its sender's reason (RFC 9293 §3.5.2); what is quoted or cut is no whole segment.
    if (w.quotedBy || w.isBeginning || tcpHeader.flags(view, at) & RST) return w.stop();
    w.followPorts("tcpPort", tcpHeader.srcPort(view, at), tcpHeader.dstPort(view, at));
  },

  inspect(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, 4)) return;
    p.field(tcpHeader.srcPort);
    p.field(tcpHeader.dstPort);
    // What an ICMP error quotes of IPv4 often ends after the sequence number.
    const early = p.quotedBy?.key === "icmp" && p.covers(at, 8);
    if (early) p.add(relativeSeq, tcpHeader.seq(view, at), { at: at + 4, length: 4 });
    if (p.covers(at, LEAST_LENGTH)) inspectSegment(p, early);
  },

  brief(p: Inspection) {
    return p.covers(p.at, 4) ? ports(p) : "";
  },

  /** Multipath TCP is TCP with options. */
  column(p: Inspection) {
    if (!p.covers(p.at, MIN_LENGTH)) return "TCP";
    return isMultipath(p, p.at + MIN_LENGTH, p.at + tcpHeader.headerLength(p.view, p.at)) ? "MPTCP" : "TCP";
  },

  info(p: Inspection) {
    if (!p.covers(p.at, 4)) return "";
    return p.covers(p.at, LEAST_LENGTH) ? segmentWords(p) : ports(p);
  },
};

const ports = ({ view, at }: Inspection) => `${tcpHeader.srcPort(view, at)} → ${tcpHeader.dstPort(view, at)}`;

/**
 * Payload bytes; -1 where Wireshark does not count them: in a quotation, in a first fragment by itself, and when the
 * header is longer than it can be.
 */
function countedBytes({ view, at, wireEnd, quotedBy, isBeginning }: Inspection): number {
  return quotedBy || isBeginning ? -1 : segmentBytes(view, at, wireEnd);
}

/** Numbers as Wireshark shows them: relative where the base is known and the length counts. */
function relativeNumbers(p: Inspection, length: number) {
  const { view, at, segment } = p;
  const seq = tcpHeader.seq(view, at);
  const ack = tcpHeader.ack(view, at);
  if (!segment || length < 0) return { seq, ack };
  const isAck = (tcpHeader.flags(view, at) & ACK) !== 0;
  return {
    seq: segment.seqBase < 0 ? seq : (seq - segment.seqBase) >>> 0,
    ack: segment.ackBase < 0 || !isAck ? ack : (ack - segment.ackBase) >>> 0,
  };
}

/** All behind the ports; `hasSeq` tells that the sequence number was added already. */
function inspectSegment(p: Inspection, hasSeq: boolean): void {
  const { view, at, segment } = p;
  const length = countedBytes(p);
  if (segment) p.add(stream, segment.connection);
  if (segment) {
    const note = { kind: "name", name: segment.completenessName } as const;
    p.add(completeness, segment.completeness, { note });
  }
  if (length >= 0) p.add(segmentLength, length);
  const { seq, ack } = relativeNumbers(p, length);
  if (!hasSeq) addNumber(p, relativeSeq, seq, tcpHeader.seq);
  const headerBytes = tcpHeader.headerLength(view, at);
  if (headerBytes < MIN_LENGTH) return p.field(tcpHeader.headerLength);
  const flags = tcpHeader.flags(view, at);
  if (length >= 0) p.add(nextSeq, (seq + length + (flags & (SYN | FIN) ? 1 : 0)) >>> 0);
  addNumber(p, relativeAck, ack, tcpHeader.ack);
  p.field(tcpHeader.headerLength);
  p.nodes.push(flagsNode(p));
  inspectWindow(p, segment, length);
  addChecksum(p, tcpHeader.checksum, checksum, verdict);
  p.field(tcpHeader.urgent);
  if (!p.covers(at, MIN_LENGTH)) return;
  const sackBase = segment?.ackBase ?? -1;
  for (const node of tcpOptionNodes(p, at + MIN_LENGTH, at + headerBytes, sackBase)) p.nodes.push(node);
  if (segment) p.add(timeRelative, segment.timeSinceFirst);
  if (segment) p.add(timeDelta, segment.timeSincePrevious);
  // What a reset carries is its sender's reason, no data (RFC 9293 §3.5.2).
  if (p.end > p.headerEnd && !(flags & RST)) p.bytes(payload, p.headerEnd, p.end - p.headerEnd);
}

function addNumber(p: Inspection, info: typeof relativeSeq, value: number, field: typeof tcpHeader.seq): void {
  p.add(info, value, {
    at: p.at + (field.bit >> 3),
    length: 4,
    note: p.segment ? { kind: "relative", raw: field(p.view, p.at) } : null,
    children: [p.fieldNode(field)],
  });
}

function verdict(p: Inspection): ChecksumNote {
  const covered = { protocol: NUMBER, length: p.wireEnd - p.at, to: p.wireEnd };
  return notVerified(p, p.verifiesChecksums) ?? transportVerdict(p, tcpHeader.checksum, covered);
}

/** Wireshark's words for the Info column. */
function segmentWords(p: Inspection): string {
  const { view, at, segment } = p;
  const flags = tcpHeader.flags(view, at);
  const length = countedBytes(p);
  const { seq, ack } = relativeNumbers(p, length);
  const words = [`${ports(p)} [${flagNames(flags, segment?.accurateEcn)}] Seq=${seq}`];
  if (flags & ACK) words.push(`Ack=${ack}`);
  words.push(`Win=${shownWindow(p, length)}`);
  const headerBytes = tcpHeader.headerLength(view, at);
  if (headerBytes < MIN_LENGTH) {
    return `${words.join(" ")}, bogus TCP header length (${headerBytes}, must be at least ${MIN_LENGTH})`;
  }
  if (!p.covers(at, MIN_LENGTH)) return words.join(" ");
  if (verdict(p).verdict === "bad") words.push("[TCP CHECKSUM INCORRECT]");
  if (flags & URG) words.push(`Urg=${tcpHeader.urgent(view, at)}`);
  if (length >= 0) words.push(`Len=${length}`);
  return words.join(" ") + tcpOptionWords(p, at + MIN_LENGTH, at + headerBytes, segment?.ackBase ?? -1);
}

function flagsNode(p: Inspection): FieldNode {
  const flags = tcpHeader.flags(p.view, p.at);
  const counts = p.segment?.accurateEcn === true && !(flags & SYN);
  const node = p.fieldNode(tcpHeader.flags, p.at, { kind: "name", name: flagNames(flags, counts) });
  const [reserved, ...others] = node.children;
  const bits = counts
    ? [reserved!, p.node(ace, aceOf(flags), { at: p.at + 12, length: 2 }), ...others.slice(3)]
    : node.children;
  return { ...node, children: [...bits, p.node(flagLetters, letters(flags, counts))] };
}

/** One letter a bit, a middle dot for one not set: `·······A··S·`; the number of Accurate ECN in place of its bits. */
function letters(flags: number, counts: boolean): string {
  const all = [..."RRRACEUAPRSF"].map((letter, index) => (flags & (1 << (11 - index)) ? letter : "·")).join("");
  return counts ? `${all.slice(0, 3)}-${aceOf(flags)}-${all.slice(6)}` : all;
}

function inspectWindow(p: Inspection, segment: SegmentFacts | null, length: number): void {
  const isSyn = (tcpHeader.flags(p.view, p.at) & SYN) !== 0;
  if (!segment) return p.field(tcpHeader.window);
  const shift = segment.windowShift;
  const bytes = shownWindow(p, length);
  const children = [p.node(scaledWindow, bytes)];
  if (!isSyn) children.push(p.node(scaleFactor, shift < 0 ? shift : 2 ** shift));
  const node = p.fieldNode(tcpHeader.window, p.at, isSyn || length < 0 ? null : { kind: "window", shift, bytes });
  p.nodes.push({ ...node, children });
}

/** The window in bytes: as it is where the length does not count, though the scale is known (Wireshark's rule). */
function shownWindow({ view, at, segment }: Inspection, length: number): number {
  const window = tcpHeader.window(view, at);
  return segment && length >= 0 ? windowBytes(window, tcpHeader.flags(view, at), segment.windowShift) : window;
}
