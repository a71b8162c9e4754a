/**
 * How long ago things of a kind began and came last. Whole seconds and nanoseconds are kept apart, since one number for
 * both is exact for no more than 104 days.
 */
import { durationText } from "../base/time.ts";

/** A point in time. */
export interface Moment {
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** Times since the first and since the previous moment, in seconds with nine decimals. */
export interface Since {
  readonly sinceFirst: string;
  readonly sincePrevious: string;
}

export class Moments {
  private readonly first: Moment[] = [];
  private readonly last: Moment[] = [];

  /** Takes the next moment of the thing with this number, numbers from 0 without gaps. */
  next(thing: number, { seconds, nanoseconds }: Moment): Since {
    const now = { seconds, nanoseconds };
    const first = this.first[thing] ?? now;
    const previous = this.last[thing] ?? now;
    this.first[thing] = first;
    this.last[thing] = now;
    return { sinceFirst: between(first, now), sincePrevious: between(previous, now) };
  }
}

const between = (from: Moment, to: Moment): string =>
  durationText(to.seconds - from.seconds, to.nanoseconds - from.nanoseconds);
