/**
 * The model of a connection that somebody asks "what if" about; loaded with the sheet that shows it. It is never mixed with
 * the capture: its segments are its own.
 */
import { placeOf } from "../core/base/bisect.ts";
import { type Counterpart, counterpartOf } from "../core/what-if/counterpart.ts";
import type { ModelRun } from "../core/what-if/model.ts";
import { type NoScript, readScript } from "../core/what-if/read-script.ts";
import { runModel } from "../core/what-if/run.ts";
import type { Change, Rules, Script } from "../core/what-if/script.ts";
import type { Capture } from "./capture.ts";
import type { ConnectionFacts } from "./connection-facts.ts";
import { segmentsOfConnection } from "./connection-rows.ts";

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
