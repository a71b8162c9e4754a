/**
 * What the sender of one ACK holds, for the row that the reader points at or chose, where the ladder itself draws no strip
 * below it: to scale, where rows have no room for all of them, and where comments stand below the arrows.
 */
import { type HeldStrip, layoutStrips, STRIP_HEIGHT } from "./held-strips.ts";
import { commentBaseline } from "./row-baselines.ts";
import type { LadderScene } from "./scene.ts";

/** From a comment's baseline to the strip below it, and the most that the strip takes across. */
const BELOW = 5;
const ROOM = 132;
/** The ground under the strip reaches so far beyond it. */
const STRIP_EDGE = 4;

/** The strip of a row of the packet table; null without SACK blocks, out of the scene, and where one is drawn anyway. */
export function layoutPointedStrip(scene: LadderScene, row: number | null): HeldStrip | null {
  const { arrows, columns, content, beside } = scene;
  const { sacks } = content.beside;
  const arrow = row === null || !sacks ? undefined : arrows.find((one) => one.row === row);
  if (!arrow || !sacks || beside.strips.some((strip) => strip.row === row)) return null;
  const y = arrow.y + commentBaseline(arrow, columns) + BELOW;
  const left = Math.min(arrow.seqText.x, columns.width - ROOM - 2 * STRIP_EDGE);
  return layoutStrips(content, sacks, [{ index: arrow.index, y }], left, ROOM)[0] ?? null;
}

/** The ground under a strip, in px of the scene. */
export function stripGround({ y, cells }: HeldStrip): Readonly<Record<"x" | "y" | "width" | "height", number>> {
  const [left, last] = [cells[0]?.x ?? 0, cells.at(-1)];
  const width = last ? last.x + last.width - left : 0;
  return {
    x: left - STRIP_EDGE,
    y: y - STRIP_EDGE,
    width: width + 2 * STRIP_EDGE,
    height: STRIP_HEIGHT + 2 * STRIP_EDGE,
  };
}
