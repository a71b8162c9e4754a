/**
 * One field as a column of rows, from memory: what it says in a row, and the number that it is sorted by. Of rows of which
 * the tables do not tell, and of fields without a column, only the packet's bytes say it.
 */
import { ipv4Text, ipv6Text } from "../base/address.ts";
import { hexDigits } from "../base/hex.ts";
import { secondsText } from "../base/time.ts";
import { FINE } from "../protocols/walk.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6 } from "../table/address-table.ts";
import { HAS_MORE } from "../table/packet-table.ts";
import { type Column, columnOf, readColumn } from "./column-readers.ts";
import { type NamedField, namedFields } from "./fields.ts";
import type { Value } from "./kinds.ts";
import { asksForStates } from "./own-fields.ts";
import { type FilterTables, RowCursor } from "./row-cursor.ts";

/** Between several values, as in a script's table. */
const SEPARATOR = ",";

export class FieldColumn {
  readonly field: NamedField;
  private readonly column: Column | null;
  private readonly cursor: RowCursor;
  private readonly addresses: FilterTables["addresses"];
  private readonly list: Value[] = [];

  constructor(field: NamedField, tables: FilterTables) {
    this.field = field;
    const part = field.kind === "protocol" ? "presence" : "value";
    this.column = columnOf({ field, part, layers: null });
    this.cursor = new RowCursor(tables);
    this.addresses = tables.addresses;
  }

  /** Whether the tables tell of most rows. */
  get isInMemory(): boolean {
    return this.column !== null;
  }

  /** Whether the states of all connections have to be known first. */
  get needsStates(): boolean {
    return asksForStates([this]);
  }

  /** What the field says in a row; empty where it is not there, null where the tables do not tell. */
  text(row: number): string | null {
    return this.read(row) ? this.list.map((value) => valueText(this.field, value)).join(SEPARATOR) : null;
  }

  /** The number that the row is sorted by, of several values the first; NaN without one, null where tables do not tell. */
  key(row: number, ranks: Float64Array | null): number | null {
    if (!this.read(row)) return null;
    const [value] = this.list;
    if (value === undefined) return Number.NaN;
    return ranks && this.isAddress ? ranks[this.addressRow()]! : Number(value);
  }

  /** Whether it is sorted by the ranks of addresses: those of IPv6 are too large for a number. */
  get isAddress(): boolean {
    return this.isInMemory && (this.field.kind === "ipv4" || this.field.kind === "ipv6");
  }

  /** Row in the address table of the first value. */
  private addressRow(): number {
    const { chunk, at } = this.cursor;
    const kind = this.field.kind === "ipv4" ? ADDRESS_IPV4 : ADDRESS_IPV6;
    const isSource = !this.field.name.endsWith(".dst") && this.addresses.kind(chunk.source[at]!) === kind;
    return isSource ? chunk.source[at]! : chunk.destination[at]!;
  }

  private read(row: number): boolean {
    const { column, cursor, list } = this;
    if (!column || !cursor.moveTo(row)) return false;
    const { problem, marks } = cursor.chunk;
    if (problem[cursor.at] !== FINE || marks[cursor.at]! & HAS_MORE) return false;
    list.length = 0;
    return readColumn(column, cursor, list);
  }
}

/** The column of a field by its name; null for what is no field's. */
export function fieldColumn(name: string, tables: FilterTables): FieldColumn | null {
  const field = namedFields().get(name);
  return field ? new FieldColumn(field, tables) : null;
}

const IPV4_BYTES = 4;
const IPV6_BYTES = 16;

function valueText(field: NamedField, value: Value): string {
  if (typeof value === "string") return value;
  switch (field.kind) {
    case "ipv4": {
      const view = new DataView(new ArrayBuffer(IPV4_BYTES));
      view.setUint32(0, Number(value));
      return ipv4Text(view, 0);
    }
    case "ipv6": {
      const view = new DataView(new ArrayBuffer(IPV6_BYTES));
      view.setBigUint64(0, BigInt(value) >> 64n);
      view.setBigUint64(IPV6_BYTES / 2, BigInt.asUintN(64, BigInt(value)));
      return ipv6Text(view, 0);
    }
    case "moment":
    case "duration":
      return secondsText(value);
    case "number": {
      if (asksForStates([{ field }])) return field.values?.[Number(value)] ?? "";
      return field.digits > 0 ? `0x${hexDigits(Number(value), field.digits)}` : String(value);
    }
    default:
      return String(value);
  }
}
