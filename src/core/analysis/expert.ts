/**
 * All that is worth knowing of a capture's packets by severity and kind, as in Wireshark's Expert Information: the
 * analysis's findings, what opens and closes connections, and what could not be read. Works on columns alone.
 */
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { CUT_SHORT, isBroken } from "../protocols/walk.ts";
import { CHUNK_ROWS, HAS_COMMENTS, KIND_TCP, type PacketChunk, type PacketTable } from "../table/packet-table.ts";
import {
  FAST_RETRANSMISSION,
  FINDINGS,
  type Finding,
  RECORDED,
  RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
} from "./findings.ts";

/** From the gravest down; Wireshark's five, "comment" being the capture's own remarks. */
export const SEVERITIES = ["error", "warn", "note", "chat", "comment"] as const;
export type ExpertSeverity = (typeof SEVERITIES)[number];

/** The kinds beside the findings. */
export type OtherKind =
  | "_ws.malformed"
  | "_ws.short"
  | "tcp.connection.rst"
  | "tcp.connection.fin_active"
  | "tcp.connection.fin_passive"
  | "tcp.ack.nonzero"
  | "tcp.connection.syn"
  | "tcp.connection.synack"
  | "tcp.connection.fin"
  | "frame.comment";

/** One kind of entry. */
export interface ExpertKind {
  /** Wireshark's field name, where it has one. */
  readonly key: Finding["key"] | OtherKind;
  readonly title: string;
  readonly severity: ExpertSeverity;
  readonly group: "Sequence" | "Protocol" | "Malformed" | "Comment";
}

/** A kind and the packets that it was met in. */
export interface ExpertEntry {
  readonly kind: ExpertKind;
  /** Rows of the packet table, rising; as many as there are packets of the kind, at least one. */
  readonly rows: Uint32Array;
}

const sequence = (key: ExpertKind["key"], title: string, severity: ExpertSeverity): ExpertKind => ({
  key,
  title,
  severity,
  group: "Sequence",
});

/** Bits of what is no finding, behind those of the findings. */
const SYN_SEEN = 1 << 16;
const SYN_ACK_SEEN = 1 << 17;
const FIN_SEEN = 1 << 18;
const CLOSES = 1 << 19;
const CLOSES_TOO = 1 << 20;
const RESET = 1 << 21;
const ACK_WITHOUT_FLAG = 1 << 22;
const MALFORMED_HEADER = 1 << 23;
const CUT_HEADER = 1 << 24;
const COMMENTED = 1 << 25;

/** All kinds by their bit. */
const KINDS: readonly (readonly [bit: number, kind: ExpertKind])[] = [
  [MALFORMED_HEADER, { key: "_ws.malformed", title: "Malformed packet", severity: "error", group: "Malformed" }],
  ...FINDINGS.map(({ bit, key, title, severity }) => [bit, sequence(key, title, severity)] as const),
  [RESET, sequence("tcp.connection.rst", "Connection reset (RST)", "warn")],
  [CUT_HEADER, { key: "_ws.short", title: "Header cut short by the capture", severity: "note", group: "Protocol" }],
  [CLOSES, sequence("tcp.connection.fin_active", "First to close the connection (FIN)", "note")],
  [CLOSES_TOO, sequence("tcp.connection.fin_passive", "Closes the connection as well (FIN)", "note")],
  [
    ACK_WITHOUT_FLAG,
    {
      key: "tcp.ack.nonzero",
      title: "Acknowledgment number without the ACK flag",
      severity: "note",
      group: "Protocol",
    },
  ],
  [SYN_SEEN, sequence("tcp.connection.syn", "Asks for a connection (SYN)", "chat")],
  [SYN_ACK_SEEN, sequence("tcp.connection.synack", "Accepts a connection (SYN, ACK)", "chat")],
  [FIN_SEEN, sequence("tcp.connection.fin", "Has no more to send (FIN)", "chat")],
  [COMMENTED, { key: "frame.comment", title: "Packet comment", severity: "comment", group: "Comment" }],
];

/** What there is to say, the gravest first; `within` limits it to one connection. */
export function expertEntries(packets: PacketTable, within: number | null = null): readonly ExpertEntry[] {
  const found = new Map(KINDS.map(([bit]) => [bit, new Rows()]));
  const firstToClose = new Map<number, number>();
  packets.chunks.forEach((chunk, index) => {
    for (let at = 0; at < chunk.length; at++) {
      if (within !== null && chunk.connection[at] !== within) continue;
      let bits = bitsOf(chunk, at) | closing(chunk, at, firstToClose);
      for (; bits !== 0; bits &= bits - 1) found.get(bits & -bits)?.push(index * CHUNK_ROWS + at);
    }
  });
  const entries = KINDS.map(([bit, kind]) => ({ kind, rows: found.get(bit)!.taken() }));
  const present = entries.filter(({ rows }) => rows.length > 0);
  return SEVERITIES.flatMap((severity) => present.filter(({ kind }) => kind.severity === severity));
}

function bitsOf(chunk: PacketChunk, at: number): number {
  const problem = chunk.problem[at]!;
  let bits = chunk.findings[at]! & ~RECORDED;
  if (isBroken(problem)) bits |= problem === CUT_SHORT ? CUT_HEADER : MALFORMED_HEADER;
  if (chunk.marks[at]! & HAS_COMMENTS) bits |= COMMENTED;
  if (chunk.kind[at] !== KIND_TCP) return bits;
  // Wireshark names both kinds of retransmission a retransmission as well.
  if (bits & (FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION)) bits |= RETRANSMISSION;
  const flags = chunk.flags[at]!;
  if (flags & SYN) bits |= flags & ACK ? SYN_ACK_SEEN : SYN_SEEN;
  if (flags & FIN) bits |= FIN_SEEN;
  if (flags & RST) bits |= RESET;
  if (!(flags & ACK) && chunk.ack[at] !== 0) bits |= ACK_WITHOUT_FLAG;
  return bits;
}

/** Who closes first is remembered for each connection, as is which of its FINs said so. */
function closing(chunk: PacketChunk, at: number, firstToClose: Map<number, number>): number {
  if (chunk.kind[at] !== KIND_TCP || !(chunk.flags[at]! & FIN)) return 0;
  const connection = chunk.connection[at]!;
  const first = firstToClose.get(connection);
  if (first === undefined) firstToClose.set(connection, chunk.direction[at]!);
  return first === undefined || first === chunk.direction[at] ? CLOSES : CLOSES_TOO;
}

/** Row numbers that grow. */
class Rows {
  private rows = new Uint32Array(64);
  private length = 0;

  push(row: number): void {
    if (this.length === this.rows.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.rows);
      this.rows = larger;
    }
    this.rows[this.length++] = row;
  }

  taken(): Uint32Array {
    return this.rows.slice(0, this.length);
  }
}
