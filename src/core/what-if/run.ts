/**
 * Runs the model: two endpoints and their applications, a network between them, one event after the other. The same script
 * and change make the same run, always.
 */
import { Application } from "./application.ts";
import { Endpoint } from "./endpoint.ts";
import { type Effect, type GaveUp, type ModelRun, type ModelSegment, peerOf, SIDES, type Side } from "./model.ts";
import { Network } from "./network.ts";
import type { Leaving } from "./outlet.ts";
import { BY_RFC, type Change, type Rules, type Script } from "./script.ts";

/** A run ends with its last event; one that does not is stopped. */
const MOST_SEGMENTS = 1500;
const MOST_EVENTS = 20_000;

/** A segment as it is filled in while the run goes on. */
type Filling = { -readonly [Key in keyof ModelSegment]: ModelSegment[Key] };

interface Arrival {
  readonly at: number; // ns
  readonly segment: Filling;
  readonly isFirst: boolean;
}

const LOST: Effect = { kind: "lost", operands: {} };

/** Runs a script from the first SYN until nothing more happens. */
export function runModel(script: Script, change: Change | null = null, rules: Rules = BY_RFC): ModelRun {
  return new Run(script, change, rules).whole();
}

class Run {
  private now = 0;
  private readonly network: Network;
  private readonly ends: Readonly<Record<Side, Endpoint>>;
  private readonly applications: Readonly<Record<Side, Application>>;
  private readonly segments: Filling[] = [];
  /** Under way, in the order of arrival. */
  private readonly arrivals: Arrival[] = [];
  private readonly gaveUp: GaveUp[] = [];
  private doneAt = 0;

  constructor(script: Script, change: Change | null, rules: Rules) {
    const send = (segment: Leaving, from: Endpoint) => this.send(segment, from);
    this.network = new Network(script, change);
    this.ends = {
      client: new Endpoint("client", script, rules, send),
      server: new Endpoint("server", script, rules, send),
    };
    this.applications = {
      client: new Application(this.ends.client, script.client.actions),
      server: new Application(this.ends.server, script.server.actions),
    };
  }

  whole(): ModelRun {
    const { client, server } = this.ends;
    server.listen();
    client.open(0);
    let events = 0;
    while (events < MOST_EVENTS && this.segments.length < MOST_SEGMENTS && this.step()) events++;
    return {
      segments: this.segments,
      gaveUp: this.gaveUp,
      ends: { client: client.state, server: server.state },
      received: { client: client.receiver.bytes, server: server.receiver.bytes },
      doneAt: this.doneAt,
      isCut: events === MOST_EVENTS || this.segments.length >= MOST_SEGMENTS,
    };
  }

  /** The next event; of those at one moment arrivals first, then what applications do, then timers. */
  private step(): boolean {
    const [arrival] = this.arrivals;
    const times = [
      arrival?.at ?? Number.NaN,
      ...SIDES.map((side) => this.applications[side].nextAt),
      ...SIDES.map((side) => this.ends[side].timerAt),
    ].map((at) => (Number.isNaN(at) ? Number.POSITIVE_INFINITY : at));
    const at = Math.min(...times);
    if (at === Number.POSITIVE_INFINITY) return false;
    this.now = at;
    const which = times.indexOf(at);
    const side = SIDES[(which - 1) % 2]!; // 1 and 2 are applications, 3 and 4 timers
    if (which === 0) this.arrive(this.arrivals.shift()!);
    else if (which <= 2) this.applications[side].act(at);
    else this.timer(side);
    for (const one of SIDES) this.applications[one].look(at);
    return true;
  }

  private timer(side: Side): void {
    const after = this.ends[side].timer(this.now);
    if (after !== null) this.gaveUp.push({ side, at: this.now, after });
  }

  private arrive({ segment, isFirst }: Arrival): void {
    const end = this.ends[peerOf(segment.side)];
    const before = end.receiver.next;
    const effect = end.arrive(segment, this.now);
    if (end.receiver.next > before) this.doneAt = this.now;
    if (!isFirst) return;
    segment.effect = effect;
    segment.receiverState = end.state;
  }

  private send(leaving: Leaving, from: Endpoint): void {
    const way = this.network.carry(from.side, leaving, this.segments.length, this.now);
    const segment: Filling = {
      ...leaving,
      ...way,
      side: from.side,
      sentAt: this.now,
      senderState: from.state,
      receiverState: null,
      effect: LOST,
    };
    this.segments.push(segment);
    this.under(segment, way.arrivesAt, true);
    this.under(segment, way.comesAgainAt, false);
  }

  private under(segment: Filling, at: number, isFirst: boolean): void {
    if (Number.isNaN(at)) return;
    const place = this.arrivals.findLastIndex((other) => other.at <= at) + 1;
    this.arrivals.splice(place, 0, { at, segment, isFirst });
  }
}
