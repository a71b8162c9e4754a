/** Which scheme shows, for pictures on a canvas: these know no style sheet, and are drawn again when it changes. */
import { useSyncExternalStore } from "react";

const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

/** "light" or "dark", as the page looks now: by the theme that was chosen, or the system's. */
export function useScheme(): string {
  return useSyncExternalStore(subscribe, scheme);
}

function scheme(): string {
  return document.documentElement.dataset.theme ?? (systemIsDark.matches ? "dark" : "light");
}

function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  systemIsDark.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    systemIsDark.removeEventListener("change", changed);
  };
}
