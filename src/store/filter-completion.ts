/** What may be typed next in the filter's field: by the language, with values of the open capture. */
import type { Completion, Completions } from "../core/filter/completion.ts";
import type { NamedField } from "../core/filter/fields.ts";
import { ADDRESS_IPV4, ADDRESS_IPV6, ADDRESS_MAC, type AddressKind } from "../core/table/address-table.ts";
import type { PacketTable } from "../core/table/packet-table.ts";
import type { Capture } from "./capture.ts";
import { filterLanguage } from "./filter.ts";
import { useStore } from "./store.ts";

/** Addresses, connections and packets that are looked at for values: more would hold up typing. */
const LOOKED_AT = 5000;

/** What may stand at the caret; null while the filter language is not loaded. */
export function filterCompletions(text: string, caret: number): Completions | null {
  const { capture } = useStore.getState();
  return filterLanguage()?.completionsAt(text, caret, (field) => (capture ? occurring(capture, field) : [])) ?? null;
}

/** What was listed of a table's fields: it is asked for with every letter. */
const listed = new WeakMap<PacketTable, Map<string, readonly Completion[]>>();

function occurring(capture: Capture, field: NamedField): readonly Completion[] {
  const known = listed.get(capture.packets) ?? new Map<string, readonly Completion[]>();
  listed.set(capture.packets, known);
  const before = known.get(field.name);
  if (before) return before;
  const values = [...new Set(valuesOf(capture, field))].map((text) => ({ text, title: "" }));
  known.set(field.name, values);
  return values;
}

const KINDS: Readonly<Partial<Record<NamedField["kind"], AddressKind>>> = {
  ipv4: ADDRESS_IPV4,
  ipv6: ADDRESS_IPV6,
  mac: ADDRESS_MAC,
};

function* valuesOf(capture: Capture, field: NamedField): Generator<string> {
  const kind = KINDS[field.kind];
  if (kind) yield* addressesOf(capture, kind);
  else if (/^tcp\.(src|dst)?port$/.test(field.name)) yield* portsOf(capture);
  else if (field.kind === "number") yield* numbersOf(capture, field);
}

function* addressesOf({ addresses }: Capture, kind: AddressKind): Generator<string> {
  const rows = Math.min(LOOKED_AT, addresses.length);
  for (let row = 0; row < rows; row++) if (addresses.kind(row) === kind) yield addresses.text(row);
}

function* portsOf({ connections: { columns, length } }: Capture): Generator<string> {
  const rows = Math.min(LOOKED_AT, length);
  for (let row = 0; row < rows; row++) yield* [String(columns.serverPort[row]), String(columns.clientPort[row])];
}

/** Of a field with a column, those of the first packets; its states have names. */
function* numbersOf(capture: Capture, field: NamedField): Generator<string> {
  const column = filterLanguage()?.fieldColumn(field.name, capture);
  if (!column?.isInMemory || column.needsStates) return;
  const rows = Math.min(LOOKED_AT, capture.packets.length);
  for (let row = 0; row < rows; row++) yield* column.text(row)?.split(",").filter(Boolean) ?? [];
}
