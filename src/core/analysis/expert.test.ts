import { describe, expect, it } from "vitest";
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { CUT_SHORT, MALFORMED } from "../protocols/walk.ts";
import {
  CHUNK_ROWS,
  HAS_COMMENTS,
  KIND_TCP,
  KIND_UDP,
  NO_PACKETS,
  newChunk,
  type PacketTable,
  withChunks,
} from "../table/packet-table.ts";
import { expertEntries } from "./expert.ts";
import { DUPLICATE_ACK, FAST_RETRANSMISSION, LOST_SEGMENT, RECORDED } from "./findings.ts";

interface Row {
  readonly kind?: number;
  readonly connection?: number;
  readonly direction?: number;
  readonly flags?: number;
  readonly ack?: number;
  readonly findings?: number;
  readonly problem?: number;
  readonly marks?: number;
}

function tableOf(rows: readonly Row[], before = 0): PacketTable {
  let table = NO_PACKETS;
  for (let from = 0; from < before + rows.length; from += CHUNK_ROWS) {
    const chunk = newChunk();
    chunk.length = Math.min(CHUNK_ROWS, before + rows.length - from);
    for (let at = Math.max(before - from, 0); at < chunk.length; at++) {
      const { kind = KIND_TCP, connection = 0, ...others } = rows[from + at - before]!;
      chunk.kind[at] = kind;
      chunk.connection[at] = connection;
      for (const [name, value] of Object.entries(others)) chunk[name as "flags"][at] = value; // columns by name
    }
    table = withChunks(table, table.chunks.length, [chunk]);
  }
  return table;
}

const told = (table: PacketTable, within: number | null = null) =>
  expertEntries(table, within).map(({ kind, rows }) => `${kind.severity} ${kind.key}: ${[...rows]}`);

describe("expert entries", () => {
  it("come by severity, each with the rows that it was met in", () => {
    const rows: readonly Row[] = [
      { flags: SYN },
      { flags: SYN | ACK, ack: 1, direction: 1 },
      { flags: ACK, ack: 1, findings: DUPLICATE_ACK },
      { kind: KIND_UDP, connection: -1, problem: MALFORMED },
      { flags: ACK, ack: 1, findings: LOST_SEGMENT | RECORDED, marks: HAS_COMMENTS },
      { kind: KIND_UDP, connection: -1, problem: CUT_SHORT },
    ];
    expect(told(tableOf(rows))).toEqual([
      "error _ws.malformed: 3",
      "warn tcp.analysis.lost_segment: 4",
      "note tcp.analysis.duplicate_ack: 2",
      "note _ws.short: 5",
      "chat tcp.connection.syn: 0",
      "chat tcp.connection.synack: 1",
      "comment frame.comment: 4",
    ]);
  });

  it("call a fast retransmission a retransmission as well", () => {
    expect(told(tableOf([{ flags: ACK, ack: 1, findings: FAST_RETRANSMISSION }]))).toEqual([
      "note tcp.analysis.retransmission: 0",
      "note tcp.analysis.fast_retransmission: 0",
    ]);
  });

  it("tell who closes first, FINs sent again included, and resets", () => {
    const close = (direction: number, connection = 0): Row => ({ flags: FIN | ACK, ack: 1, direction, connection });
    const table = tableOf([close(1), close(1), close(0), close(0, 1), { flags: RST, ack: 7 }]);
    expect(told(table)).toEqual([
      "warn tcp.connection.rst: 4",
      "note tcp.connection.fin_active: 0,1,3",
      "note tcp.connection.fin_passive: 2",
      "note tcp.ack.nonzero: 4",
      "chat tcp.connection.fin: 0,1,2,3",
    ]);
    expect(told(table, 1)).toEqual(["note tcp.connection.fin_active: 3", "chat tcp.connection.fin: 3"]);
  });

  it("count rows across chunks", () => {
    const table = tableOf([{ flags: SYN }, { flags: SYN }], CHUNK_ROWS - 1);
    expect(told(table)).toEqual([`chat tcp.connection.syn: ${CHUNK_ROWS - 1},${CHUNK_ROWS}`]);
  });
});
