/** Which header the diagram and the bytes show. */
import { layerPaths } from "../../core/inspect/field-path.ts";
import type { Layer } from "../../core/protocols/inspection.ts";

export interface DrawnHeader {
  readonly path: string;
  readonly layer: Layer;
}

/** The headers that stand in the packet, outermost first: all but the frame, which has no bytes of its own. */
export function drawnHeaders(layers: readonly Layer[]): DrawnHeader[] {
  const paths = layerPaths(layers);
  return layers.map((layer, index) => ({ layer, path: paths[index]! })).filter(({ layer }) => layer.end > layer.at);
}

/** The header wanted, else TCP's, which the ladder is about, else the innermost; undefined when there is none. */
export function shownHeader(headers: readonly DrawnHeader[], wanted: string | null): DrawnHeader | undefined {
  return (
    headers.find(({ path }) => path === wanted) ??
    headers.findLast(({ layer }) => layer.key === "tcp") ??
    headers.at(-1)
  );
}
