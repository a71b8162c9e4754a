/** What to do when packets could not be read from the file. */
import { fail } from "../../store/actions.ts";
import { FileGone } from "../../store/frames.ts";

/**
 * Says that a file is gone, when that is why. Anything else is a fault of the program: `raise` is given a function that
 * throws it, for a state setter, which throws it while drawing, where the panel's boundary catches it.
 */
export function readFailed(fault: unknown, raise: (thrower: () => never) => void): void {
  if (fault instanceof FileGone) return fail({ kind: "gone", name: fault.fileName });
  raise(() => {
    throw fault;
  });
}
