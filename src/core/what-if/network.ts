/**
 * What lies between the two endpoints: a link each way, as slow as the captured one, on which nothing is lost, late or
 * doubled but what the change says.
 */
import { ACK } from "../protocols/tcp.ts";

import type { Fate, Side } from "./model.ts";
import { type Leaving, spaceOfFlags } from "./outlet.ts";
import type { Change, Script } from "./script.ts";

/** Bytes of headers below the data. */
const HEADERS = 66;

/** What becomes of a segment; times in ns, NaN for what does not come. */
export interface Way {
  readonly fate: Fate;
  readonly arrivesAt: number;
  readonly comesAgainAt: number;
}

export class Network {
  private readonly script: Script;
  private readonly change: Change | null;
  /** When each side's link has sent all that it was given. */
  private readonly free = { client: 0, server: 0 };
  /** The segment that the change is about, once it was sent; and how often. */
  private changed: { readonly side: Side; readonly segment: Leaving } | null = null;
  private times = 0;

  constructor(script: Script, change: Change | null) {
    this.script = script;
    this.change = change;
  }

  /** A segment is sent, the run's segment `index`. */
  carry(side: Side, segment: Leaving, index: number, now: number): Way {
    const leaves = Math.max(now, this.free[side]) + Math.round(this.script[side].perByte * (HEADERS + segment.length));
    this.free[side] = leaves;
    const arrivesAt = leaves + this.script.oneWay;
    const { change } = this;
    if (!change || !this.isChanged(change, side, segment, index)) return arrives(arrivesAt);
    if (change.does === "drop") return { fate: "lost", arrivesAt: Number.NaN, comesAgainAt: Number.NaN };
    if (change.does === "delay") return { ...arrives(arrivesAt + change.by), fate: "late" };
    return { fate: "twice", arrivesAt, comesAgainAt: arrivesAt + change.by };
  }

  private isChanged(change: Change, side: Side, segment: Leaving, index: number): boolean {
    if (index === change.segment) this.changed = { side, segment };
    else if (!this.changed || !isSame(this.changed, side, segment)) return false;
    return this.times++ < (change.does === "drop" ? change.times : 1);
  }
}

const arrives = (arrivesAt: number): Way => ({ fate: "arrives", arrivesAt, comesAgainAt: Number.NaN });

/** It holds the same again: the same numbers, or without any the same acknowledgment. */
function isSame(one: { readonly side: Side; readonly segment: Leaving }, side: Side, segment: Leaving): boolean {
  const { seq, length, flags, ack } = one.segment;
  if (side !== one.side) return false;
  const takesNumbers = length + spaceOfFlags(flags) > 0;
  const takesThose = segment.length + spaceOfFlags(segment.flags) > 0;
  if (takesNumbers || takesThose) return takesNumbers && takesThose && segment.seq === seq;
  return (segment.flags & ACK) !== 0 && segment.ack === ack;
}
