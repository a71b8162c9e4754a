/** The times of a text's packets since 1970: times of day get a day, and the next one where the clock goes back. */
import type { TimeText } from "./facts.ts";

const DAY = 86_400;
/** A clock that goes back by more than this has passed midnight; by less, the packets are out of order. */
const HALF_A_DAY = DAY / 2;

/** A time since 1970, in whole seconds and nanoseconds. */
export interface TextTime {
  readonly seconds: number;
  readonly nanoseconds: number;
}

export class Calendar {
  private day: number;
  private last: TextTime;
  private lastOfDay = 0;

  /** `date` is that of the first time of day, 1970-01-01 without it; UTC. */
  constructor(date: string | undefined) {
    this.day = dayOf(date ?? "1970-01-01");
    this.last = { seconds: this.day, nanoseconds: 0 };
  }

  /** The next packet's time; one without is of the packet before it. */
  next(time: TimeText | null): TextTime {
    if (!time) return this.last;
    const { nanoseconds } = time;
    this.last = { seconds: time.kind === "epoch" ? time.seconds : this.ofDay(time), nanoseconds };
    return this.last;
  }

  private ofDay({ seconds, date }: { readonly seconds: number; readonly date: string | null }): number {
    if (date !== null) this.day = dayOf(date);
    else if (this.lastOfDay - seconds > HALF_A_DAY) this.day += DAY;
    this.lastOfDay = seconds;
    return this.day + seconds;
  }
}

const dayOf = (date: string): number => {
  const milliseconds = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(milliseconds) ? 0 : milliseconds / 1000;
};
