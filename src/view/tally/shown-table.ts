/**
 * One of the tables as the grid and the clipboard need it: columns that tell a row's text, and by what it is sorted.
 * What the rows are, and what is counted in them, is core/tally's.
 */
import type { AddressTable } from "../../core/table/address-table.ts";
import type { AddressTexts } from "../../core/table/named-addresses.ts";
import type { Conversations, ConversationTable, Layer } from "../../core/tally/conversations.ts";
import { type EndpointTable, endpointsOf } from "../../core/tally/endpoints.ts";
import {
  type ConversationKey,
  cellText,
  conversationFields,
  type EndpointKey,
  endpointFields,
  type TallyField,
} from "../../core/tally/fields.ts";

export type ColumnKey = ConversationKey | EndpointKey;

export interface ShownColumn {
  readonly key: ColumnKey;
  readonly kind: TallyField<never>["kind"];
  /** What rows are sorted by. */
  readonly rank: (row: number) => number;
  /** As people read it. */
  readonly text: (row: number) => string;
  /** As programs read it: no names, no signs between thousands. */
  readonly plain: (row: number) => string;
  /** The address that a name stands for; empty elsewhere. */
  readonly behind: (row: number) => string;
}

export interface ShownTable {
  readonly length: number;
  readonly columns: readonly ShownColumn[];
  /** The connection of a row; -1 where it is none. */
  readonly connection: (row: number) => number;
}

/** How cells are written. */
export interface Writing {
  readonly addresses: AddressTable;
  /** The same by the names that the reader wants to see. */
  readonly named: AddressTexts & { readonly behind: (row: number) => string };
  readonly decimals: 6 | 9;
  readonly language: string;
}

export type What = "conversations" | "endpoints";

/** The table of a layer's conversations or endpoints. */
export function shownTable(conversations: Conversations, what: What, layer: Layer, writing: Writing): ShownTable {
  const of = conversations[layer];
  if (what === "conversations") {
    const columns = conversationFields(layer).map((field) => shownColumn(field, of, writing));
    return { length: of.length, columns, connection: (row) => of.columns.connection[row] ?? -1 };
  }
  const ends = shownEndpoints(of);
  const columns = endpointFields(layer).map((field) => shownColumn(field, ends, writing));
  return { length: ends.length, columns, connection: () => -1 };
}

const endpoints = new WeakMap<ConversationTable, EndpointTable>();

/** The endpoints of conversations, summed once. */
export function shownEndpoints(of: ConversationTable): EndpointTable {
  const ends = endpoints.get(of) ?? endpointsOf(of);
  endpoints.set(of, ends);
  return ends;
}

function shownColumn<Table>(field: TallyField<Table, ColumnKey>, table: Table, writing: Writing): ShownColumn {
  const { addresses, named, decimals } = writing;
  const { key, kind } = field;
  const value = (row: number) => field.value(table, row);
  const isAddress = kind === "address";
  const number = new Intl.NumberFormat(writing.language, { maximumFractionDigits: 0 });
  const isGrouped = kind === "count" || kind === "rate";
  const text = (row: number) => cellText(field, table, row, (address) => named.text(address), decimals);
  return {
    key,
    kind,
    rank: isAddress ? (row) => ranksOf(addresses)[value(row)]! : value,
    text: isGrouped ? (row) => (value(row) < 0 ? "" : number.format(value(row))) : text,
    plain: (row) => cellText(field, table, row, (address) => addresses.text(address)),
    behind: isAddress ? (row) => named.behind(value(row)) : () => "",
  };
}

const ranks = new WeakMap<AddressTable, Uint32Array>();

/** The place of each address among all, sorted. */
function ranksOf(addresses: AddressTable): Uint32Array {
  const known = ranks.get(addresses);
  if (known) return known;
  const sorted = Uint32Array.from({ length: addresses.length }, (_, row) => row).sort((a, b) =>
    addresses.compare(a, b),
  );
  const places = new Uint32Array(addresses.length);
  for (let place = 0; place < sorted.length; place++) places[sorted[place]!] = place;
  ranks.set(addresses, places);
  return places;
}

/** By what rows are sorted, and which way. */
export interface Order {
  readonly key: ColumnKey;
  readonly descending: boolean;
}

/** The rows in the order wanted; rows that are alike stay in the order in which they were met. */
export function sortedRows({ length, columns }: ShownTable, order: Order | null): Uint32Array {
  const rows = Uint32Array.from({ length }, (_, row) => row);
  const column = order && columns.find(({ key }) => key === order.key);
  if (!column) return rows;
  const keys = Float64Array.from(rows, column.rank);
  const sign = order.descending ? -1 : 1;
  return rows.sort((a, b) => sign * (keys[a]! - keys[b]!) || a - b);
}

/** The next order when a column's head is pressed: the most of a number first, addresses and times from the front. */
export function nextOrder({ key, kind }: Pick<ShownColumn, "key" | "kind">, now: Order | null): Order {
  if (now?.key === key) return { key, descending: !now.descending };
  return { key, descending: kind === "count" || kind === "rate" };
}

/** The rows as comma-separated values, RFC 4180: a line of titles first. No cell needs quotes: none has a comma. */
export function csvText({ columns }: ShownTable, rows: Uint32Array, titles: readonly string[]): string {
  const lines = [titles.join(",")];
  for (const row of rows) lines.push(columns.map(({ plain }) => plain(row)).join(","));
  return `${lines.join("\r\n")}\r\n`;
}

/** Rows asked for the longest address. */
const ROWS_ASKED = 300;
/** Characters of an address column at most, those of the longest IPv6 address. */
const LONGEST = 39;

/** Characters that each column needs, its title left aside. */
export function columnDigits({ length, columns }: ShownTable): readonly number[] {
  return columns.map((column) => {
    const rows = column.kind === "address" ? Array.from({ length: Math.min(length, ROWS_ASKED) }, (_, row) => row) : [];
    if (column.kind !== "address" && length > 0) rows.push(...extremes(length, column.rank));
    return Math.min(
      rows.reduce((longest, row) => Math.max(longest, column.text(row).length), 0),
      LONGEST,
    );
  });
}

/** The rows with the least and the greatest number: one of them is the longest, for one may be negative. */
function extremes(length: number, rank: (row: number) => number): [number, number] {
  let [least, greatest] = [0, 0];
  let [smallest, largest] = [rank(0), rank(0)];
  for (let row = 1; row < length; row++) {
    const number = rank(row);
    if (number < smallest) [least, smallest] = [row, number];
    else if (number > largest) [greatest, largest] = [row, number];
  }
  return [least, greatest];
}
