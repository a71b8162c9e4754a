/**
 * How each field that has a column is read of a row: of which packets, and its values, each by itself, so that it can be
 * read row by row and column by column alike.
 */
import {
  DUPLICATE_ACK,
  FAST_RETRANSMISSION,
  FINDINGS,
  RECORDED,
  RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
} from "../analysis/findings.ts";
import { ACK, FIN, PSH, RST, SYN, URG, windowBytes } from "../protocols/tcp.ts";
import { reportedLength } from "../protocols/walk.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6 } from "../table/address-table.ts";
import {
  CLIENT_TO_SERVER,
  HAS_NO_TIME,
  KIND_ARP,
  KIND_ICMP,
  KIND_ICMPV6,
  KIND_OTHER,
  KIND_TCP,
  KIND_UDP,
} from "../table/packet-table.ts";
import type { Value } from "./kinds.ts";
import type { Need } from "./needs.ts";
import type { RowCursor } from "./row-cursor.ts";

/** A value of the row that the cursor is on; undefined where the packet does not have it. */
export type ColumnRead = (row: RowCursor) => Value | undefined;

export interface Column {
  /** KIND_* of the packets that have it; null where any may. Of what is of no kind the columns do not tell then. */
  readonly kind: number | null;
  /** It is known only of segments whose lengths are. */
  readonly needsLength: boolean;
  /** The field's values, in order. */
  readonly reads: readonly ColumnRead[];
}

/** The column of what a filter needs; null where there is none. */
export function columnOf({ field, part, layers }: Need): Column | null {
  if (layers || !(part === "value" ? field.kind !== "protocol" : part === "presence")) return null;
  return Object.hasOwn(COLUMNS, field.name) ? COLUMNS[field.name]! : null;
}

/** Whether the columns tell of the row that the cursor is on. */
export function isTold({ kind, needsLength }: Column, { chunk, at }: RowCursor): boolean {
  if (kind === null) return true;
  const own = chunk.kind[at];
  if (own === KIND_OTHER) return false;
  return !(needsLength && own === kind && chunk.payloadLength[at]! < 0);
}

/** Adds the values of the row that the cursor is on to a list; false when the columns do not tell. */
export function readColumn(column: Column, row: RowCursor, list: Value[]): boolean {
  if (!isTold(column, row)) return false;
  if (column.kind !== null && row.chunk.kind[row.at] !== column.kind) return true;
  for (const read of column.reads) {
    const value = read(row);
    if (value !== undefined) list.push(value);
  }
  return true;
}

const column = (kind: number | null, ...reads: readonly ColumnRead[]): Column => ({ kind, needsLength: false, reads });

/** Values of packets of any kind. */
const any = (...reads: readonly ColumnRead[]): Column => column(null, ...reads);

/** A value of packets that carry a time. */
const timed = (read: (row: RowCursor) => Value): Column =>
  any((row) => (row.chunk.marks[row.at]! & HAS_NO_TIME ? undefined : read(row)));

const present = (kind: number): Column => column(kind, () => 1);

/** A number of TCP segments whose lengths are known. */
const segment = (read: (row: RowCursor) => number): Column => ({ kind: KIND_TCP, needsLength: true, reads: [read] });

const flag = (bit: number): Column => segment(({ chunk, at }) => (chunk.flags[at]! & bit ? 1 : 0));

const finding = (bits: number): Column =>
  column(KIND_TCP, ({ chunk, at }) => (chunk.findings[at]! & bits ? 1 : undefined));

/** An address of one network protocol: that of the packet, if it is of its kind. */
const address =
  (kind: number, which: "source" | "destination"): ColumnRead =>
  (row) => {
    const own = row.chunk[which][row.at]!;
    return row.kindOf(own) === kind ? row.address(own) : undefined;
  };

const network = (kind: number): Column =>
  any((row) => (row.kindOf(row.chunk.destination[row.at]!) === kind ? 1 : undefined));

const networkColumns = (key: string, kind: number): Readonly<Record<string, Column>> => ({
  [key]: network(kind),
  [`${key}.src`]: any(address(kind, "source")),
  [`${key}.dst`]: any(address(kind, "destination")),
  [`${key}.addr`]: any(address(kind, "source"), address(kind, "destination")),
});

const portColumns = (key: string, kind: number): Readonly<Record<string, Column>> => {
  const source: ColumnRead = ({ chunk, at }) => chunk.sourcePort[at]!;
  const destination: ColumnRead = ({ chunk, at }) => chunk.destinationPort[at]!;
  return {
    [key]: present(kind),
    [`${key}.srcport`]: column(kind, source),
    [`${key}.dstport`]: column(kind, destination),
    [`${key}.port`]: column(kind, source, destination),
  };
};

/** A number counted from the connection's base, if there is one. */
const relative = (raw: number, base: number): number => (base < 0 ? raw : (raw - base) >>> 0);

function relativeSeq({ chunk, at, connections: { seqBaseOut, seqBaseIn } }: RowCursor): number {
  const bases = chunk.direction[at] === CLIENT_TO_SERVER ? seqBaseOut : seqBaseIn;
  return relative(chunk.seq[at]!, bases[chunk.connection[at]!]!);
}

function relativeAck({ chunk, at, connections: { seqBaseOut, seqBaseIn } }: RowCursor): number {
  if (!(chunk.flags[at]! & ACK)) return chunk.ack[at]!;
  const bases = chunk.direction[at] === CLIENT_TO_SERVER ? seqBaseIn : seqBaseOut;
  return relative(chunk.ack[at]!, bases[chunk.connection[at]!]!);
}

function scaledWindow({ chunk, at, connections: { windowShiftOut, windowShiftIn } }: RowCursor): number {
  const shifts = chunk.direction[at] === CLIENT_TO_SERVER ? windowShiftOut : windowShiftIn;
  return windowBytes(chunk.window[at]!, chunk.flags[at]!, shifts[chunk.connection[at]!]!);
}

const FOUND = FINDINGS.reduce((bits, { bit }) => bits | bit, 0) & ~RECORDED;

const COLUMNS: Readonly<Record<string, Column>> = {
  frame: any(() => 1),
  "frame.number": any(({ row }) => row + 1),
  "frame.marked": any(({ isMarked }) => (isMarked ? 1 : 0)),
  "frame.ref_time": any(({ isReference }) => (isReference ? 1 : undefined)),
  "frame.len": any(({ chunk, at }) => reportedLength(chunk.wireLength[at]!)),
  "frame.cap_len": any(({ chunk, at }) => chunk.capturedLength[at]!),
  "frame.time": timed((row) => row.epoch()),
  "frame.time_epoch": timed((row) => row.epoch()),
  "frame.time_relative": timed((row) => row.relativeTime),
  "frame.time_delta": timed((row) => row.delta()),
  ...networkColumns("ip", ADDRESS_IPV4),
  ...networkColumns("ipv6", ADDRESS_IPV6),
  arp: present(KIND_ARP),
  icmp: present(KIND_ICMP),
  icmpv6: present(KIND_ICMPV6),
  ...portColumns("tcp", KIND_TCP),
  "tcp.stream": column(KIND_TCP, ({ chunk, at }) => chunk.connection[at]!),
  "tcp.state.client": column(KIND_TCP, (row) => row.states().client[row.row]),
  "tcp.state.server": column(KIND_TCP, (row) => row.states().server[row.row]),
  "tcp.len": segment(({ chunk, at }) => chunk.payloadLength[at]!),
  "tcp.seq": segment(relativeSeq),
  "tcp.ack": segment(relativeAck),
  "tcp.seq_raw": segment(({ chunk, at }) => chunk.seq[at]!),
  "tcp.ack_raw": segment(({ chunk, at }) => chunk.ack[at]!),
  "tcp.flags": segment(({ chunk, at }) => chunk.flags[at]!),
  "tcp.flags.urg": flag(URG),
  "tcp.flags.ack": flag(ACK),
  "tcp.flags.push": flag(PSH),
  "tcp.flags.reset": flag(RST),
  "tcp.flags.syn": flag(SYN),
  "tcp.flags.fin": flag(FIN),
  "tcp.window_size_value": segment(({ chunk, at }) => chunk.window[at]!),
  "tcp.window_size": segment(scaledWindow),
  "tcp.analysis.flags": finding(FOUND),
  ...Object.fromEntries(FINDINGS.map(({ key, bit }) => [key, finding(bit)])),
  "tcp.analysis.retransmission": finding(RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION),
  "tcp.analysis.duplicate_ack_num": column(KIND_TCP, ({ chunk, at }) =>
    chunk.findings[at]! & DUPLICATE_ACK ? chunk.amount[at]! : undefined,
  ),
  "tcp.analysis.bytes_in_flight": column(KIND_TCP, ({ chunk, at }) =>
    chunk.payloadLength[at]! > 0 && chunk.amount[at]! > 0 ? chunk.amount[at]! : undefined,
  ),
  "tcp.analysis.acks_frame": column(KIND_TCP, ({ chunk, at }) =>
    chunk.acknowledged[at]! >= 0 ? chunk.acknowledged[at]! + 1 : undefined,
  ),
  ...portColumns("udp", KIND_UDP),
};

/** Names of the fields and protocols that have columns. */
export const columnNames = (): readonly string[] => Object.keys(COLUMNS);
