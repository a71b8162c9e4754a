/** The names over the lifelines: centred on them, and moved or cut where they would leave the picture or meet another. */
import { cutText, type TextSpot } from "./arrow-place.ts";
import type { LadderColumns, Measure } from "./columns.ts";
import { lifelinesInView, slotOf } from "./lifelines.ts";

/** What stands over a lifeline. */
export interface LifelineWords {
  readonly name: string;
  /** A second, smaller line; empty for none. */
  readonly role: string;
  /** Said instead of the role where that is cut off; absent where there is nothing shorter. */
  readonly shortRole?: string;
}

export interface LifelineHead {
  readonly lifeline: number;
  /** Of the lifeline, and of the texts' left edges. */
  readonly x: number;
  readonly name: TextSpot;
  readonly role: TextSpot;
}

/** Room kept free at the picture's edges, and half of that between two names. */
const EDGE = 12;
const HALF_GAP = 6;

/** Px from the left in which words may stand. */
interface Room {
  readonly from: number;
  readonly to: number;
}

/** Places the words of the lifelines in view, `left` px scrolled sideways. */
export function layoutHead(
  columns: LadderColumns,
  left: number,
  wordsOf: (lifeline: number) => LifelineWords,
  measure: Measure,
): readonly LifelineHead[] {
  const { lifelines, contentWidth, pitch, middleLeft, middleRight, isCommentBeside, gaugeRoom } = columns;
  const shown = lifelinesInView(columns, left);
  const all: Room = { from: EDGE - left, to: contentWidth - gaugeRoom - left - EDGE };
  // The role stands beside the heads of the columns at the left and at the right, the name above them.
  const beside: Room = {
    from: Math.max(all.from, middleLeft - HALF_GAP),
    to: isCommentBeside ? Math.min(all.to, middleRight + HALF_GAP) : all.to,
  };
  const middle = columns.firstLifeline + pitch / 2 - left;
  const ends = lifelines === 2 ? [0, 1].map((slot) => wordsOf(slotOf(columns, slot))) : [];
  const meeting = (words: (of: LifelineWords) => string, style: "name" | "small", room: Room) =>
    meetingOf(
      ends.map((of) => measure(words(of), style)),
      room,
      middle,
    );
  const names = meeting(({ name }) => name, "name", all);
  // An end that is out of view needs no room.
  const areBoth = lifelines === 2 && shown.length === 2;
  const whole = areBoth ? meeting(({ role }) => role, "small", beside) : null;
  const isShort = areBoth && whole === null;
  const roles = isShort ? meeting(shortRoleOf, "small", beside) : whole;
  return shown.map(({ lifeline, x }) => {
    const slot = slotOf(columns, lifeline);
    const within = (room: Room, meetingOfTwo: number | null): Room => ({
      from: slot === 0 ? room.from : Math.max(room.from, (meetingOfTwo ?? x - pitch / 2) + HALF_GAP),
      to: slot === lifelines - 1 ? room.to : Math.min(room.to, (meetingOfTwo ?? x + pitch / 2) - HALF_GAP),
    });
    const words = wordsOf(lifeline);
    return {
      lifeline,
      x,
      name: centred(words.name, "name", x, within(all, names), measure),
      role: centred(isShort ? shortRoleOf(words) : words.role, "small", x, within(beside, roles), measure),
    };
  });
}

const shortRoleOf = ({ role, shortRole = role }: LifelineWords) => shortRole;

/**
 * Where the room of the first of two texts ends and that of the second begins: in the middle, unless one needs more. Null
 * where not both are whole, and where there are not two.
 */
function meetingOf([first, second]: readonly number[], { from, to }: Room, middle: number): number | null {
  if (first === undefined || second === undefined) return null;
  const least = from + first + HALF_GAP;
  const most = to - second - HALF_GAP;
  return least <= most ? Math.min(Math.max(middle, least), most) : null;
}

function centred(text: string, style: "name" | "small", x: number, { from, to }: Room, measure: Measure): TextSpot {
  const cut = cutText(text, style, to - from, measure);
  const shown = style === "small" && cut === "…" ? "" : cut;
  const width = measure(shown, style);
  return { text: shown, width, x: Math.max(from, Math.min(x - width / 2, to - width)) };
}
