/** What the reader asks of the model: which segment, what happens to it, by which least timeout. */
import { BY_LINUX, BY_RFC, type Change, type Rules, type Script } from "../../core/what-if/script.ts";

export interface Asked {
  /** A segment of the undisturbed run that was chosen there; null for the one that stands for the packet. */
  readonly segment: number | null;
  readonly does: Change["does"];
  /** Sendings that are lost; Infinity for all. */
  readonly times: number;
  /** ms that it, or its second copy, comes later. */
  readonly by: number;
  readonly rule: "rfc" | "linux";
}

/** How often a segment may be lost. */
export const TIMES = [1, 2, 3, 4, 5, Number.POSITIVE_INFINITY] as const;
/** The most that a segment may be late, ms. */
export const MOST_LATE = 60_000;

/** Lost once; late by a part of the round-trip time, so that a neighbour overtakes it. */
export function firstAsked({ oneWay }: Script): Asked {
  return { segment: null, does: "drop", times: 1, by: Math.max(1, Math.round(oneWay / 4e6)), rule: "rfc" };
}

/** The change that is asked for. */
export function changeOf({ does, times, by }: Asked, segment: number): Change {
  return { does, segment, times, by: by * 1e6 };
}

/** The rules that are asked for; the same object each time. */
export const rulesOf = ({ rule }: Asked): Rules => (rule === "rfc" ? BY_RFC : BY_LINUX);
