/**
 * What a ladder to scale has to know of its rows' times, found in one walk through them, in slices if wanted: the times
 * themselves, where so little happens for so long that the scale is broken, and the shortest answers.
 */
import { CHUNK_ROWS, CLIENT_TO_SERVER, type PacketTable } from "../../table/packet-table.ts";

/** Position i of `time` and `side` is row i of the ladder. */
export interface TimeSteps {
  /** The ladder's rows, as rows of the packet table. */
  readonly rows: Uint32Array;
  /** Ns since the capture's first packet; never less than the row's before, though the capture's clock may run back. */
  readonly time: Float64Array;
  /** FROM_CLIENT, FROM_SERVER, or OTHER for what belongs to no connection. */
  readonly side: Uint8Array;
  /** Rows before which nothing came for long, ascending. */
  readonly breaks: Uint32Array;
  /** Ns between the first row and the last, without what is broken out. */
  readonly active: number;
  /** The shortest time, in ns, from data to its acknowledgment: of what the client sent, and the server. Infinity for none. */
  readonly answerToClient: number;
  readonly answerToServer: number;
}

export const FROM_CLIENT = 0;
export const FROM_SERVER = 1;
export const OTHER = 2;

/** An idle time is broken out when it is longer than this, and than so many usual gaps. */
const LEAST_IDLE = 200_000_000; // ns
const USUAL_GAPS = 20;
/** Gaps are counted by their size, so many classes for a doubling: the usual one is known to within 3 %. */
const CLASSES = 24;

/** Walks through the rows of a ladder, as many at a time as the caller has time for. */
export class TimeReader {
  private readonly packets: PacketTable;
  private readonly rows: Uint32Array;
  private readonly time: Float64Array;
  private readonly side: Uint8Array;
  private readonly classes = new Uint32Array(CLASSES * 64);
  /** Gaps that may have to be broken out: the rows behind them. */
  private readonly idle: number[] = [];
  private readonly answers = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  private place = 0;

  /** `rows` of the packet table, ascending. */
  constructor(packets: PacketTable, rows: Uint32Array) {
    this.packets = packets;
    this.rows = rows;
    this.time = new Float64Array(rows.length);
    this.side = new Uint8Array(rows.length);
  }

  /** Looks at up to `count` more rows; what they tell once all were seen, else null. */
  next(count: number): TimeSteps | null {
    const { packets, rows, time, classes, idle } = this;
    const stop = Math.min(this.place + count, rows.length);
    for (let place = this.place; place < stop; place++) {
      const row = rows[place]!;
      const chunk = packets.chunks[Math.floor(row / CHUNK_ROWS)]!;
      const at = row % CHUNK_ROWS;
      const before = place === 0 ? chunk.time[at]! : time[place - 1]!;
      time[place] = Math.max(before, chunk.time[at]!);
      this.side[place] = sideOf(chunk.connection[at]!, chunk.direction[at]!);
      if (chunk.acknowledged[at]! >= 0) this.learnAnswer(row, chunk.acknowledged[at]!, chunk.direction[at]!);
      const gap = time[place]! - before;
      if (gap > LEAST_IDLE) idle.push(place);
      if (place > 0) classes[Math.floor(Math.log2(gap + 1) * CLASSES)]!++;
    }
    this.place = stop;
    return stop < rows.length ? null : this.steps();
  }

  /** Of what was sent again nobody knows which sending is acknowledged (RFC 6298 §3): it counts for nothing. */
  private learnAnswer(row: number, original: number, direction: number): void {
    const sent = this.packets.chunks[Math.floor(original / CHUNK_ROWS)];
    const answer = this.packets.chunks[Math.floor(row / CHUNK_ROWS)];
    if (!sent || !answer || sent.related[original % CHUNK_ROWS]! >= 0) return;
    const wait = answer.time[row % CHUNK_ROWS]! - sent.time[original % CHUNK_ROWS]!;
    const side = direction === CLIENT_TO_SERVER ? 1 : 0;
    if (wait >= 0 && wait < this.answers[side]!) this.answers[side] = wait;
  }

  private steps(): TimeSteps {
    const { rows, time, side, idle, answers } = this;
    const least = Math.max(LEAST_IDLE, USUAL_GAPS * this.usualGap());
    const breaks = Uint32Array.from(idle.filter((place) => time[place]! - time[place - 1]! > least));
    const all = time.length > 0 ? time[time.length - 1]! - time[0]! : 0;
    const active = breaks.reduce((rest, place) => rest - (time[place]! - time[place - 1]!), all);
    return { rows, time, side, breaks, active, answerToClient: answers[0]!, answerToServer: answers[1]! };
  }

  /** The median. */
  private usualGap(): number {
    const half = (this.time.length - 1) / 2;
    let seen = 0;
    const found = this.classes.findIndex((count) => {
      seen += count;
      return seen >= half;
    });
    return 2 ** (Math.max(0, found) / CLASSES) - 1;
  }
}

function sideOf(connection: number, direction: number): number {
  if (connection < 0) return OTHER;
  return direction === CLIENT_TO_SERVER ? FROM_CLIENT : FROM_SERVER;
}
