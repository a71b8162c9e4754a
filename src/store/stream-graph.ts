/** Whether the time-sequence graph is open, and of which connection it is. */

import type { Direction } from "../core/analysis/segment.ts";
import { type StreamSeries, streamSeries } from "../core/stream-graph/series.ts";
import { CLIENT_TO_SERVER, cell } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { segmentsOfConnection } from "./connection-rows.ts";
import { openCapture, selectedConnection, selectedPacket } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

/** The connection that the ladder shows, else that of the chosen packet; null for none. */
export function graphConnection(state: State): number | null {
  const shown = selectedConnection(state);
  const capture = openCapture(state);
  const packet = selectedPacket(state);
  if (shown !== null || !capture || packet === null) return capture && shown;
  const connection = cell(capture.packets, "connection", packet);
  return connection >= 0 && connection < capture.connections.length ? connection : null;
}

/** Opens and closes the graph. False while there is no connection to show. */
export function showGraph(isGraphOpen: boolean): boolean {
  if (isGraphOpen && graphConnection(useStore.getState()) === null) return false;
  useStore.setState({ isGraphOpen });
  return true;
}

/** One direction of a connection for the graph: the windows are those that the other side says. */
export function seriesOf(capture: Capture, connection: number, direction: Direction): StreamSeries {
  const { seqBaseOut, seqBaseIn, windowShiftOut, windowShiftIn } = capture.connections.columns;
  const isOut = direction === CLIENT_TO_SERVER;
  return streamSeries(segmentsOfConnection(capture, connection), direction, {
    base: (isOut ? seqBaseOut : seqBaseIn)[connection] ?? -1,
    windowShift: (isOut ? windowShiftIn : windowShiftOut)[connection] ?? -1,
  });
}
