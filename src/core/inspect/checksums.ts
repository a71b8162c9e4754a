/** The checksums of a packet that are bad: what its row is marked for, and what the details explain. */
import type { ChecksumNote, FieldNode, Layer } from "../protocols/inspection.ts";

export interface BadChecksum {
  readonly layer: Layer;
  readonly node: FieldNode;
  readonly note: ChecksumNote;
}

/** The packet's own bad checksums, outermost first; not those that an error quotes. */
export function badChecksums(layers: readonly Layer[]): readonly BadChecksum[] {
  return layers.flatMap((layer) =>
    layer.nodes.flatMap((node) => {
      const { note } = node;
      return note?.kind === "checksum" && note.verdict === "bad" && !note.isQuoted ? [{ layer, node, note }] : [];
    }),
  );
}
