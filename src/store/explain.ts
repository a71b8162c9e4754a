/** Why the numbers of a packet of the open capture are what they are. */

import { placeOf } from "../core/base/bisect.ts";
import { type ConnectionNumbers, connectionNumbers, ExplainedPacket } from "../core/explain/connection-numbers.ts";
import { cell, type PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { segmentsOfConnection } from "./connection-rows.ts";
import type { LitOperand, Topic } from "./explain-slice.ts";
import { type State, useStore } from "./store.ts";

export type { LitOperand, Topic } from "./explain-slice.ts";
export { TOPICS } from "./explain-slice.ts";

/** The connection prepared last of each table: explaining packet after packet of one prepares it once. */
const prepared = new WeakMap<PacketTable, { readonly connection: number; readonly numbers: ConnectionNumbers }>();

/** The packet in a row, ready to be explained; null for what is no TCP segment, and while the capture is being read. */
export function explainedPacket(capture: Capture, row: number, isRaw: boolean): ExplainedPacket | null {
  const { packets, connections, state } = capture;
  const connection = cell(packets, "connection", row);
  if (state === "reading" || !(connection >= 0) || connection >= connections.length) return null;
  const numbers = connectionNumbersIn(capture, connection);
  return new ExplainedPacket(numbers, placeOf(numbers.segments.rows, row), isRaw);
}

/** What a connection's numbers are explained by. */
export function connectionNumbersIn(capture: Capture, connection: number): ConnectionNumbers {
  const { packets, connections } = capture;
  const before = prepared.get(packets);
  if (before?.connection === connection) return before.numbers;
  const numbers = connectionNumbers(packets, connections, connection, segmentsOfConnection(capture, connection));
  prepared.set(packets, { connection, numbers });
  return numbers;
}

export const explainedTopic = (state: State): Topic => state.explaining.topic;
/** The number of an explanation that is pointed at; null for none. */
export const litOperand = (state: State): LitOperand | null => state.explaining.lit;

/** Explains another part of the packets. */
export function explainTopic(topic: Topic): void {
  useStore.setState({ explaining: { topic, lit: null } });
}

/** Lights where a number of an explanation stands; null for none. */
export function lightOperand(lit: LitOperand | null): void {
  useStore.setState(({ explaining }) => ({ explaining: { ...explaining, lit } }));
}
