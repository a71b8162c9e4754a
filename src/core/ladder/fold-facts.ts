/** What there is to say of a folded run, in numbers: counts, lengths, times. */
import { type ConnectionState, connectionState } from "../analysis/connection-state.ts";
import type { ConnectionTable } from "../table/connection-table.ts";
import { cell, exactTime, type PacketTable } from "../table/packet-table.ts";
import type { LadderContent } from "./content.ts";
import { FOLD_ACKS, FOLD_DATA, FOLD_PAIRS, FOLD_STREAM, FOLD_TRANSFER, type Folds } from "./fold-list.ts";

/** What is the same throughout a run, and how often. */
export type FoldFacts = FoldExtent &
  (
    | {
        readonly kind: "transfer";
        /** Data segments, the bytes of each, and how many come before an ACK. */
        readonly count: number;
        readonly length: number;
        readonly every: number;
        /** The ACKs are of bytes that were sent before the segments in front of them. */
        readonly isLate: boolean;
      }
    | { readonly kind: "data"; readonly count: number; readonly length: number }
    /** `step` is the bytes that each ACK moves on by. */
    | { readonly kind: "acks"; readonly count: number; readonly step: number }
    /** Lengths on the wire; `protocol` is a KIND_* of the packet table. */
    | { readonly kind: "like"; readonly count: number; readonly length: number; readonly protocol: number }
    | {
        readonly kind: "pairs";
        readonly count: number;
        readonly length: number;
        readonly back: number;
        readonly protocol: number;
      }
    /** A connection that ended: its ports, the payload there and back, how it stands at its end. */
    | {
        readonly kind: "stream";
        readonly count: number;
        readonly clientPort: number;
        readonly serverPort: number;
        readonly bytesOut: number;
        readonly bytesIn: number;
        readonly state: ConnectionState;
      }
  );

interface FoldExtent {
  /** Rows of the packet table: of the run's first packet, and its last. */
  readonly firstRow: number;
  readonly lastRow: number;
  readonly packets: number;
  /** Nanoseconds from the first to the last. */
  readonly time: bigint;
  /** Of the data, or of the ACKs where there is none: CLIENT_TO_SERVER or SERVER_TO_CLIENT. */
  readonly direction: number;
}

/** The facts of one run among the folds of a ladder's rows. */
export function foldFacts(
  { packets, connections }: Pick<LadderContent, "packets" | "connections">,
  rows: Uint32Array,
  folds: Folds,
  fold: number,
): FoldFacts {
  const first = folds.first[fold]!;
  const end = folds.end[fold]!;
  const period = folds.period[fold]!;
  const [firstRow, lastRow] = [rows[first]!, rows[end - 1]!];
  const repetitions = (end - first) / period;
  const at = (column: "payloadLength" | "wireLength" | "seq" | "ack" | "kind" | "direction", row: number) =>
    cell(packets, column, row);
  const time = exactTime(packets, lastRow) - exactTime(packets, firstRow);
  const extent = { firstRow, lastRow, packets: end - first, time, direction: at("direction", firstRow) };
  const length = at("payloadLength", firstRow);
  const protocol = at("kind", firstRow);
  switch (folds.pattern[fold]) {
    case FOLD_STREAM:
      return streamFacts(packets, connections, cell(packets, "connection", firstRow));
    case FOLD_TRANSFER: {
      const every = period - 1;
      const sent = (at("seq", rows[first + every - 1]!) + length) >>> 0;
      const isLate = at("ack", rows[first + every]!) !== sent;
      return { ...extent, kind: "transfer", count: repetitions * every, length, every, isLate };
    }
    case FOLD_DATA:
      return { ...extent, kind: "data", count: repetitions, length };
    case FOLD_ACKS:
      return {
        ...extent,
        kind: "acks",
        count: repetitions,
        step: (at("ack", rows[first + 1]!) - at("ack", firstRow)) | 0,
      };
    case FOLD_PAIRS: {
      const [there, back] = [at("wireLength", firstRow), at("wireLength", rows[first + 1]!)];
      return { ...extent, kind: "pairs", count: repetitions, length: there, back, protocol };
    }
    default:
      return { ...extent, kind: "like", count: repetitions, length: at("wireLength", firstRow), protocol };
  }
}

function streamFacts(packets: PacketTable, connections: ConnectionTable, connection: number): FoldFacts {
  const { columns } = connections;
  const [firstRow, lastRow] = [columns.firstRow[connection]!, columns.lastRow[connection]!];
  const count = columns.packetsOut[connection]! + columns.packetsIn[connection]!;
  return {
    kind: "stream",
    firstRow,
    lastRow,
    packets: count,
    count,
    time: exactTime(packets, lastRow) - exactTime(packets, firstRow),
    direction: cell(packets, "direction", firstRow),
    clientPort: columns.clientPort[connection]!,
    serverPort: columns.serverPort[connection]!,
    bytesOut: columns.payloadOut[connection]!,
    bytesIn: columns.payloadIn[connection]!,
    state: connectionState(connections, connection),
  };
}
