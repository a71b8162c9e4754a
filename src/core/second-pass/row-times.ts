/** When each packet of a capture came, by row: exact, where one number for seconds and nanoseconds would not be. */
import { durationText } from "../base/time.ts";
import type { Moment } from "./moments.ts";

export class RowTimes {
  private readonly seconds: number[] = [];
  private readonly nanoseconds: number[] = [];

  /** Takes the time of the next row. */
  add({ seconds, nanoseconds }: Moment): void {
    this.seconds.push(seconds);
    this.nanoseconds.push(nanoseconds);
  }

  /** Seconds with nine decimals from one row to another, negative when the other came first. */
  between(from: number, to: number): string {
    return durationText(this.seconds[to]! - this.seconds[from]!, this.nanoseconds[to]! - this.nanoseconds[from]!);
  }
}
