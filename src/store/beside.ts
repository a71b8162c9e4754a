/** What the reader wants to see beside the ladder's arrows, and what is known of a connection for it. */
import { phasesOf } from "../core/analysis/phases.ts";
import type { GaugeChoice, PhaseRows } from "../core/ladder/beside.ts";
import { GAUGES, type Gauge } from "../core/ladder/gauges.ts";
import type { Capture } from "./capture.ts";
import type { ConnectionFacts } from "./connection-facts.ts";
import { segmentsOfConnection } from "./connection-rows.ts";
import { type State, useStore } from "./store.ts";

export const shownBeside = (state: State) => state.beside;

/** Shows or hides phases, missing bytes or SACK ranges. */
export function showBeside(changes: Partial<Pick<State["beside"], "phases" | "missing" | "sacks">>): void {
  useStore.setState(({ beside }) => ({ beside: { ...beside, ...changes } }));
}

/** Shows the column of an amount, slim at first, or takes it away. */
export function showGauge(gauge: Gauge, isShown: boolean): void {
  changeGauges((gauges) => {
    const others = gauges.filter((choice) => choice.gauge !== gauge);
    return isShown ? [...others, { gauge, isWide: false }] : others;
  });
}

/** Makes a column wide, or slim again. */
export function widenGauge(gauge: Gauge, isWide: boolean): void {
  changeGauges((gauges) => gauges.map((choice) => (choice.gauge === gauge ? { gauge, isWide } : choice)));
}

/** They keep their order, whichever came first. */
function changeGauges(change: (gauges: readonly GaugeChoice[]) => readonly GaugeChoice[]): void {
  useStore.setState(({ beside }) => {
    const gauges = change(beside.gauges);
    return { beside: { ...beside, gauges: GAUGES.flatMap((gauge) => gauges.filter((one) => one.gauge === gauge)) } };
  });
}

/** Goes with the facts. */
const phases = new WeakMap<ConnectionFacts, readonly PhaseRows[]>();

/** The phases of the connection that these are the facts of. */
export function phaseRows(capture: Capture, facts: ConnectionFacts): readonly PhaseRows[] {
  const known = phases.get(facts);
  if (known) return known;
  const { rows, history, connection } = facts;
  const found = phasesOf(segmentsOfConnection(capture, connection), history).map(({ name, first, end }) => {
    return { name, from: rows[first]!, to: rows[end - 1]! };
  });
  phases.set(facts, found);
  return found;
}
