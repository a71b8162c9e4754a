/**
 * What an application did, read off what its side sent for the first time: it wrote, it closed, it broke off. Full segments
 * that only TCP parted are one writing. The acknowledgment in a segment says what the application had received before.
 */
import { ACK, FIN, RST, SYN } from "../protocols/tcp.ts";
import { type Basis, directionOf, numberOf } from "./basis.ts";
import { peerOf, type Side } from "./model.ts";
import type { Action } from "./script.ts";

/** Reads the actions of one side. */
export function readActions(basis: Basis, side: Side): readonly Action[] {
  const reading = new Reading(basis, side);
  for (let i = basis.first; i < basis.end; i++) reading.segment(i);
  return reading.actions;
}

/** More bytes than this were not missed by a capture: the number is wrong. */
const MOST_MISSED = 2 ** 18;

type Written = { -readonly [Key in keyof Action]: Action[Key] };

class Reading {
  readonly actions: Written[] = [];
  private readonly basis: Basis;
  private readonly side: Side;
  /** When what the side had received so far had come, by the number behind it; ns at the side. */
  private readonly receipts: { readonly number: number; readonly at: number }[] = [];
  /** The number behind all that it sent. */
  private sent = 1;
  /** What it had received when it did the last thing. */
  private needed = 0;
  /** When it did that, and when anything happened at its end, ns; NaN before. */
  private didAt = Number.NaN;
  private lastAt = Number.NaN;
  /** The last writing filled its segment: what follows at once belongs to it. */
  private isFull = false;
  private isOver = false;

  constructor(basis: Basis, side: Side) {
    this.basis = basis;
    this.side = side;
  }

  segment(i: number): void {
    const { segments, way } = this.basis;
    const isOwn = segments.direction[i] === directionOf(this.side);
    const at = segments.time[i]! + (isOwn ? -way[this.side] : way[this.side]);
    if (isOwn) this.own(i, at);
    else this.received(i, at);
    this.lastAt = at;
  }

  private received(i: number, at: number): void {
    const { seq, ack, payload, flags } = this.basis.segments;
    if (flags[i]! & RST) return;
    if (flags[i]! & ACK) this.mustHaveSent(numberOf(this.basis, this.side, ack[i]!), at);
    const behind = numberOf(this.basis, peerOf(this.side), seq[i]!) + payload[i]! + (flags[i]! & (SYN | FIN) ? 1 : 0);
    this.receipts.push({ number: behind, at });
  }

  private own(i: number, at: number): void {
    const { seq, ack, payload, flags } = this.basis.segments;
    const bits = flags[i]!;
    if (this.isOver) return;
    if (bits & ACK) this.needed = Math.max(this.needed, numberOf(this.basis, peerOf(this.side), ack[i]!) - 1);
    if (bits & RST) {
      if (this.goesOn(i)) return; // it was not this end's, or nobody minded
      this.did("abort", 0, at);
      this.isOver = true;
      return;
    }
    const from = numberOf(this.basis, this.side, seq[i]!) + (bits & SYN ? 1 : 0);
    const behind = from + payload[i]!;
    const bytes = payload[i]! > 0 ? behind - this.sent : 0;
    if (bytes > 0) this.wrote(bytes, payload[i]!, at);
    if (bits & FIN) {
      // With data it was there before TCP sent that: only a FIN alone tells when.
      this.did("close", 0, bytes > 0 ? this.didAt : at);
      this.isOver = true;
    }
  }

  /** An ACK covers what was not captured; one number may be a FIN's. */
  private mustHaveSent(acknowledged: number, at: number): void {
    const missed = acknowledged - this.sent;
    if (missed <= 1 || missed > MOST_MISSED || this.isOver) return;
    this.sent += missed;
    this.did("write", missed, at - this.roundTrip);
    this.isFull = false;
  }

  /** It sends more behind segment `i`, other than resets. */
  private goesOn(i: number): boolean {
    const { direction, flags } = this.basis.segments;
    for (let next = i + 1; next < this.basis.end; next++) {
      if (direction[next] === directionOf(this.side) && !(flags[next]! & RST)) return true;
    }
    return false;
  }

  private get roundTrip(): number {
    const { way } = this.basis;
    return 2 * (way.client + way.server);
  }

  private wrote(bytes: number, payload: number, at: number): void {
    const last = this.actions.at(-1);
    this.sent += bytes;
    if (last && this.isFull && last.needs === this.needed && !this.wasIdle(at)) last.bytes += bytes;
    else this.did("write", bytes, at);
    this.isFull = payload >= this.basis.mss[this.side];
  }

  /** Nothing was sent or received for a round-trip time: TCP did not wait, the application did. */
  private wasIdle(at: number): boolean {
    return at - this.lastAt > this.roundTrip;
  }

  private did(does: Action["does"], bytes: number, at: number): void {
    const receipt = this.receipts.find(({ number }) => number - 1 >= this.needed);
    const since = Math.max(receipt?.at ?? at, Number.isNaN(this.didAt) ? Number.NEGATIVE_INFINITY : this.didAt);
    this.actions.push({ does, bytes, needs: this.needed, wait: Math.max(0, Math.round(at - since)) });
    this.didAt = at;
  }
}
