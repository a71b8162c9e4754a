/** Telling what a reader points at from what merely comes to lie under a pointer that rests. */
import type { PointerEvent } from "react";

/** Whether the pointer itself moved, for a `pointermove`: browsers also report one when the page moves beneath it. */
export function hasMoved({ movementX, movementY }: PointerEvent): boolean {
  return movementX !== 0 || movementY !== 0;
}
