/** What to do when packets could not be read from the file. */
import { fail } from "../../store/actions.ts";

/**
 * Says that the file is gone, when that is why. Anything else is a fault of the program: `raise` is given a function that
 * throws it, for a state setter, which throws it while drawing, where the panel's boundary catches it.
 */
export function readFailed(fault: unknown, name: string, raise: (thrower: () => never) => void): void {
  if (fault instanceof DOMException) return fail({ kind: "gone", name });
  raise(() => {
    throw fault;
  });
}
