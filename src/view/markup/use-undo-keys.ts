/** Ctrl+Z takes the last change of notes and names back, Ctrl+Y and Ctrl+Shift+Z make it again; Command on a Mac. */
import { useEffect } from "react";
import { redoMarkup, undoMarkup } from "../../store/markup.ts";

/** Listens as long as the caller is shown. What is being typed has an undo of its own. */
export function useUndoKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof HTMLElement && event.target.matches("textarea, input[type=text]")) return;
      const key = event.key.toLowerCase();
      const isRedo = key === "y" || (key === "z" && event.shiftKey);
      if (isRedo ? redoMarkup() : key === "z" && undoMarkup()) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
