/** How much larger the classroom shows the ladder than the workbench does. */
import type { Size } from "../parts/use-size.ts";

/** Enlarged so that the ladder's columns fill the width of a projector, its smallest words have 24 px of 1080 there. */
const USUAL: Size = { width: 775, height: 435 };

/** Shares of the usual size, from small to large, and which of them is the usual one. */
export const STEPS: readonly number[] = [0.7, 0.85, 1, 1.2, 1.4];
export const USUAL_STEP = 2;

/** By how much, for a room of so many px; a phone is read from near, at the size of its other text. */
export function enlargementIn({ width, height }: Size, isPhone: boolean): number {
  return isPhone ? 1 : Math.max(1, Math.min(width / USUAL.width, height / USUAL.height));
}
