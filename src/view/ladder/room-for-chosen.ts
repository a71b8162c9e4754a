/** A chosen row of a ladder to scale shows its words though it has no room for them: others make room. */
import type { Arrow } from "../../core/ladder/arrow.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";
import { LEAST_APART } from "../../core/ladder/time/notes.ts";
import { doWordsMeet } from "../../core/ladder/time/words-apart.ts";
import type { Choice } from "./chosen-lines.ts";

type Yields = (arrow: Arrow) => boolean;

const NONE: Yields = () => false;

/** Which arrows leave out their numbers, and which their words, for those of the chosen row. */
export function roomForChosen(
  { arrows, columns }: LadderScene,
  selected: Choice["selected"],
): { numbers: Yields; words: Yields } {
  const chosen = arrows.find(({ row }) => row === selected);
  const numbersAt = (arrow: Arrow) => arrow.y + Math.max(0, arrow.room?.note ?? 0);
  return {
    numbers:
      chosen?.room?.note === -1
        ? (arrow) => arrow !== chosen && Math.abs(numbersAt(arrow) - chosen.y) < LEAST_APART
        : NONE,
    words: chosen?.room?.hasLabel === false ? (arrow) => arrow !== chosen && doWordsMeet(chosen, arrow, columns) : NONE,
  };
}
