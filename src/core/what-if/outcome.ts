/** What a change led to: a disturbed run beside the undisturbed one. */
import { CLOSED, TIME_WAIT } from "../analysis/tcp-states.ts";
import { type ModelRun, type ModelSegment, SIDES } from "./model.ts";

/** Counts are those beyond the undisturbed run's. */
export interface Outcome {
  /** Segments that were sent again after a timeout, and after duplicate ACKs or as part of such a repair. */
  readonly timeouts: number;
  readonly fast: number;
  /** Sent again though the receiver had all of it. */
  readonly needless: number;
  readonly duplicateAcks: number;
  /** How much later the last data or FIN was delivered, ns; at least 0. */
  readonly late: number;
  /** Both applications got all that they got without the change. */
  readonly isWhole: boolean;
  /** Both ends are done with the connection, as without the change. */
  readonly isClosed: boolean;
}

/** Compares a run with the undisturbed one. */
export function outcomeOf(plain: ModelRun, changed: ModelRun): Outcome {
  // Without the change something may be sent again too: where a round trip takes longer than the first timeout.
  const count = (test: (segment: ModelSegment) => boolean) =>
    Math.max(0, changed.segments.filter(test).length - plain.segments.filter(test).length);
  return {
    timeouts: count(({ cause: { kind } }) => kind === "timeout" || kind === "timeoutOfSyn"),
    fast: count(({ cause: { kind } }) => kind === "fastRetransmit" || kind === "stillMissing"),
    needless: count(({ isAgain, effect }) => isAgain && effect.kind === "old"),
    duplicateAcks: count(({ cause: { kind } }) => kind === "duplicateAck"),
    late: Math.max(0, changed.doneAt - plain.doneAt),
    isWhole: SIDES.every((side) => changed.received[side] === plain.received[side]),
    isClosed: SIDES.every((side) => changed.ends[side] === CLOSED || changed.ends[side] === TIME_WAIT),
  };
}
