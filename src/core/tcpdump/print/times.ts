/** The time at a line's beginning, in the six forms of `-t`; with microseconds, as tcpdump has them of any file. */
import type { TimeForm } from "./options.ts";

const DAY = 86_400;
const NANOSECONDS = 1_000_000_000;

/** A packet's time: seconds since 1970, and nanoseconds. */
export interface PacketTime {
  readonly seconds: number;
  readonly nanoseconds: number;
}

const two = (value: number) => String(value).padStart(2, "0");

const micros = (nanoseconds: number) => String(Math.floor(nanoseconds / 1000)).padStart(6, "0");

/** `18:43:07.487882`: what is left of whole days. */
function clock(seconds: number, nanoseconds: number): string {
  const hours = Math.floor(seconds / 3600) % 24;
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${micros(nanoseconds)}`;
}

/** To tcpdump the time 0 is none: the packet behind counts as the first. */
export const isTime = ({ seconds, nanoseconds }: PacketTime): boolean => seconds > 0 || nanoseconds >= 1000;

/** Writes times one after another; two forms count from packets before. */
export class Times {
  private first: PacketTime | null = null;
  private previous: PacketTime | null = null;
  private readonly form: TimeForm;
  private readonly zone: (seconds: number) => number;

  constructor(form: TimeForm, zone: (seconds: number) => number) {
    this.form = form;
    this.zone = zone;
  }

  /** The text with the blank behind it; empty for `-t`. */
  next({ seconds, nanoseconds }: PacketTime): string {
    const time = { seconds, nanoseconds };
    const from = this.form === 3 ? this.previous : this.first;
    const counts = isTime(time);
    this.previous = counts ? time : null;
    if (counts) this.first ??= time;
    switch (this.form) {
      case 1:
        return "";
      case 2:
        return `${seconds}.${micros(nanoseconds)} `;
      case 3:
      case 5:
        return `${differenceText(time, from ?? time)} `;
      case 4:
        return `${dateText(seconds + this.zone(seconds))} ${this.clock(time)} `;
      default:
        return `${this.clock(time)} `;
    }
  }

  private clock({ seconds, nanoseconds }: PacketTime): string {
    const local = seconds + this.zone(seconds);
    return clock(((local % DAY) + DAY) % DAY, nanoseconds);
  }
}

/** What is ahead of the other time has a blank in place of the sign. */
function differenceText(time: PacketTime, from: PacketTime): string {
  const isBefore =
    time.seconds < from.seconds || (time.seconds === from.seconds && time.nanoseconds < from.nanoseconds);
  const [later, earlier] = isBefore ? [from, time] : [time, from];
  // tcpdump takes the difference of whole microseconds.
  const fraction = Math.floor(later.nanoseconds / 1000) * 1000 - Math.floor(earlier.nanoseconds / 1000) * 1000;
  const seconds = later.seconds - earlier.seconds - (fraction < 0 ? 1 : 0);
  return (isBefore ? "-" : " ") + clock(seconds, fraction < 0 ? fraction + NANOSECONDS : fraction);
}

function dateText(local: number): string {
  return new Date(local * 1000).toISOString().slice(0, 10);
}
