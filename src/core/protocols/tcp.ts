/**
 * Transmission Control Protocol, RFC 9293.
 *
 * The only file that knows the TCP header. Its options are in tcp-options.ts; what a connection tells of a segment
 * comes from outside, as facts.
 */
import type { FieldNode, Inspection, SegmentFacts } from "./inspection.ts";
import { bool, dec, generated, header, headerLength, hex } from "./spec.ts";
import { tcpOptionFields, tcpOptionNodes, tcpOptionWords } from "./tcp-options.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";

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

const stream = generated("tcp.stream", "Stream index", "uint");
const completeness = generated("tcp.completeness", "Conversation completeness", "uint");
const segmentLength = generated("tcp.len", "Segment Length", "uint", { unit: "bytes" });
const relativeSeq = generated("tcp.seq", "Sequence Number", "uint", { source: "RFC 9293 §3.4" });
const nextSeq = generated("tcp.nxtseq", "Next Sequence Number", "uint");
const relativeAck = generated("tcp.ack", "Acknowledgment Number", "uint", { source: "RFC 9293 §3.4" });
const flagLetters = generated("tcp.flags.str", "TCP Flags", "text");
const scaledWindow = generated("tcp.window_size", "Calculated window size", "uint", { source: "RFC 7323 §2" });
const scaleFactor = generated("tcp.window_size_scalefactor", "Window size scaling factor", "uint", {
  source: "RFC 7323 §2",
});
const timeRelative = generated("tcp.time_relative", "Time since first frame in this TCP stream", "time");
const timeDelta = generated("tcp.time_delta", "Time since previous frame in this TCP stream", "time");
const payload = generated("tcp.payload", "TCP payload", "bytes", { source: RFC });

/** `PSH, ACK` for the bits set, lowest first as Wireshark names them; `<None>` when none is. */
export function flagNames(flags: number): string {
  const names: string[] = FLAG_NAMES.filter((_, bit) => flags & (1 << bit));
  if (flags & RESERVED) names.push("Reserved");
  return names.length > 0 ? names.join(", ") : "<None>";
}

/** Bytes of payload by the lengths that the network layer states, whether captured or not. */
export function segmentBytes(view: DataView, at: number, wireEnd: number): number {
  return wireEnd - at - tcpHeader.headerLength(view, at);
}

/** The window in bytes after scaling; that of a SYN is never scaled (RFC 7323 §2.2). */
export function windowBytes(window: number, flags: number, shift: number): number {
  return flags & SYN || shift < 0 ? window : window * 2 ** shift;
}

export const tcp: Protocol = {
  key: "tcp",
  title: "Transmission Control Protocol",
  short: "TCP",
  source: "RFC 9293",
  reachedBy: { ipProtocol: [6] },
  header: tcpHeader,
  further: [
    stream,
    completeness,
    segmentLength,
    relativeSeq,
    nextSeq,
    relativeAck,
    flagLetters,
    scaledWindow,
    scaleFactor,
    ...tcpOptionFields,
    timeRelative,
    timeDelta,
    payload,
  ],

  walk(w: Walk) {
    if (!w.has(MIN_LENGTH)) return;
    const length = tcpHeader.headerLength(w.view, w.at);
    if (length < MIN_LENGTH) return w.fail(MALFORMED, MIN_LENGTH, length, tcpHeader.headerLength);
    if (!w.has(length)) return;
    w.at += length;
    w.stop();
  },

  inspect(p: Inspection) {
    const { view, at, segment } = p;
    p.field(tcpHeader.srcPort);
    p.field(tcpHeader.dstPort);
    if (segment) p.add(stream, segment.connection);
    if (segment) p.add(completeness, segment.completeness);
    const length = segmentBytes(view, at, p.wireEnd);
    p.add(segmentLength, length);
    inspectNumbers(p, segment, length);
    p.field(tcpHeader.headerLength);
    p.nodes.push(flagsNode(p));
    inspectWindow(p, segment);
    p.field(tcpHeader.checksum);
    p.field(tcpHeader.urgent);
    for (const node of tcpOptionNodes(p, at + MIN_LENGTH, segment?.ackBase ?? -1)) p.nodes.push(node);
    if (segment) p.add(timeRelative, segment.timeSinceFirst);
    if (segment) p.add(timeDelta, segment.timeSincePrevious);
    if (p.end > p.headerEnd) p.bytes(payload, p.headerEnd, p.end - p.headerEnd);
  },

  brief(p: Inspection) {
    return `${tcpHeader.srcPort(p.view, p.at)} → ${tcpHeader.dstPort(p.view, p.at)}`;
  },

  info(p: Inspection) {
    const { view, at, segment } = p;
    const flags = tcpHeader.flags(view, at);
    const { seq, ack } = relativeNumbers(view, at, segment);
    const words = [`${tcpHeader.srcPort(view, at)} → ${tcpHeader.dstPort(view, at)} [${flagNames(flags)}] Seq=${seq}`];
    if (flags & ACK) words.push(`Ack=${ack}`);
    words.push(`Win=${windowBytes(tcpHeader.window(view, at), flags, segment?.windowShift ?? -1)}`);
    if (flags & URG) words.push(`Urg=${tcpHeader.urgent(view, at)}`);
    words.push(`Len=${segmentBytes(view, at, p.wireEnd)}`);
    return [...words, ...tcpOptionWords(p, at + MIN_LENGTH, segment?.ackBase ?? -1)].join(" ");
  },
};

/** Numbers as Wireshark shows them: relative where the base is known; an acknowledgment only under the ACK flag. */
function relativeNumbers(view: DataView, at: number, segment: SegmentFacts | null) {
  const seq = tcpHeader.seq(view, at);
  const ack = tcpHeader.ack(view, at);
  const isAck = (tcpHeader.flags(view, at) & ACK) !== 0;
  return {
    seq: segment && segment.seqBase >= 0 ? (seq - segment.seqBase) >>> 0 : seq,
    ack: segment && segment.ackBase >= 0 && isAck ? (ack - segment.ackBase) >>> 0 : ack,
  };
}

function inspectNumbers(p: Inspection, segment: SegmentFacts | null, length: number): void {
  const { view, at } = p;
  const { seq, ack } = relativeNumbers(view, at, segment);
  const raw = (info: typeof relativeSeq, value: number, field: typeof tcpHeader.seq, offset: number) =>
    p.add(info, value, {
      at: at + offset,
      length: 4,
      note: segment ? { kind: "relative", raw: field(view, at) } : null,
      children: [p.fieldNode(field)],
    });
  raw(relativeSeq, seq, tcpHeader.seq, 4);
  const flags = tcpHeader.flags(view, at);
  if (segment) p.add(nextSeq, (seq + length + (flags & (SYN | FIN) ? 1 : 0)) >>> 0);
  raw(relativeAck, ack, tcpHeader.ack, 8);
}

function flagsNode(p: Inspection): FieldNode {
  const flags = tcpHeader.flags(p.view, p.at);
  const node = p.fieldNode(tcpHeader.flags, p.at, { kind: "name", name: flagNames(flags) });
  return { ...node, children: [...node.children, p.node(flagLetters, letters(flags))] };
}

/** One letter a bit, a middle dot for one not set: `·······A··S·`. */
function letters(flags: number): string {
  return [..."RRRACEUAPRSF"].map((letter, index) => (flags & (1 << (11 - index)) ? letter : "·")).join("");
}

function inspectWindow(p: Inspection, segment: SegmentFacts | null): void {
  const window = tcpHeader.window(p.view, p.at);
  const isSyn = (tcpHeader.flags(p.view, p.at) & SYN) !== 0;
  if (!segment) {
    p.field(tcpHeader.window);
    return;
  }
  const shift = segment.windowShift;
  const bytes = windowBytes(window, isSyn ? SYN : 0, shift);
  const children = [p.node(scaledWindow, bytes)];
  if (!isSyn) children.push(p.node(scaleFactor, shift < 0 ? shift : 2 ** shift));
  const node = p.fieldNode(tcpHeader.window, p.at, isSyn ? null : { kind: "window", shift, bytes });
  p.nodes.push({ ...node, children });
}
