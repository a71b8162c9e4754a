/** Where a field stands in a packet, by its name alone. */
import type { FieldNode, Layer } from "../protocols/inspection.ts";
import { fieldPaths, layerPaths } from "./field-path.ts";

/** The path of the first field of a name ("tcp.flags.syn"), from the innermost header outward; null where there is none. */
export function pathOfKey(layers: readonly Layer[], key: string): string | null {
  const paths = layerPaths(layers);
  for (let at = layers.length - 1; at >= 0; at--) {
    const found = within(paths[at]!, layers[at]!.nodes, key);
    if (found) return found;
  }
  return null;
}

function within(parent: string, nodes: readonly FieldNode[], key: string): string | null {
  const paths = fieldPaths(parent, nodes);
  const place = nodes.findIndex(({ field }) => field.key === key);
  if (place >= 0) return paths[place]!;
  for (const [index, { children }] of nodes.entries()) {
    const found = within(paths[index]!, children, key);
    if (found) return found;
  }
  return null;
}
