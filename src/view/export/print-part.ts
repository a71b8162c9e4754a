/** Which part of the ladder goes onto paper: the one that was asked for, else all that is shown. */
import type { LadderPart } from "../../core/ladder/export/part.ts";

let asked: LadderPart | null = null;

/** Opens the browser's print dialog for a part. */
export function printPart(part: LadderPart): void {
  asked = part;
  // The sheet that asked has to close first.
  requestAnimationFrame(() => {
    print();
    asked = null;
  });
}

/** The part asked for; null when the browser prints of its own accord. */
export const askedPart = (): LadderPart | null => asked;
