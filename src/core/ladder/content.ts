/** What a ladder is made of: tables, the rows to show, and how to write them. */
import type { ConnectionTable } from "../table/connection-table.ts";
import type { AddressTexts } from "../table/named-addresses.ts";
import type { PacketTable } from "../table/packet-table.ts";
import type { FindingTitle } from "./arrow-finding.ts";
import type { Beside } from "./beside.ts";
import type { NamedHosts } from "./hosts/lifeline-names.ts";
import type { LaneStates } from "./lane-states.ts";
import type { WordsByRow } from "./packet-words.ts";
import type { Quotations } from "./quotations.ts";
import type { NumberStyle } from "./segment-numbers.ts";
import type { StartTime, TimeStyle } from "./times.ts";

/** Whose packets a ladder shows, and how it writes them. */
export interface LadderContent {
  readonly packets: PacketTable;
  readonly addresses: AddressTexts;
  readonly connections: ConnectionTable;
  /** Rows of the packet table, ascending. */
  readonly rows: Uint32Array;
  /** The hosts of the lifelines; null for a connection: its client and its server, even where both are one host. */
  readonly hosts: NamedHosts | null;
  /** The states of the connection's ends; null where none show. */
  readonly lanes: LaneStates | null;
  /** What stands beside and behind the arrows. */
  readonly beside: Beside;
  /** What packets say that are no TCP segments, as far as they were read. */
  readonly words: WordsByRow;
  /** Which packets ICMP errors quote. */
  readonly quotations: Quotations;
  /** What findings are called. */
  readonly findingTitle: FindingTitle;
  readonly numbers: NumberStyle;
  readonly timeStyle: TimeStyle;
  /** Rows that times since the capture's begin count from anew, ascending. */
  readonly references: Uint32Array;
  /** Of the capture. */
  readonly start: StartTime;
  readonly decimals: 6 | 9;
}

/** Which part of a ladder shows: rows `first` .. `end` (exclusive), and pixels scrolled sideways. */
export interface LadderWindow {
  readonly first: number;
  readonly end: number;
  readonly left: number;
}
