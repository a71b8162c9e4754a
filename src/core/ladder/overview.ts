/**
 * The whole ladder at a glance: its rows put together into as many bins as the strip has lines, each with what both sides
 * sent in it and whether anything went wrong.
 */
import { BAD_TCP } from "../analysis/findings.ts";
import { RST } from "../protocols/tcp.ts";
import { CHUNK_ROWS, CLIENT_TO_SERVER, KIND_TCP, type PacketTable } from "../table/packet-table.ts";
import type { RowPlaces } from "./rows.ts";
import { isScaled } from "./time/slant.ts";

/** Position i of each column is bin i, from the top. */
export interface Overview {
  readonly bins: number;
  /** Share of the bin with the most, 0 .. 1, of bytes that went to the server and to the client; packets count a little. */
  readonly out: Float32Array;
  readonly back: Float32Array;
  /** 1 where a packet has trouble: what is marked so in the list. */
  readonly trouble: Uint8Array;
}

/** A packet without data weighs as much as so many bytes, so that it shows. */
const WEIGHT_OF_PACKET = 60;

/** Rows that a step looks at: less than a millisecond. */
const STEP = 5000;

/**
 * Puts rows into at most `bins` bins, equally many in each, or equally high ones where `places` stand to scale. A pass
 * over all rows, done in steps.
 */
export class OverviewWalk {
  private readonly table: PacketTable;
  private readonly rows: Uint32Array;
  private readonly scaled: RowPlaces | null;
  private readonly overview: Overview;
  private place = 0;

  constructor(table: PacketTable, rows: Uint32Array, bins: number, places: RowPlaces | null = null) {
    this.table = table;
    this.rows = rows;
    this.scaled = places && isScaled(places) ? places : null;
    const count = Math.max(0, this.scaled ? bins : Math.min(bins, rows.length));
    const empty = () => new Float32Array(count);
    this.overview = { bins: count, out: empty(), back: empty(), trouble: new Uint8Array(count) };
  }

  /** Looks at some more rows; the overview once all were looked at, null before. */
  step(): Overview | null {
    const { rows, overview } = this;
    const end = overview.bins === 0 ? 0 : Math.min(rows.length, this.place + STEP);
    while (this.place < end && this.add(this.place)) this.place++;
    if (this.place < end) return withShares(overview); // the table is older than the rows
    return this.place === rows.length || overview.bins === 0 ? withShares(overview) : null;
  }

  /** Counts a row in; false when the table has no such row. */
  private add(place: number): boolean {
    const { rows, scaled } = this;
    const { bins, out, back, trouble } = this.overview;
    const chunk = this.table.chunks[Math.floor(rows[place]! / CHUNK_ROWS)];
    if (!chunk) return false;
    const at = rows[place]! % CHUNK_ROWS;
    const share = scaled ? scaled.top(place) / scaled.height : place / rows.length;
    const bin = Math.floor(share * bins);
    const weight = WEIGHT_OF_PACKET + Math.max(chunk.payloadLength[at]!, 0);
    if (chunk.direction[at] === CLIENT_TO_SERVER) out[bin]! += weight;
    else back[bin]! += weight;
    const isReset = chunk.kind[at] === KIND_TCP && (chunk.flags[at]! & RST) !== 0;
    if (isReset || chunk.findings[at]! & BAD_TCP) trouble[bin] = 1;
    return true;
  }
}

/** The weights as shares of the greatest. */
function withShares(overview: Overview): Overview {
  const { out, back } = overview;
  const most = Math.max(greatest(out), greatest(back), 1);
  return { ...overview, out: out.map((weight) => weight / most), back: back.map((weight) => weight / most) };
}

const greatest = (column: Float32Array) => column.reduce((most, value) => Math.max(most, value), 0);
