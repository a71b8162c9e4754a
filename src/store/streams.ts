/**
 * Which connections that ended stand in one line of a ladder of many, and the rows that show then: of each such connection
 * its first packet stands for all. Tables and files have all packets; a ladder to scale has, too.
 */
import { connectionState } from "../core/analysis/connection-state.ts";
import type { ConnectionTable } from "../core/table/connection-table.ts";
import { CHUNK_ROWS, cell, type PacketTable } from "../core/table/packet-table.ts";
import { shownFlow } from "./arranged-hosts.ts";
import { lastCall } from "./last-call.ts";
import { ladderRows } from "./selectors.ts";
import { type State, useStore } from "./store.ts";

const ENDED: ReadonlySet<string> = new Set(["closed", "reset", "refused"]);

/** Whether a connection has come to its end in the capture, in any of the ways that there are. */
function hasEnded(connections: ConnectionTable, connection: number): boolean {
  return connection >= 0 && connection < connections.length && ENDED.has(connectionState(connections, connection));
}

/** Whether the ladder folds connections: that of all TCP packets, or of all packets, in even rows. */
const foldsStreams = (state: State): boolean => {
  const flow = shownFlow(state);
  return (flow === "tcp" || flow === "any") && !state.scale.isToScale && state.capture?.state !== "reading";
};

/** By connection 1 where it is folded; null where none is. */
const foldedStreams: (state: State) => Uint8Array | null = lastCall(
  (state: State) => state.capture?.connections,
  (state: State) => (foldsStreams(state) ? state.streams : null),
  (connections, streams) => {
    if (!connections || !streams || (!streams.isOn && streams.exceptions.size === 0)) return null;
    const folded = new Uint8Array(connections.length);
    for (let connection = 0; connection < connections.length; connection++) {
      if (streams.isOn !== streams.exceptions.has(connection) && hasEnded(connections, connection))
        folded[connection] = 1;
    }
    return folded.includes(1) ? folded : null;
  },
);

/** The rows that the ladder draws, and the places among them of those that stand for a whole connection. */
export interface StreamRows {
  readonly rows: Uint32Array;
  readonly streams: Uint32Array;
}

const NO_PLACES = new Uint32Array(0);

/** The same object until one of them changes. */
export const streamRows: (state: State) => StreamRows = lastCall(
  ladderRows,
  lastCall(
    (state: State) => state.capture?.packets,
    foldedStreams,
    (packets, folded) => packets && folded && { packets, folded },
  ),
  (rows, of) => (of ? withoutFolded(rows, of.packets, of.folded) : { rows, streams: NO_PLACES }),
);

function withoutFolded(rows: Uint32Array, packets: PacketTable, folded: Uint8Array): StreamRows {
  const kept = new Uint32Array(rows.length);
  const streams: number[] = [];
  const hasStood = new Uint8Array(folded.length);
  let length = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place]!;
    const connection = packets.chunks[Math.floor(row / CHUNK_ROWS)]!.connection[row % CHUNK_ROWS]!;
    if (connection >= 0 && folded[connection] === 1) {
      if (hasStood[connection] === 1) continue;
      hasStood[connection] = 1;
      streams.push(length);
    }
    kept[length++] = row;
  }
  return { rows: kept.slice(0, length), streams: Uint32Array.from(streams) };
}

/** The rows that the ladder draws. */
export const figureRows = (state: State): Uint32Array => streamRows(state).rows;

/** Connections that stand in one line now. */
export const streamsFolded = (state: State): number => streamRows(state).streams.length;

/** Folds all connections that ended, or none. */
export function foldStreams(isOn: boolean): void {
  useStore.setState({ streams: { isOn, exceptions: new Set() } });
}

/** Of another capture, whose connections are others, none is folded or unfolded by itself. */
export function forgetStreams(): void {
  useStore.setState(({ streams }) => ({ streams: { ...streams, exceptions: new Set() } }));
}

/** Folds or unfolds the chosen packet's connection. False where it has not ended, and in ladders that fold none. */
export function toggleStream(): boolean {
  const state = useStore.getState();
  const { packet } = state.selection;
  const connection = packet === null || !state.capture ? -1 : cell(state.capture.packets, "connection", packet);
  if (!state.capture || !foldsStreams(state) || !hasEnded(state.capture.connections, connection)) return false;
  useStore.setState({ streams: turned(state.streams, connection) });
  return true;
}

/** The same, but only where it stands in one line: unfolds it. */
export function unfoldStream(): boolean {
  const state = useStore.getState();
  const { packet } = state.selection;
  const streams = packet === null ? state.streams : streamsShowing(state, packet);
  if (streams === state.streams) return false;
  useStore.setState({ streams });
  return true;
}

/** The streams of a state in which no folded connection hides a row of the packet table. */
export function streamsShowing(state: State, row: number): State["streams"] {
  const connection = state.capture ? cell(state.capture.packets, "connection", row) : -1;
  return connection >= 0 && foldedStreams(state)?.[connection] === 1
    ? turned(state.streams, connection)
    : state.streams;
}

function turned({ isOn, exceptions }: State["streams"], connection: number): State["streams"] {
  const changed = new Set(exceptions);
  if (!changed.delete(connection)) changed.add(connection);
  return { isOn, exceptions: changed };
}
