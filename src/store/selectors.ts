/**
 * What the views may know of the state, by name. A selector returns a primitive, or a reference that stays the same
 * while its inputs do: zustand hands it to useSyncExternalStore, which never settles on one that makes a new object on
 * each call.
 */

import { commonRows } from "../core/base/row-sets.ts";
import type { LifelineAddresses } from "../core/ladder/hosts/lifeline-names.ts";
import { NamedAddresses } from "../core/table/named-addresses.ts";
import { arrangedHosts, arrangement, lifelineTable, shownFlow } from "./arranged-hosts.ts";
import { rowsOfConnection } from "./connection-rows.ts";
import { lastCall } from "./last-call.ts";
import { shownRows } from "./shown-rows.ts";
import type { State } from "./store.ts";

const NO_ROWS = new Uint32Array(0);

export const openCapture = (state: State) => state.capture;
export const loading = (state: State) => state.loading;
export const failure = (state: State) => state.failure;
export const selectedPacket = (state: State) => state.selection.packet;
export const selectedConnection = (state: State) => state.selection.connection;
export const selectedField = (state: State) => state.selection.field;
export const hoveredField = (state: State) => state.selection.hoveredField;
/** The field that is lit: the one under the pointer, else the chosen one. */
export const litField = (state: State) => state.selection.hoveredField ?? state.selection.field;
export const shownNumbers = (state: State) => state.ladder.numbers;
export const shownLayer = (state: State) => state.selection.layer;
export const referenceTopic = (state: State) => state.reference;
export const theme = (state: State) => state.preferences.theme;
export const panelSizes = (state: State) => state.preferences.panels;
export const verifiesChecksums = (state: State) => state.preferences.verifiesChecksums;
export const letterKeys = (state: State) => state.preferences.letterKeys;

const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** Names by address, as the capture's files have them; of several the last, as in Wireshark. */
export const fileNames: (state: State) => ReadonlyMap<string, string> = lastCall(
  (state: State) => state.capture?.reports,
  () => null,
  (reports) => {
    const names = reports?.flatMap(({ notes }) => notes.names) ?? [];
    return names.length > 0 ? new Map(names.map(({ address, name }) => [address, name])) : NO_NAMES;
  },
);
/** Names by address: those that the reader gave, else those of the files. */
export const captureNames: (state: State) => ReadonlyMap<string, string> = lastCall(
  fileNames,
  (state: State) => state.markup.names,
  (ofFiles, given) => (given.size === 0 ? ofFiles : new Map([...ofFiles, ...given])),
);
/** Whether the reader wants to see them. */
export const areNamesShown = (state: State) => state.ladder.names;

/** Whether the ladder shows as a table. */
export const isTableShown = (state: State) => state.ladder.asTable;

/** The open capture's addresses as panels write them; null when none is open. */
export const shownAddresses: (state: State) => NamedAddresses | null = lastCall(
  (state: State) => state.capture?.addresses ?? null,
  (state: State) => (state.ladder.names ? captureNames(state) : NO_NAMES),
  (addresses, names) => addresses && new NamedAddresses(addresses, names),
);

export { shownFlow };

/** The addresses of the lifelines as panels write them: the capture's own, or its link addresses. */
export const lifelineAddresses: (state: State) => LifelineAddresses | null = lastCall(
  lifelineTable,
  lastCall(
    (state: State) => (state.ladder.names ? captureNames(state) : NO_NAMES),
    (state: State) => arrangement(state).groups,
    (names, groups) => ({ names, groups: groups.map(({ name }) => name) }),
  ),
  (table, { names, groups }) => table && { table, texts: new NamedAddresses(table, names), groups },
);

const connectionRows: (state: State) => Uint32Array = lastCall(
  openCapture,
  selectedConnection,
  (capture, connection) => (capture && connection !== null ? rowsOfConnection(capture, connection) : NO_ROWS),
);

const shownOfConnection: (state: State) => Uint32Array = lastCall(connectionRows, shownRows, (rows, shown) =>
  shown ? commonRows(rows, shown) : rows,
);

/**
 * Rows that the ladder shows, in capture order: of the chosen connection, or of the flow between lifelines that show; of
 * those the ones that the filter takes.
 */
export const ladderRows = (state: State): Uint32Array => arrangedHosts(state)?.rows ?? shownOfConnection(state);

/** Rows that the filter hides from a connection's ladder. */
export const hiddenOfConnection = (state: State): number =>
  connectionRows(state).length - shownOfConnection(state).length;

/** Packets of the flow that shows, but stand between no two addresses of the kind that lifelines stand for. */
export const unplacedPackets = (state: State): number => arrangedHosts(state)?.of.of.unplaced ?? 0;

/** Decimals that the capture's times are written with: 9 where a clock was finer than microseconds, else 6. */
export const timeDecimals = (state: State): 6 | 9 =>
  state.capture?.interfaces.some((captureInterface) => captureInterface.timeDecimals > 6) ? 9 : 6;

/** TCP packets of the capture, as far as its connections are known. */
export const tcpPackets: (state: State) => number = lastCall(
  (state: State) => state.capture?.connections,
  () => null,
  (connections) => {
    let sum = 0;
    const { packetsOut, packetsIn } = connections?.columns ?? {};
    for (const packets of packetsOut ?? []) sum += packets;
    for (const packets of packetsIn ?? []) sum += packets;
    return sum;
  },
);
