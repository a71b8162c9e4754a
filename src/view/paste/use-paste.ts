/** Takes text that is pasted anywhere on the page, while the caller is shown. */
import { useEffect } from "react";
import { showPaste } from "../../store/paste.ts";

/** Listens as long as the caller is shown. What a field or a sheet takes stays theirs. */
export function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (event.defaultPrevented || text.trim() === "" || document.querySelector("dialog[open]")) return;
      if (event.target instanceof Element && event.target.matches("input, textarea")) return;
      event.preventDefault();
      showPaste(text);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, []);
}
