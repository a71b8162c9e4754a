/**
 * The fields that have columns: of which packets, and their values, each by itself, so that they can be read row by row
 * and column by column alike. How a value is read is column-values.ts's.
 */
import {
  DUPLICATE_ACK,
  FAST_RETRANSMISSION,
  FINDINGS,
  RECORDED,
  RETRANSMISSION,
  SPURIOUS_RETRANSMISSION,
} from "../analysis/findings.ts";
import { ACK, FIN, PSH, RST, SYN, URG } from "../protocols/tcp.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, type AddressKind } from "../table/address-table.ts";
import {
  KIND_ARP,
  KIND_ICMP,
  KIND_ICMPV6,
  KIND_OTHER,
  KIND_TCP,
  KIND_UDP,
  type PacketChunk,
} from "../table/packet-table.ts";
import {
  address,
  bits,
  type ColumnValue,
  fillDeltas,
  fillTimes,
  presence,
  stored,
  timed,
  workedOut,
} from "./column-values.ts";
import {
  frameLength,
  frameNumber,
  marked,
  relativeAck,
  relativeSeq,
  scaledWindow,
  stateOf,
  timeReference,
} from "./derived-values.ts";
import type { Value } from "./kinds.ts";
import type { Need } from "./needs.ts";
import type { RowCursor } from "./row-cursor.ts";

export interface Column {
  /** KIND_* of the packets that have it; null where any may. Of what is of no kind the columns do not tell then. */
  readonly kind: number | null;
  /** It is known only of segments whose lengths are. */
  readonly needsLength: boolean;
  /** The field's values, in order. */
  readonly values: readonly ColumnValue[];
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
  for (const { read } of column.values) {
    const value = read(row);
    if (value !== undefined) list.push(value);
  }
  return true;
}

const column = (kind: number | null, ...values: readonly ColumnValue[]): Column => ({
  kind,
  needsLength: false,
  values,
});

/** Values of packets of any kind. */
const any = (...values: readonly ColumnValue[]): Column => column(null, ...values);

const present = (kind: number): Column => column(kind, presence);

/** A number of TCP segments whose lengths are known. */
const segment = (value: ColumnValue): Column => ({ kind: KIND_TCP, needsLength: true, values: [value] });

const flag = (bit: number): Column => segment(bits("flags", bit, 1, 0));

const finding = (mask: number): Column => column(KIND_TCP, bits("findings", mask, 1, Number.NaN));

const networkColumns = (key: string, kind: AddressKind): Readonly<Record<string, Column>> => ({
  [key]: any(address(kind, "destination", 1)),
  [`${key}.src`]: any(address(kind, "source")),
  [`${key}.dst`]: any(address(kind, "destination")),
  [`${key}.addr`]: any(address(kind, "source"), address(kind, "destination")),
});

const portColumns = (key: string, kind: number): Readonly<Record<string, Column>> => ({
  [key]: present(kind),
  [`${key}.srcport`]: column(kind, stored("sourcePort")),
  [`${key}.dstport`]: column(kind, stored("destinationPort")),
  [`${key}.port`]: column(kind, stored("sourcePort"), stored("destinationPort")),
});

const FOUND = FINDINGS.reduce((bits, { bit }) => bits | bit, 0) & ~RECORDED;

const epoch = timed(
  (row) => row.epoch(),
  fillTimes,
  ({ start }) => start,
);

const relativeTime = timed(
  (row) => row.relativeTime,
  (row, to, length) => !row.hasReferences && fillTimes(row, to, length),
);

const amountIf = (isAmount: (chunk: PacketChunk, at: number) => boolean): ColumnValue =>
  workedOut((chunk, at) => (isAmount(chunk, at) ? chunk.amount[at]! : Number.NaN));

const COLUMNS: Readonly<Record<string, Column>> = {
  frame: any(presence),
  "frame.number": any(frameNumber),
  "frame.marked": any(marked),
  "frame.ref_time": any(timeReference),
  "frame.len": any(frameLength),
  "frame.cap_len": any(stored("capturedLength")),
  "frame.time": any(epoch),
  "frame.time_epoch": any(epoch),
  "frame.time_relative": any(relativeTime),
  "frame.time_delta": any(timed((row) => row.delta(), fillDeltas)),
  ...networkColumns("ip", ADDRESS_IPV4),
  ...networkColumns("ipv6", ADDRESS_IPV6),
  arp: present(KIND_ARP),
  icmp: present(KIND_ICMP),
  icmpv6: present(KIND_ICMPV6),
  ...portColumns("tcp", KIND_TCP),
  "tcp.stream": column(KIND_TCP, stored("connection")),
  "tcp.state.client": column(KIND_TCP, stateOf("client")),
  "tcp.state.server": column(KIND_TCP, stateOf("server")),
  "tcp.len": segment(stored("payloadLength")),
  "tcp.seq": segment(relativeSeq),
  "tcp.ack": segment(relativeAck),
  "tcp.seq_raw": segment(stored("seq")),
  "tcp.ack_raw": segment(stored("ack")),
  "tcp.flags": segment(stored("flags")),
  "tcp.flags.urg": flag(URG),
  "tcp.flags.ack": flag(ACK),
  "tcp.flags.push": flag(PSH),
  "tcp.flags.reset": flag(RST),
  "tcp.flags.syn": flag(SYN),
  "tcp.flags.fin": flag(FIN),
  "tcp.window_size_value": segment(stored("window")),
  "tcp.window_size": segment(scaledWindow),
  "tcp.analysis.flags": finding(FOUND),
  ...Object.fromEntries(FINDINGS.map(({ key, bit }) => [key, finding(bit)])),
  "tcp.analysis.retransmission": finding(RETRANSMISSION | FAST_RETRANSMISSION | SPURIOUS_RETRANSMISSION),
  "tcp.analysis.duplicate_ack_num": column(
    KIND_TCP,
    amountIf(({ findings }, at) => (findings[at]! & DUPLICATE_ACK) !== 0),
  ),
  "tcp.analysis.bytes_in_flight": column(
    KIND_TCP,
    amountIf(({ payloadLength, amount }, at) => payloadLength[at]! > 0 && amount[at]! > 0),
  ),
  "tcp.analysis.acks_frame": column(
    KIND_TCP,
    workedOut(({ acknowledged }, at) => (acknowledged[at]! >= 0 ? acknowledged[at]! + 1 : Number.NaN)),
  ),
  ...portColumns("udp", KIND_UDP),
};

/** Names of the fields and protocols that have columns. */
export const columnNames = (): readonly string[] => Object.keys(COLUMNS);
