/** What goes onto paper: what was asked for, else all of the ladder that is shown. */
import type { LadderPart } from "../../core/ladder/export/part.ts";
import type { LadderScene } from "../../core/ladder/scene.ts";

/** A part of the ladder, with what else it is printed for. */
export interface PrintWish {
  readonly part: LadderPart;
  /** Leaves out of a scene what is not to be read there. */
  readonly masked?: (scene: LadderScene) => LadderScene;
  /** What comes behind the ladder. */
  readonly behind?: readonly HTMLElement[];
}

let asked: PrintWish | null = null;

/** Opens the browser's print dialog for it. */
export function printPart(wish: PrintWish): void {
  asked = wish;
  // The sheet that asked has to close first.
  requestAnimationFrame(() => {
    print();
    asked = null;
  });
}

/** What was asked for; null when the browser prints of its own accord. */
export const askedPart = (): PrintWish | null => asked;
