/** Fields as columns of the packet list: from memory, and from packets that were taken apart. */
import { CellWriter } from "../inspect/cells.ts";
import type { Layer } from "../protocols/inspection.ts";

export { fieldColumn } from "./field-column.ts";
export { namedFields } from "./fields.ts";

const writers = new Map<string, CellWriter>();

/** What a field says in a packet, by any of its names; empty where the packet does not have it. */
export function cellText(layers: readonly Layer[], name: string): string {
  const writer = writers.get(name) ?? new CellWriter([name]);
  writers.set(name, writer);
  return writer.cells(layers)[0]!;
}
