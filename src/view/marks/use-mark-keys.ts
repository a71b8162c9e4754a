/** Wireshark's keys for marks and time references, Command for Ctrl on a Mac. Some are the browser's own in a tab. */
import { useEffect } from "react";
import {
  clearReferences,
  stepMark,
  stepReference,
  toggleMark,
  toggleMarksOfShown,
  toggleReference,
} from "../../store/marked-packets.ts";

const KEYS: Readonly<Record<string, () => boolean>> = {
  m: toggleMark,
  "shift+m": toggleMarksOfShown,
  "shift+n": () => stepMark(1),
  "shift+b": () => stepMark(-1),
  t: () => toggleReference(),
  "alt+t": clearReferences,
  "alt+n": () => stepReference(1),
  "alt+b": () => stepReference(-1),
};

/** Listens as long as the caller is shown. */
export function useMarkKeys(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, altKey, shiftKey, defaultPrevented } = event;
      if (defaultPrevented || !(event.ctrlKey || event.metaKey) || document.querySelector("dialog[open]")) return;
      const name = `${altKey ? "alt+" : ""}${shiftKey ? "shift+" : ""}${key.toLowerCase()}`;
      if (Object.hasOwn(KEYS, name) && KEYS[name]!()) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);
}
