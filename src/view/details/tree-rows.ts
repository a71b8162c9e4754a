/** The packet tree as the rows that show: headers, fields of what is open, and what could not be read. */
import { fieldPaths, layerPaths } from "../../core/inspect/field-path.ts";
import type { FieldNode, Layer } from "../../core/protocols/inspection.ts";

/** A row; `level` counts from 1. */
export interface TreeRow {
  readonly path: string;
  readonly level: number;
  /** Place among its siblings, from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
  /** Path of the row that it hangs from; null at the top. */
  readonly parent: string | null;
  /** Null for what has nothing below it. */
  readonly isOpen: boolean | null;
  readonly layer: Layer;
  /** Null for the header itself. */
  readonly node: FieldNode | null;
}

/** The rows from top to bottom; `isOpen` tells of a path whether what is below it shows. */
export function treeRows(layers: readonly Layer[], isOpen: (path: string) => boolean): TreeRow[] {
  const rows: TreeRow[] = [];
  const paths = layerPaths(layers);
  layers.forEach((layer, index) => {
    const path = paths[index]!;
    const open = layer.nodes.length === 0 ? null : isOpen(path);
    rows.push({
      path,
      level: 1,
      place: index + 1,
      siblings: layers.length,
      parent: null,
      isOpen: open,
      layer,
      node: null,
    });
    if (open) addFields(rows, layer, layer.nodes, path, 2, isOpen);
  });
  return rows;
}

function addFields(
  rows: TreeRow[],
  layer: Layer,
  nodes: readonly FieldNode[],
  parent: string,
  level: number,
  isOpen: (path: string) => boolean,
): void {
  const paths = fieldPaths(parent, nodes);
  nodes.forEach((node, index) => {
    const path = paths[index]!;
    const open = node.children.length === 0 ? null : isOpen(path);
    rows.push({ path, level, place: index + 1, siblings: nodes.length, parent, isOpen: open, layer, node });
    if (open) addFields(rows, layer, node.children, path, level + 1, isOpen);
  });
}
