/**
 * The whole ladder at a glance: its rows put together into as many bins as the strip has lines, each with what both sides
 * sent in it and whether anything went wrong. One pass over the rows, however many.
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

/** Puts rows into at most `bins` bins, equally many in each, or equally high ones where rows stand to scale. */
export function overviewOf(
  { chunks }: PacketTable,
  rows: Uint32Array,
  bins: number,
  places: RowPlaces | null = null,
): Overview {
  const scaled = places && isScaled(places) ? places : null;
  const count = Math.max(0, scaled ? bins : Math.min(bins, rows.length));
  const out = new Float32Array(count);
  const back = new Float32Array(count);
  const trouble = new Uint8Array(count);
  for (let place = 0; place < rows.length && count > 0; place++) {
    const chunk = chunks[Math.floor(rows[place]! / CHUNK_ROWS)];
    if (!chunk) break; // the table is older than the rows
    const at = rows[place]! % CHUNK_ROWS;
    const share = scaled ? scaled.top(place) / scaled.height : place / rows.length;
    const bin = Math.floor(share * count);
    const weight = WEIGHT_OF_PACKET + Math.max(chunk.payloadLength[at]!, 0);
    if (chunk.direction[at] === CLIENT_TO_SERVER) out[bin]! += weight;
    else back[bin]! += weight;
    const isReset = chunk.kind[at] === KIND_TCP && (chunk.flags[at]! & RST) !== 0;
    if (isReset || chunk.findings[at]! & BAD_TCP) trouble[bin] = 1;
  }
  const most = Math.max(greatest(out), greatest(back), 1);
  for (let bin = 0; bin < count; bin++) {
    out[bin]! /= most;
    back[bin]! /= most;
  }
  return { bins: count, out, back, trouble };
}

const greatest = (column: Float32Array) => column.reduce((most, value) => Math.max(most, value), 0);
