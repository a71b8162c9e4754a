/**
 * How each field that has a column is read of a row. A reader adds the field's values to a list, none when the packet
 * does not have the field; it answers false when the columns do not tell.
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

export type ColumnReader = (row: RowCursor, list: Value[]) => boolean;

/** The reader of what a filter needs; null where there is no column for it. */
export function readerOf({ field, part, layers }: Need): ColumnReader | null {
  if (layers || !(part === "value" ? field.kind !== "protocol" : part === "presence")) return null;
  return Object.hasOwn(READERS, field.name) ? READERS[field.name]! : null;
}

/** A value that every packet has. */
const always =
  (read: (row: RowCursor) => Value): ColumnReader =>
  (row, list) => {
    list.push(read(row));
    return true;
  };

/** A value of packets that carry a time. */
const timed =
  (read: (row: RowCursor) => Value): ColumnReader =>
  (row, list) => {
    if (!(row.chunk.marks[row.at]! & HAS_NO_TIME)) list.push(read(row));
    return true;
  };

/** Values of one kind of packet. Of what is of no kind the columns do not tell which headers it has. */
const of =
  (kind: number, add: (row: RowCursor, list: Value[]) => void): ColumnReader =>
  (row, list) => {
    const own = row.chunk.kind[row.at];
    if (own === kind) add(row, list);
    return own !== KIND_OTHER;
  };

const present = (kind: number): ColumnReader => of(kind, (_, list) => list.push(1));

/** A number of TCP segments whose lengths are known. */
const segment = (read: (row: RowCursor) => number): ColumnReader => {
  const readOne = of(KIND_TCP, (row, list) => list.push(read(row)));
  return (row, list) => {
    if (row.chunk.kind[row.at] === KIND_TCP && row.chunk.payloadLength[row.at]! < 0) return false;
    return readOne(row, list);
  };
};

const flag = (bit: number): ColumnReader => segment(({ chunk, at }) => (chunk.flags[at]! & bit ? 1 : 0));

const finding = (bits: number): ColumnReader =>
  of(KIND_TCP, ({ chunk, at }, list) => {
    if (chunk.findings[at]! & bits) list.push(1);
  });

/** The addresses of one network protocol: those of the packet, if they are of its kind. */
const addresses = (kind: number, which: "source" | "destination" | "both"): ColumnReader => {
  const add = (row: RowCursor, address: number, list: Value[]) => {
    if (row.kindOf(address) === kind) list.push(row.address(address));
  };
  return (row, list) => {
    if (which !== "destination") add(row, row.chunk.source[row.at]!, list);
    if (which !== "source") add(row, row.chunk.destination[row.at]!, list);
    return true;
  };
};

const network =
  (kind: number): ColumnReader =>
  (row, list) => {
    if (row.kindOf(row.chunk.destination[row.at]!) === kind) list.push(1);
    return true;
  };

const ports = (kind: number): Readonly<Record<"srcport" | "dstport" | "port", ColumnReader>> => ({
  srcport: of(kind, ({ chunk, at }, list) => list.push(chunk.sourcePort[at]!)),
  dstport: of(kind, ({ chunk, at }, list) => list.push(chunk.destinationPort[at]!)),
  port: of(kind, ({ chunk, at }, list) => list.push(chunk.sourcePort[at]!, chunk.destinationPort[at]!)),
});
const tcpPorts = ports(KIND_TCP);
const udpPorts = ports(KIND_UDP);

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

const READERS: Readonly<Record<string, ColumnReader>> = {
  frame: always(() => 1),
  "frame.number": always(({ row }) => row + 1),
  "frame.len": always(({ chunk, at }) => reportedLength(chunk.wireLength[at]!)),
  "frame.cap_len": always(({ chunk, at }) => chunk.capturedLength[at]!),
  "frame.time": timed((row) => row.start + row.time()),
  "frame.time_epoch": timed((row) => row.start + row.time()),
  "frame.time_relative": timed((row) => row.time()),
  "frame.time_delta": timed((row) => (row.row === 0 ? 0n : row.time() - row.time(row.row - 1))),
  ip: network(ADDRESS_IPV4),
  "ip.src": addresses(ADDRESS_IPV4, "source"),
  "ip.dst": addresses(ADDRESS_IPV4, "destination"),
  "ip.addr": addresses(ADDRESS_IPV4, "both"),
  ipv6: network(ADDRESS_IPV6),
  "ipv6.src": addresses(ADDRESS_IPV6, "source"),
  "ipv6.dst": addresses(ADDRESS_IPV6, "destination"),
  "ipv6.addr": addresses(ADDRESS_IPV6, "both"),
  arp: present(KIND_ARP),
  icmp: present(KIND_ICMP),
  icmpv6: present(KIND_ICMPV6),
  tcp: present(KIND_TCP),
  "tcp.srcport": tcpPorts.srcport,
  "tcp.dstport": tcpPorts.dstport,
  "tcp.port": tcpPorts.port,
  "tcp.stream": of(KIND_TCP, ({ chunk, at }, list) => list.push(chunk.connection[at]!)),
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
  "tcp.analysis.duplicate_ack_num": of(KIND_TCP, ({ chunk, at }, list) => {
    if (chunk.findings[at]! & DUPLICATE_ACK) list.push(chunk.amount[at]!);
  }),
  "tcp.analysis.bytes_in_flight": of(KIND_TCP, ({ chunk, at }, list) => {
    if (chunk.payloadLength[at]! > 0 && chunk.amount[at]! > 0) list.push(chunk.amount[at]!);
  }),
  "tcp.analysis.acks_frame": of(KIND_TCP, ({ chunk, at }, list) => {
    if (chunk.acknowledged[at]! >= 0) list.push(chunk.acknowledged[at]! + 1);
  }),
  udp: present(KIND_UDP),
  "udp.srcport": udpPorts.srcport,
  "udp.dstport": udpPorts.dstport,
  "udp.port": udpPorts.port,
};

/** Names of the fields and protocols that have columns. */
export const columnNames = (): readonly string[] => Object.keys(READERS);
