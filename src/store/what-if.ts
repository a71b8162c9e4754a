/**
 * "What if this packet were lost?": which packet is asked about, and the model of its connection, made when somebody asks.
 * The model is never mixed with the capture: it has segments of its own.
 */
import { placeOf } from "../core/base/bisect.ts";
import { cell } from "../core/table/packet-table.ts";
import { type Counterpart, counterpartOf } from "../core/what-if/counterpart.ts";
import type { ModelRun } from "../core/what-if/model.ts";
import { type NoScript, readScript } from "../core/what-if/read-script.ts";
import { runModel } from "../core/what-if/run.ts";
import type { Change, Rules, Script } from "../core/what-if/script.ts";
import type { Capture } from "./capture.ts";
import type { ConnectionFacts } from "./connection-facts.ts";
import { segmentsOfConnection } from "./connection-rows.ts";
import { openCapture, selectedPacket } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

/** The connection of a packet, by its row; null for what is no TCP segment of one. */
export function connectionOf(capture: Capture | null, row: number | null): number | null {
  if (!capture || row === null) return null;
  const connection = cell(capture.packets, "connection", row);
  return connection >= 0 && connection < capture.connections.length ? connection : null;
}

/** The packet that is asked about, by its row; null while nothing is asked. */
export const askedPacket = (state: State) => state.whatIf;

/** Asks about a packet, the chosen one unless another is given. False where it is no TCP segment. */
export function askWhatIf(row: number | null = selectedPacket(useStore.getState())): boolean {
  if (connectionOf(openCapture(useStore.getState()), row) === null) return false;
  useStore.setState({ whatIf: row });
  return true;
}

/** Asks no more. */
export function closeWhatIf(): void {
  useStore.setState({ whatIf: null });
}

/** The script of the connection that these are the facts of, or why there is none. */
export function scriptOf(capture: Capture, { connection, summary }: ConnectionFacts): Script | NoScript {
  const { windowShiftOut, windowShiftIn } = capture.connections.columns;
  const shifts = { client: windowShiftOut[connection]!, server: windowShiftIn[connection]! };
  return readScript(segmentsOfConnection(capture, connection), summary, shifts);
}

/** Runs it. */
export function modelRun(script: Script, change: Change | null, rules: Rules): ModelRun {
  return runModel(script, change, rules);
}

/** The segment of the undisturbed run that stands for a packet, by its row. */
export function counterpart(
  capture: Capture,
  { connection }: ConnectionFacts,
  script: Script,
  run: ModelRun,
  row: number,
): Counterpart {
  const segments = segmentsOfConnection(capture, connection);
  return counterpartOf(run, segments, script, placeOf(segments.rows, row));
}
