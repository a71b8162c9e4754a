/**
 * The numbers that rows are sorted by, for one column of the packet list: from memory a piece at a time, or read from the
 * packets' bytes by a worker where the tables do not tell.
 */
import { statesOf } from "../core/analysis/row-states.ts";
import type { FieldColumn } from "../core/filter/field-column.ts";
import type { SortBy } from "../core/second-pass/sort-keys.ts";
import { AddressRanks } from "../core/table/address-ranks.ts";
import { CHUNK_ROWS, type PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { interfaceOf } from "./frames.ts";
import type { ListColumn } from "./list-columns.ts";

/** Rows whose numbers are found in one step. */
const PIECE = 1 << 14;

/** Finds them step by step. */
export interface KeyWork {
  /** Goes on; the numbers by row when they are all known, `null` before; what to read when only bytes tell. */
  readonly step: () => Float64Array | SortBy | null;
  /** How much is done, 0 .. 1. */
  readonly share: () => number;
}

/** Begins to find the numbers. `fieldColumn` is that of the column's field, where it has one. */
export function keyWork(capture: Capture, column: ListColumn["id"], fieldColumn: FieldColumn | null): KeyWork {
  if (column === "protocol" || column === "info") return { step: () => ({ kind: column }), share: () => 0 };
  if (column.startsWith("field:")) return fieldWork(capture, column.slice("field:".length), fieldColumn);
  const needsRanks = column === "source" || column === "destination";
  const ranks = needsRanks ? new AddressRanks(capture.addresses) : null;
  let known: Float64Array | null = null;
  const filled = filling(capture.packets, (row, chunk, at) => {
    switch (column) {
      case "number":
        return row;
      case "time":
        return chunk.time[at]!;
      case "length":
        return chunk.wireLength[at]!;
      case "file":
        return interfaceOf(capture, row).file;
      default:
        return known?.[chunk[column === "source" ? "source" : "destination"][at]!] ?? Number.NaN;
    }
  });
  const step = () => {
    if (ranks) known ??= ranks.step();
    return ranks && !known ? null : filled.step();
  };
  return { step, share: filled.share };
}

function fieldWork(capture: Capture, field: string, column: FieldColumn | null): KeyWork {
  if (!column?.isInMemory) return { step: () => ({ kind: "field", field }), share: () => 0 };
  const ranks = column.isAddress ? new AddressRanks(capture.addresses) : null;
  let known: Float64Array | null = null;
  let isReady = !column.needsStates;
  let isTold = true;
  const filled = filling(capture.packets, (row) => {
    const key = column.key(row, known);
    if (key === null) isTold = false;
    return key ?? Number.NaN;
  });
  const step = () => {
    isReady ||= statesOf(capture).step();
    if (ranks) known ??= ranks.step();
    if (!isReady || (ranks && !known)) return null;
    const keys = filled.step();
    // What a tunnel carries stands in no table: then all are read, so that they can be compared.
    return isTold || column.needsStates ? keys : { kind: "field" as const, field };
  };
  return { step, share: filled.share };
}

type KeyOf = (row: number, chunk: PacketTable["chunks"][number], at: number) => number;

function filling({ chunks, length }: PacketTable, keyOf: KeyOf) {
  const keys = new Float64Array(length);
  let row = 0;
  const step = () => {
    for (const end = Math.min(length, row + PIECE); row < end; row++) {
      const at = row % CHUNK_ROWS;
      keys[row] = keyOf(row, chunks[(row - at) / CHUNK_ROWS]!, at) + 0; // there is one zero only
    }
    return row === length ? keys : null;
  };
  return { step, share: () => row / Math.max(1, length) };
}
