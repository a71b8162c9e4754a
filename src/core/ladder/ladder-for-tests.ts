/** Ladders written by hand for the tests of this folder. */
import { ACK } from "../protocols/tcp.ts";
import { ADDRESS_IPV4, AddressTable } from "../table/address-table.ts";
import { type ConnectionTable, newConnectionColumns } from "../table/connection-table.ts";
import { NamedAddresses } from "../table/named-addresses.ts";
import {
  CHUNK_ROWS,
  CLIENT_TO_SERVER,
  KIND_TCP,
  KIND_UDP,
  newChunk,
  type PacketTable,
  SERVER_TO_CLIENT,
} from "../table/packet-table.ts";
import { OWN_TITLE } from "./arrow-finding.ts";
import { NOTHING_BESIDE } from "./beside.ts";
import { columnNeeds, longestName } from "./column-needs.ts";
import type { LadderSize, Measure } from "./columns.ts";
import { layoutColumns } from "./columns.ts";
import type { LadderContent } from "./content.ts";
import type { FlowType } from "./flow-packets.ts";
import { type Arrangement, AS_IT_COMES, withPrefixes, withUnit } from "./hosts/arrangement.ts";
import { detailFor, flowEnds, isPairOf } from "./hosts/flow-ends.ts";
import { flowPairs } from "./hosts/flow-pairs.ts";
import { type ArrangedHosts, arrangeHosts } from "./hosts/host-order.ts";
import type { NamedHosts } from "./hosts/lifeline-names.ts";
import { noPairs, packetPairs } from "./hosts/packet-pairs.ts";
import { NO_WORDS } from "./packet-words.ts";
import { NO_QUOTATIONS } from "./quotations.ts";
import { TimeReader, type TimeSteps } from "./time/time-steps.ts";

/** Every character is as wide as every other, in px. */
export const CHARACTER = 7;
export const measure: Measure = (text) => text.length * CHARACTER;

/** A packet; hosts are the last bytes of addresses 10.0.0.x. */
export interface TestPacket {
  readonly from: number;
  readonly to: number;
  readonly connection?: number;
  /** Sent by the server. */
  readonly back?: boolean;
  readonly flags?: number;
  readonly bytes?: number;
  readonly seq?: number;
  readonly ack?: number;
  /** Nanoseconds. */
  readonly time?: number;
  readonly fromPort?: number;
  readonly toPort?: number;
  readonly isUdp?: boolean;
}

/** What the tests say of their connections. */
export interface TestConnection {
  readonly client: number;
  readonly server: number;
  readonly seqBaseOut?: number;
  readonly seqBaseIn?: number;
  readonly payloadOut?: number;
  readonly payloadIn?: number;
  readonly firstRow?: number;
}

/** An address table that holds 10.0.0.0 .. 10.0.0.255 in this order. */
export function testAddresses(): AddressTable {
  const addresses = new AddressTable();
  for (let host = 0; host < 256; host++) {
    addresses.row(new DataView(Uint8Array.of(10, 0, 0, host).buffer), 0, ADDRESS_IPV4);
  }
  return addresses;
}

/** A table of `length` packets, each asked for by its row. */
export function testPackets(length: number, packetAt: (row: number) => TestPacket): PacketTable {
  const chunks = [];
  for (let start = 0; start < length; start += CHUNK_ROWS) {
    const chunk = newChunk(Math.min(CHUNK_ROWS, length - start));
    for (let i = 0; start + i < length && i < CHUNK_ROWS; i++) {
      const packet = packetAt(start + i);
      chunk.time[i] = packet.time ?? (start + i) * 1000;
      chunk.source[i] = packet.from;
      chunk.destination[i] = packet.to;
      chunk.connection[i] = packet.isUdp ? -1 : (packet.connection ?? 0);
      chunk.payloadLength[i] = packet.bytes ?? 0;
      chunk.seq[i] = packet.seq ?? 0;
      chunk.ack[i] = packet.ack ?? 0;
      chunk.sourcePort[i] = packet.fromPort ?? (packet.back ? 80 : 40000);
      chunk.destinationPort[i] = packet.toPort ?? (packet.back ? 40000 : 80);
      chunk.flags[i] = packet.flags ?? ACK;
      chunk.kind[i] = packet.isUdp ? KIND_UDP : KIND_TCP;
      chunk.direction[i] = packet.back ? SERVER_TO_CLIENT : CLIENT_TO_SERVER;
      chunk.length++;
    }
    chunks.push(chunk);
  }
  return { length, chunks };
}

/** A table of connections. */
export function testConnections(connections: readonly TestConnection[]): ConnectionTable {
  const columns = newConnectionColumns(connections.length);
  for (const [row, connection] of connections.entries()) {
    columns.client[row] = connection.client;
    columns.server[row] = connection.server;
    columns.seqBaseOut[row] = connection.seqBaseOut ?? 1000;
    columns.seqBaseIn[row] = connection.seqBaseIn ?? 5000;
    columns.payloadOut[row] = connection.payloadOut ?? 725;
    columns.payloadIn[row] = connection.payloadIn ?? 22950;
    columns.firstRow[row] = connection.firstRow ?? 0;
  }
  return { length: connections.length, columns };
}

/** The lifelines of a flow, with addresses as their names. */
export function testHosts(
  table: PacketTable,
  addresses: AddressTable,
  flow: FlowType = "tcp",
  arrangement: Arrangement = AS_IT_COMES,
): ArrangedHosts & { readonly hosts: NamedHosts } {
  const pairs = packetPairs(table, noPairs(detailFor(arrangement)));
  const packets = flowPairs({ packets: table, shown: null }, pairs, flow, (pair) =>
    isPairOf(arrangement, pairs, addresses, pair),
  );
  const arranged = arrangeHosts(flowEnds(packets, arrangement, addresses), arrangement);
  return {
    ...arranged,
    hosts: { ...arranged.hosts, addresses: { table: addresses, texts: new NamedAddresses(addresses, new Map()) } },
  };
}

/** Every address in a subnet of its own: what an address sends to itself goes from a lifeline to the same one. */
export const IN_ONE_LINE = withPrefixes(withUnit(AS_IT_COMES, "subnet"), { ipv4: 32, ipv6: 128 });

/** A ladder of packets; of all hosts when `isAll`, else of a connection. */
export function testContent(
  packets: readonly TestPacket[],
  connections: readonly TestConnection[],
  { isAll = false, numbers = "relative" as LadderContent["numbers"], by = AS_IT_COMES, flow = "tcp" as FlowType } = {},
): LadderContent {
  const table = testPackets(packets.length, (row) => packets[row]!);
  const addresses = testAddresses();
  const arranged = isAll ? testHosts(table, addresses, flow, by) : null;
  return {
    packets: table,
    addresses,
    connections: testConnections(connections),
    rows: arranged?.rows ?? Uint32Array.from(packets.flatMap(({ isUdp }, row) => (isUdp ? [] : row))),
    hosts: arranged?.hosts ?? null,
    lanes: null,
    beside: NOTHING_BESIDE,
    words: NO_WORDS,
    quotations: NO_QUOTATIONS,
    findingTitle: OWN_TITLE,
    numbers,
    timeStyle: "capture",
    references: new Uint32Array(0),
    start: 0n,
    decimals: 6,
  };
}

/** Its columns in a room. */
export function testColumns(content: LadderContent, size: Partial<LadderSize> = {}) {
  const needs = columnNeeds(content, longestName(content), { numberHead: "No.", timeHead: "Time" });
  return layoutColumns(needs, { width: 800, rowHeight: 26, isNarrow: false, ...size }, measure);
}

/** What the times of all rows tell, at once. */
export function timeStepsOf(packets: PacketTable, rows: Uint32Array): TimeSteps {
  return new TimeReader(packets, rows).next(Math.max(1, rows.length))!; // all rows were seen
}
