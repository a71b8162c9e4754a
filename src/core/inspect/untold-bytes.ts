/** The bytes of a frame that fill in for what nobody told. */
import type { Layer } from "../protocols/inspection.ts";

/** Their places in what the layers stand in (null: the frame), ascending; a byte of which a part is told is none. */
export function untoldBytes(layers: readonly Layer[], of: DataView | null): readonly number[] {
  const bits = new Map<number, number>();
  for (const { bytes, nodes } of layers) {
    if (bytes !== of) continue;
    for (const { note, bit, width } of nodes) {
      if (note?.kind !== "untold") continue;
      for (let at = bit; at < bit + width; at++) bits.set(at >> 3, (bits.get(at >> 3) ?? 0) + 1);
    }
  }
  return [...bits].flatMap(([byte, count]) => (count === 8 ? [byte] : [])).sort((a, b) => a - b);
}
