/**
 * Names for the fields of a packet that hold for the next packet as well: `tcp/tcp.flags/tcp.flags.syn` leads from the
 * layer's key through the tree. What comes twice among its siblings is numbered from its second time on: `ip:1`.
 */
import type { FieldNode, Layer } from "../protocols/inspection.ts";

/** A field, or a whole header, with its place in the packet. */
export interface Place {
  readonly layer: Layer;
  /** Null for the header itself. */
  readonly node: FieldNode | null;
  /** First bit, from the first of the layer's `bytes`, and bits; a `bit` of -1 for what stands nowhere in the packet. */
  readonly bit: number;
  readonly width: number;
}

/** Paths of a packet's layers, in their order. */
export function layerPaths(layers: readonly Layer[]): string[] {
  return numbered(layers.map(({ key }) => key));
}

/** Paths of the fields below `parent`, in their order. */
export function fieldPaths(parent: string, nodes: readonly FieldNode[]): string[] {
  return numbered(nodes.map(({ field }) => field.key)).map((step) => `${parent}/${step}`);
}

/** The layer that a path begins with. */
export function layerOf(path: string): string {
  return path.split("/", 1)[0]!; // split gives one part at least
}

/** The key of the field, or of the header, that a path leads to. */
export function keyAt(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/:\d+$/, "");
}

/** Whether `path` leads to `ancestor` or to something below it. */
export function isWithin(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}/`);
}

/** What stands at a path; null when the packet has nothing there. */
export function placeAt(layers: readonly Layer[], path: string): Place | null {
  const layer = layers[layerPaths(layers).indexOf(layerOf(path))];
  if (!layer) return null;
  let node: FieldNode | null = null;
  let nodes = layer.nodes;
  for (let at = layerOf(path); at !== path; ) {
    const below = fieldPaths(at, nodes);
    const index = below.findIndex((candidate) => isWithin(path, candidate));
    if (index < 0) return null;
    at = below[index]!;
    node = nodes[index]!;
    nodes = node.children;
  }
  if (node) return { layer, node, bit: node.bit, width: node.width };
  const isComputed = layer.end === layer.at;
  return { layer, node, bit: isComputed ? -1 : layer.at * 8, width: (layer.end - layer.at) * 8 };
}

/**
 * The path of the most exact field that holds the whole of a byte, of the frame or of a payload put together, else of the first that holds some of it; the
 * header's own where its fields leave a gap; null for bytes that no layer describes. A field that one of its own parts
 * equals counts as the more exact one: the part only repeats it.
 */
export function pathAtByte(layers: readonly Layer[], byte: number, bytes: DataView | null = null): string | null {
  const paths = layerPaths(layers);
  const inward = layers.map((layer, index) => ({ layer, path: paths[index]! })).reverse();
  const standing = inward.filter(({ layer }) => layer.bytes === bytes);
  const header = standing.find(({ layer }) => byte >= layer.at && byte < layer.end);
  if (header) return deepest(header.path, header.layer.nodes, byte);
  // What a header carries belongs to it when no further header claims it.
  for (const { layer, path } of standing) {
    const field = deepest(path, layer.nodes, byte);
    if (field !== path) return field;
  }
  return null;
}

function deepest(parent: string, nodes: readonly FieldNode[], byte: number): string {
  const pathTo = (index: number) => `${parent}/${stepTo(nodes, index)}`;
  const whole = nodes.findIndex(({ bit, width }) => bit >= 0 && bit <= byte * 8 && bit + width >= byte * 8 + 8);
  if (whole < 0) {
    const some = nodes.findIndex(({ bit, width }) => bit >= 0 && bit < byte * 8 + 8 && bit + width > byte * 8);
    return some < 0 ? parent : pathTo(some);
  }
  const found = nodes[whole]!;
  const parts = found.children.filter(({ width }) => width < found.width);
  const isCut = parts.some(({ bit, width }) => bit >= 0 && bit <= byte * 8 && bit + width >= byte * 8 + 8);
  return isCut ? deepest(pathTo(whole), found.children, byte) : pathTo(whole);
}

/** The last step of the path to one of several fields, without those of all the others. */
function stepTo(nodes: readonly FieldNode[], index: number): string {
  const { key } = nodes[index]!.field;
  let times = 0;
  for (let before = 0; before < index; before++) if (nodes[before]!.field.key === key) times++;
  return step(key, times);
}

const step = (key: string, times: number) => (times === 0 ? key : `${key}:${times}`);

function numbered(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const times = seen.get(key) ?? 0;
    seen.set(key, times + 1);
    return step(key, times);
  });
}
