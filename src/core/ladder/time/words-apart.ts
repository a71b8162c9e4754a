/**
 * Words along slanted arrows stand near their senders, so those of both sides meet where lifelines are close. Of two that
 * would lie over each other, the less telling are left out: each pair is judged by itself, so that what shows of it does
 * not change while its neighbours come and go.
 */
import type { Arrow } from "../arrow.ts";
import type { LadderColumns } from "../columns.ts";
import { type Turn, wordsSpan } from "./turned.ts";

/** Px from a baseline up to the middle of its words, and half their height. */
const RISE = 4;
const HALF_HEIGHT = 6.5;

const LEVEL: Turn = { degrees: 0, x: 0, y: 0 };

/** The words of an arrow as a rectangle that is turned with it: its middle, half its length, and where that points. */
interface Strip {
  readonly arrow: Arrow;
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly cos: number;
  readonly sin: number;
}

/** The arrows of a scene to scale, in the order of their rows, without the words that lie over those of others. */
export function wordsApart(arrows: readonly Arrow[], columns: LadderColumns): readonly Arrow[] {
  const strips = arrows.flatMap((arrow) => (arrow.room?.hasLabel && stripOf(arrow, columns)) || []);
  const left = new Set<Arrow>();
  strips.forEach((strip, place) => {
    for (let next = place + 1; next < strips.length; next++) {
      const other = strips[next]!;
      if (meet(strip, other)) left.add(tells(other.arrow) > tells(strip.arrow) ? strip.arrow : other.arrow);
    }
  });
  return arrows.map((arrow) =>
    arrow.room && left.has(arrow) ? { ...arrow, room: { ...arrow.room, hasLabel: false } } : arrow,
  );
}

/** Whether the words of two arrows, where both are shown, lie over each other. */
export function doWordsMeet(one: Arrow, other: Arrow, columns: LadderColumns): boolean {
  const [strip, second] = [stripOf(one, columns), stripOf(other, columns)];
  return strip !== null && second !== null && meet(strip, second);
}

/** A finding tells more than data or flags, these more than an acknowledgment alone. */
const tells = ({ finding, isQuiet }: Arrow) => (finding ? 2 : isQuiet ? 0 : 1);

/** Null for an arrow without words. */
function stripOf(arrow: Arrow, { textAt, lineAt }: LadderColumns): Strip | null {
  const turn = arrow.turn ?? LEVEL;
  const span = wordsSpan(arrow);
  if (!span) return null;
  const [cos, sin] = [Math.cos((turn.degrees * Math.PI) / 180), Math.sin((turn.degrees * Math.PI) / 180)];
  const [right, down] = [span.left + span.width / 2 - turn.x, textAt - lineAt - RISE];
  return {
    arrow,
    x: turn.x + right * cos - down * sin,
    y: arrow.y + turn.y + right * sin + down * cos,
    half: span.width / 2,
    cos,
    sin,
  };
}

/** Whether two rectangles have a point in common: none of their four sides has all of the other beyond it. */
function meet(one: Strip, other: Strip): boolean {
  return !isApart(one, other) && !isApart(other, one);
}

/** Whether a line along a side of the first parts the two. */
function isApart(first: Strip, second: Strip): boolean {
  const [right, down] = [second.x - first.x, second.y - first.y];
  const cos = Math.abs(first.cos * second.cos + first.sin * second.sin);
  const sin = Math.abs(first.cos * second.sin - first.sin * second.cos);
  const ahead = Math.abs(right * first.cos + down * first.sin);
  const aside = Math.abs(down * first.cos - right * first.sin);
  return (
    ahead > first.half + second.half * cos + HALF_HEIGHT * sin ||
    aside > HALF_HEIGHT + second.half * sin + HALF_HEIGHT * cos
  );
}
