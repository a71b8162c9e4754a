/**
 * What the analysis may find in a segment, each finding described once: the bit that stands for it in the packet table,
 * Wireshark's name of it, its words, how grave it is, where the rule comes from, and what the related packet is. The
 * rules themselves are in segment-analysis.ts, their sentences in the language files.
 */

/** How grave a finding is, in Wireshark's three steps. */
export type Severity = "warn" | "note" | "chat";

/** What a finding's related packet is to it; null when there is none. */
export type Relation =
  /** The packet that sent the same bytes before. */
  | "original"
  /** The packet whose acknowledgment is repeated. */
  | "repeated";

/** What Wireshark calls them; the language files know them by these names. */
export type FindingName =
  | "reused_ports"
  | "retransmission"
  | "fast_retransmission"
  | "spurious_retransmission"
  | "out_of_order"
  | "lost_segment"
  | "ack_lost_segment"
  | "window_update"
  | "window_full"
  | "keep_alive"
  | "keep_alive_ack"
  | "duplicate_ack"
  | "zero_window_probe"
  | "zero_window"
  | "zero_window_probe_ack";

export interface Finding {
  /** Its bit in the `findings` column. */
  readonly bit: number;
  /** Wireshark's field name. */
  readonly key: `tcp.analysis.${FindingName}`;
  readonly title: string;
  /** Stands before the Info column's words, in brackets; a duplicate ACK's is followed by its packet and number. */
  readonly prefix: string;
  readonly severity: Severity;
  /** Section of an RFC that says what is to see; "Wireshark's rule" where only the verdict's conditions are written. */
  readonly source: string;
  readonly related: Relation | null;
}

export const RETRANSMISSION = 1 << 0;
export const FAST_RETRANSMISSION = 1 << 1;
export const SPURIOUS_RETRANSMISSION = 1 << 2;
export const OUT_OF_ORDER = 1 << 3;
export const LOST_SEGMENT = 1 << 4;
export const ACKED_LOST_SEGMENT = 1 << 5;
export const DUPLICATE_ACK = 1 << 6;
export const KEEP_ALIVE = 1 << 7;
export const KEEP_ALIVE_ACK = 1 << 8;
export const ZERO_WINDOW = 1 << 9;
export const ZERO_WINDOW_PROBE = 1 << 10;
export const ZERO_WINDOW_PROBE_ACK = 1 << 11;
export const WINDOW_UPDATE = 1 << 12;
export const WINDOW_FULL = 1 << 13;
export const REUSED_PORTS = 1 << 14;
/**
 * No finding: Wireshark keeps a record of the segment for another reason, and shows the handshake's round-trip time in
 * all that it keeps records of.
 */
export const RECORDED = 1 << 15;

/** The source of what no RFC says. */
export const WIRESHARK = "Wireshark's rule";

/** All of them, in the order in which Wireshark puts their words before the Info column's: the last stands leftmost. */
export const FINDINGS: readonly Finding[] = [
  {
    bit: REUSED_PORTS,
    key: "tcp.analysis.reused_ports",
    title: "Port numbers reused",
    prefix: "TCP Port numbers reused",
    severity: "note",
    source: "RFC 9293 §3.4.1",
    related: null,
  },
  {
    bit: RETRANSMISSION,
    key: "tcp.analysis.retransmission",
    title: "Retransmission",
    prefix: "TCP Retransmission",
    severity: "note",
    source: "RFC 6298 §5",
    related: "original",
  },
  {
    bit: FAST_RETRANSMISSION,
    key: "tcp.analysis.fast_retransmission",
    title: "Fast retransmission",
    prefix: "TCP Fast Retransmission",
    severity: "note",
    source: "RFC 5681 §3.2",
    related: "original",
  },
  {
    bit: SPURIOUS_RETRANSMISSION,
    key: "tcp.analysis.spurious_retransmission",
    title: "Spurious retransmission",
    prefix: "TCP Spurious Retransmission",
    severity: "note",
    source: WIRESHARK,
    related: "original",
  },
  {
    bit: OUT_OF_ORDER,
    key: "tcp.analysis.out_of_order",
    title: "Out of order",
    prefix: "TCP Out-Of-Order",
    severity: "warn",
    source: WIRESHARK,
    related: null,
  },
  {
    bit: LOST_SEGMENT,
    key: "tcp.analysis.lost_segment",
    title: "Previous segment not captured",
    prefix: "TCP Previous segment not captured",
    severity: "warn",
    source: WIRESHARK,
    related: null,
  },
  {
    bit: ACKED_LOST_SEGMENT,
    key: "tcp.analysis.ack_lost_segment",
    title: "ACK of a segment not captured",
    prefix: "TCP ACKed unseen segment",
    severity: "warn",
    source: WIRESHARK,
    related: null,
  },
  {
    bit: WINDOW_UPDATE,
    key: "tcp.analysis.window_update",
    title: "Window update",
    prefix: "TCP Window Update",
    severity: "chat",
    source: "RFC 9293 §3.8.6",
    related: null,
  },
  {
    bit: WINDOW_FULL,
    key: "tcp.analysis.window_full",
    title: "Window full",
    prefix: "TCP Window Full",
    severity: "warn",
    source: "RFC 9293 §3.8.6",
    related: null,
  },
  {
    bit: KEEP_ALIVE,
    key: "tcp.analysis.keep_alive",
    title: "Keep-alive",
    prefix: "TCP Keep-Alive",
    severity: "note",
    source: "RFC 9293 §3.8.4",
    related: null,
  },
  {
    bit: KEEP_ALIVE_ACK,
    key: "tcp.analysis.keep_alive_ack",
    title: "ACK of a keep-alive",
    prefix: "TCP Keep-Alive ACK",
    severity: "note",
    source: "RFC 9293 §3.8.4",
    related: null,
  },
  {
    bit: DUPLICATE_ACK,
    key: "tcp.analysis.duplicate_ack",
    title: "Duplicate ACK",
    prefix: "TCP Dup ACK",
    severity: "note",
    source: "RFC 5681 §2",
    related: "repeated",
  },
  {
    bit: ZERO_WINDOW_PROBE,
    key: "tcp.analysis.zero_window_probe",
    title: "Zero window probe",
    prefix: "TCP ZeroWindowProbe",
    severity: "note",
    source: "RFC 9293 §3.8.6.1",
    related: null,
  },
  {
    bit: ZERO_WINDOW,
    key: "tcp.analysis.zero_window",
    title: "Zero window",
    prefix: "TCP ZeroWindow",
    severity: "warn",
    source: "RFC 9293 §3.8.6",
    related: null,
  },
  {
    bit: ZERO_WINDOW_PROBE_ACK,
    key: "tcp.analysis.zero_window_probe_ack",
    title: "ACK of a zero window probe",
    prefix: "TCP ZeroWindowProbeAck",
    severity: "note",
    source: "RFC 9293 §3.8.6.1",
    related: null,
  },
];

/** What Wireshark's colouring rule "Bad TCP" takes for trouble: all but window updates and keep-alives. */
export const BAD_TCP =
  FINDINGS.reduce((bits, { bit }) => bits | bit, 0) & ~(WINDOW_UPDATE | KEEP_ALIVE | KEEP_ALIVE_ACK);

/** The findings whose bits are set, in the order of FINDINGS. */
export function findingsOf(bits: number): readonly Finding[] {
  return bits === 0 ? NONE : FINDINGS.filter(({ bit }) => bits & bit);
}

const NONE: readonly Finding[] = [];
