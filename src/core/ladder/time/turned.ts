/** An arrow that slants: level in a frame of its own, which is turned about the arrow's middle. */
import type { ArrowPlace, TextSpot } from "../arrow-place.ts";
import type { Slant } from "./slant.ts";

/** How what stands along a line is turned. */
export interface Turn {
  readonly degrees: number;
  /** The middle of the line: px of the scene, and below the row's line. */
  readonly x: number;
  readonly y: number;
}

/** From the sender's end to the words of a slanted line: words of lines that cross stand apart so. */
const LEAN = 26;

/** Lays an arrow that was placed level along its slant; `fromX` and `toX` are its ends, in view or not. */
export function turned<Placed extends ArrowPlace>(
  placed: Placed,
  { tail, head, isClear }: Slant,
  fromX: number,
  toX: number,
): Placed & { readonly turn: Turn | null } {
  const { line, loop } = placed;
  if (!line || loop !== 0 || (tail === 0 && head === 0)) return { ...placed, turn: null };
  const slope = (head - tail) / (toX - fromX);
  const x = (line.x1 + line.x2) / 2;
  const half = ((line.x2 - line.x1) / 2) * Math.hypot(1, slope);
  const turn = { degrees: (Math.atan(slope) * 180) / Math.PI, x, y: tail + (x - fromX) * slope };
  const level = { ...placed, line: { x1: x - half, x2: x + half }, turn };
  if (isClear) return level;
  return { ...level, fromPort: null, toPort: null, ...leaning(level, half) };
}

/** Where an arrow's words stand, from a finding's mark to the end of the label; null where there are none. */
export function wordsSpan({ labelSpot, findingSpot, markX }: ArrowPlace) {
  if (!labelSpot) return null;
  const left = markX === null ? (findingSpot ?? labelSpot).x : markX - 7;
  return { left, width: labelSpot.x + labelSpot.width - left };
}

/** Moves the words towards the sender's end, as far as they stay on the line. */
function leaning(place: ArrowPlace, half: number) {
  const { line, labelSpot, findingSpot, markX } = place;
  const span = wordsSpan(place);
  if (!line || !span) return {};
  const { left, width } = span;
  const room = Math.max(0, Math.min(LEAN, Math.abs(half) * 2 - width));
  const by = (half > 0 ? line.x1 + room : line.x1 - room - width) - left;
  const moved = (spot: TextSpot | null) => spot && { ...spot, x: spot.x + by };
  return { labelSpot: moved(labelSpot), findingSpot: moved(findingSpot), markX: markX === null ? null : markX + by };
}
