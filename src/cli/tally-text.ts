/** Tables of conversations and of endpoints in text: aligned for people, JSON for scripts. */
import type { Layer } from "../core/tally/conversations.ts";
import { type ConversationKey, cellText, type EndpointKey, type TallyField } from "../core/tally/fields.ts";
import { tally } from "../locales/en-tally.ts";

/** One layer's table with what reading it takes. */
export interface TallyTable<Table extends { readonly length: number }> {
  readonly layer: Layer;
  readonly table: Table;
  readonly fields: readonly TallyField<Table, ConversationKey | EndpointKey>[];
  readonly addressText: (address: number) => string;
  /** What scripts get of a row beside its cells. */
  readonly more?: (row: number) => Readonly<Record<string, number>>;
}

const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  eth: "Ethernet",
  ip: "IPv4",
  ipv6: "IPv6",
  tcp: "TCP",
  udp: "UDP",
};

/** The table under its name, columns aligned; addresses to the left, numbers to the right. */
export function* alignedLines<Table extends { readonly length: number }>(
  of: TallyTable<Table>,
  what: "conversations" | "endpoints",
): Generator<string> {
  yield `${LAYER_NAMES[of.layer]} ${what}: ${of.table.length}`;
  if (of.table.length === 0) return;
  const widths = of.fields.map((field) => width(of, field));
  const line = (cells: readonly string[]) => cells.map((cell, i) => padded(cell, widths[i]!, of.fields[i]!)).join("  ");
  yield line(of.fields.map(({ key }) => tally.columns[key])).trimEnd();
  for (let row = 0; row < of.table.length; row++)
    yield line(of.fields.map((field) => cellOf(of, field, row))).trimEnd();
}

function width<Table extends { readonly length: number }>(
  of: TallyTable<Table>,
  field: TallyField<Table, ConversationKey | EndpointKey>,
): number {
  let widest = tally.columns[field.key].length;
  for (let row = 0; row < of.table.length; row++) widest = Math.max(widest, cellOf(of, field, row).length);
  return widest;
}

const padded = (cell: string, width: number, { kind }: TallyField<never>): string =>
  kind === "address" ? cell.padEnd(width) : cell.padStart(width);

const cellOf = <Table extends { readonly length: number }>(
  { table, addressText }: TallyTable<Table>,
  field: TallyField<Table>,
  row: number,
): string => cellText(field, table, row, addressText);

/** The rows as objects, one a line: addresses as text, times in seconds, null for no rate. */
export function* jsonRows<Table extends { readonly length: number }>(of: TallyTable<Table>): Generator<string> {
  for (let row = 0; row < of.table.length; row++) {
    const cells = of.fields.map((field) => [field.key, jsonValue(of, field, row)]);
    yield JSON.stringify({ ...Object.fromEntries(cells), ...of.more?.(row) });
  }
}

function jsonValue<Table extends { readonly length: number }>(
  of: TallyTable<Table>,
  field: TallyField<Table>,
  row: number,
): string | number | null {
  const text = cellOf(of, field, row);
  if (field.kind === "address") return text;
  return text === "" ? null : Number(text);
}
