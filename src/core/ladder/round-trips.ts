/**
 * Round trips of a connection for a ladder to scale, one after the other without overlap, as a host measures them (RFC 6298
 * §4: one segment at a time): from a segment to its acknowledgment; where something was lost, from the first sign of that
 * to the acknowledgment of what was sent again.
 *
 * They are looked for in blocks of rows, each when it comes into view; one that reaches from block to block is left out.
 */
import { DUPLICATE_ACK, FAST_RETRANSMISSION, RETRANSMISSION } from "../analysis/findings.ts";
import { placeOf } from "../base/bisect.ts";
import { seqDelta } from "../base/seq32.ts";
import { ACK } from "../protocols/tcp.ts";
import { cell, type PacketTable } from "../table/packet-table.ts";
import { FROM_CLIENT, FROM_SERVER, type TimeSteps } from "./time/time-steps.ts";

/** "rtt": there and back; "answer": of the part of the way behind the capture point; "repair": of what was lost. */
export type TripKind = "rtt" | "answer" | "repair";

/** By places among the ladder's rows. */
export interface RoundTrip {
  readonly kind: TripKind;
  readonly from: number;
  readonly to: number;
  readonly nanoseconds: number;
}

/** Rows that are looked at together. */
const BLOCK = 4096;
/** The other end is taken for near when it answers in at most this share of the time that this one waits. */
const NEAR = 0.2;

export class RoundTrips {
  private readonly packets: PacketTable;
  private readonly steps: TimeSteps;
  private readonly blocks = new Map<number, readonly RoundTrip[]>();

  /** Of the rows of `steps`, which are one connection's. */
  constructor(packets: PacketTable, steps: TimeSteps) {
    this.packets = packets;
    this.steps = steps;
  }

  /** Those that touch places `first` .. `end` (exclusive), in order. */
  within(first: number, end: number): readonly RoundTrip[] {
    const found: RoundTrip[] = [];
    for (let block = Math.floor(first / BLOCK); block * BLOCK < end; block++) {
      for (const trip of this.blockOf(block)) if (trip.to >= first && trip.from < end) found.push(trip);
    }
    return found;
  }

  private blockOf(block: number): readonly RoundTrip[] {
    const known = this.blocks.get(block);
    if (known) return known;
    const made = tripsIn(
      this.packets,
      this.steps,
      block * BLOCK,
      Math.min((block + 1) * BLOCK, this.steps.time.length),
    );
    this.blocks.set(block, made);
    return made;
  }
}

/** Something lost that is not yet repaired. */
interface Repair {
  readonly from: number;
  readonly seq: number;
  readonly side: number;
}

function tripsIn(packets: PacketTable, { rows, time, side, ...steps }: TimeSteps, first: number, end: number) {
  const { near, kind } = nearEnd(steps);
  const trips: RoundTrip[] = [];
  const firstRow = rows[first] ?? 0;
  let free = first;
  let repair: Repair | null = null;
  const add = (of: TripKind, from: number, to: number) => {
    trips.push({ kind: of, from, to, nanoseconds: time[to]! - time[from]! });
    free = to;
  };
  const duplicates = new FirstDuplicates();
  for (let place = first; place < end; place++) {
    const row = rows[place]!;
    const findings = cell(packets, "findings", row);
    const ack = cell(packets, "ack", row);
    if (findings & (RETRANSMISSION | FAST_RETRANSMISSION) && !repair) {
      const seq = cell(packets, "seq", row);
      const original = placeOf(rows, cell(packets, "related", row));
      const sign = duplicates.of(1 - side[place]!, seq);
      const from = sign >= 0 ? sign : original >= first ? original : place;
      repair = { from, seq, side: side[place]! };
    }
    if (findings & DUPLICATE_ACK) duplicates.add(side[place]!, ack, place);
    if (!(cell(packets, "flags", row) & ACK)) continue;
    if (repair && side[place] !== repair.side && seqDelta(ack, repair.seq) > 0) {
      while (trips.length > 0 && trips.at(-1)!.to > repair.from) trips.pop();
      add("repair", repair.from, place);
      repair = null;
      continue;
    }
    const acknowledged = cell(packets, "acknowledged", row);
    if (acknowledged < firstRow || side[place] === near || cell(packets, "related", acknowledged) >= 0) continue;
    const from = placeOf(rows, acknowledged);
    if (from >= free) add(kind, from, place);
  }
  return trips;
}

/** The end that the capture was taken at, by who waits longer for answers, and what its waiting is then. */
function nearEnd({ answerToClient, answerToServer }: Pick<TimeSteps, "answerToClient" | "answerToServer">) {
  const [client, server] = [answerToClient, answerToServer].map((wait) => (Number.isFinite(wait) ? wait : 0));
  const near = client! >= server! ? FROM_CLIENT : FROM_SERVER;
  const isNear = Math.min(client!, server!) <= NEAR * Math.max(client!, server!);
  return { near, kind: isNear ? "rtt" : "answer" } as const;
}

/** By side the latest number that was acknowledged again, and the place where that began. */
class FirstDuplicates {
  private readonly ack = [-1, -1];
  private readonly place = [-1, -1];

  add(side: number, ack: number, place: number): void {
    if (this.ack[side] === ack) return;
    this.ack[side] = ack;
    this.place[side] = place;
  }

  /** Where a side began to repeat a number; -1 for any other. */
  of(side: number, ack: number): number {
    return this.ack[side] === ack ? this.place[side]! : -1;
  }
}
