/**
 * What fields say in the rows of the packet list: from memory where the tables tell, else from the packet as it was taken
 * apart. The code for it is loaded with the first column of a field.
 */
import type { FieldColumn } from "../core/filter/field-column.ts";
import type { Capture } from "./capture.ts";
import { areStatesKnown } from "./known-states.ts";
import type { OpenPacket } from "./packet.ts";
import { useStore } from "./store.ts";

type Fields = typeof import("../core/filter/field-columns.ts");
let fields: Fields | null = null;

/** Loads the code, once. */
export async function loadFields(): Promise<Fields> {
  if (!fields) {
    fields = await import("../core/filter/field-columns.ts");
    useStore.setState({ areFieldsLoaded: true });
  }
  return fields;
}

/** The names of all fields, the shorter ones first. */
export async function fieldNames(): Promise<readonly string[]> {
  const { namedFields } = await loadFields();
  return [...namedFields().keys()].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** Goes with the capture's version, whose tables it reads. */
const made = new WeakMap<Capture, Map<string, FieldColumn | null>>();

/** What a field says in a row; empty where it is not there, or not known yet. */
export function fieldText(capture: Capture, field: string, row: number, packet: OpenPacket | undefined): string {
  if (!fields) return "";
  const column = columnOf(fields, capture, field);
  if (column?.needsStates && !areStatesKnown(capture)) return "";
  return column?.text(row) ?? (packet ? fields.cellText(packet.details.layers, field) : "");
}

function columnOf({ fieldColumn }: Fields, capture: Capture, field: string): FieldColumn | null {
  const columns = made.get(capture) ?? new Map<string, FieldColumn | null>();
  made.set(capture, columns);
  let column = columns.get(field);
  if (column === undefined) {
    column = fieldColumn(field, capture);
    columns.set(field, column);
  }
  return column;
}
