/** Which row a point of a scene belongs to: the one whose line it is in, or, to scale, whose arrow is nearest. */
import type { Arrow } from "./arrow.ts";
import type { LadderScene } from "./scene.ts";

/** Further from an arrow to scale than this, a point belongs to none: px. */
const REACH = 13;

/** The place among the ladder's rows; -1 for none. `x` and `y` are px from the scene's top left. */
export function rowAtPoint({ places, window, axis, arrows, columns }: LadderScene, x: number, y: number): number {
  if (!axis) return places.at(places.top(window.first) + y);
  let nearest = -1;
  let least = REACH;
  for (const arrow of arrows) {
    const distance = distanceFrom(arrow, columns.lineAt, x, y);
    if (distance >= least) continue;
    least = distance;
    nearest = arrow.index;
  }
  return nearest;
}

/** Vertical distance in px of a point of the scene from an arrow, its row's line at `lineAt`. */
function distanceFrom({ y, line, turn }: Arrow, lineAt: number, pointX: number, pointY: number): number {
  const level = Math.abs(pointY - y - lineAt);
  if (!line || !turn) return level;
  const slope = Math.tan((turn.degrees * Math.PI) / 180);
  const reach = Math.abs(line.x2 - line.x1) / 2 / Math.hypot(1, slope);
  if (Math.abs(pointX - turn.x) > reach) return level;
  return Math.abs(pointY - (y + lineAt + turn.y + (pointX - turn.x) * slope));
}
