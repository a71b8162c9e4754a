/** What the cells of a header are in another packet. */
import type { DiagramCell } from "../../core/inspect/diagram.ts";
import { placeAt } from "../../core/inspect/field-path.ts";
import type { Layer } from "../../core/protocols/inspection.ts";

/** Values of another packet by the paths of the cells that differ there; empty text for what it does not have. */
export function differing(cells: readonly DiagramCell[], layers: readonly Layer[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, node } of cells) {
    if (!node) continue;
    const other = placeAt(layers, path)?.node;
    if (other?.text !== node.text) found.set(path, other?.text ?? "");
  }
  return found;
}
