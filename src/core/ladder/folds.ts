/**
 * Runs of a ladder's rows that say the same again and again, and can stand in one line: data of one length with its
 * acknowledgments, and like packets between the same two ends. Only rows that follow each other belong to a run. One
 * pass, in slices if wanted.
 */
import { CHUNK_ROWS, type PacketTable } from "../table/packet-table.ts";
import { LikeRuns } from "./fold-likes.ts";
import { FoldList, type Folds, NO_FOLDS } from "./fold-list.ts";
import { SegmentRuns } from "./fold-segments.ts";

/** Walks through the rows of a ladder, as many at a time as the caller has time for. */
export class FoldFinder {
  private readonly packets: PacketTable;
  private readonly rows: Uint32Array;
  private readonly list = new FoldList();
  private readonly segments = new SegmentRuns(this.list);
  private readonly likes = new LikeRuns(this.list);
  private place = 0;

  /** `rows` of the packet table, ascending. */
  constructor(packets: PacketTable, rows: Uint32Array) {
    this.packets = packets;
    this.rows = rows;
  }

  /** Looks at up to `count` more rows; the folds once all were seen, else null. */
  next(count: number): Folds | null {
    const { packets, rows, segments, likes } = this;
    const stop = Math.min(this.place + count, rows.length);
    for (let place = this.place; place < stop; place++) {
      const row = rows[place]!;
      const chunk = packets.chunks[Math.floor(row / CHUNK_ROWS)]!;
      const at = row % CHUNK_ROWS;
      if (chunk.connection[at]! >= 0) {
        likes.stop(place);
        segments.take(place, chunk, at);
      } else {
        segments.stop(place);
        likes.take(place, chunk, at);
      }
    }
    this.place = stop;
    if (stop < rows.length) return null;
    segments.stop(stop);
    likes.stop(stop);
    return this.list.folds();
  }
}

/** The runs of all rows at once. */
export function foldsOf(packets: PacketTable, rows: Uint32Array): Folds {
  return new FoldFinder(packets, rows).next(rows.length) ?? NO_FOLDS;
}
