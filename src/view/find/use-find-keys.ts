/** Wireshark's keys for finding, which work wherever the focus is; Ctrl+N is the browser's own in a tab, F3 is not. */
import { useEffect } from "react";
import { showFind } from "../../store/find.ts";
import { useFindSteps } from "./use-find-steps.ts";

/** Listens as long as the caller is shown. */
export function useFindKeys(): void {
  const step = useFindSteps();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
      if (act(event, step)) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [step]);
}

/** Opens the bar, with its field's text chosen. False while no capture is open. */
export function openFind(): boolean {
  if (!showFind(true)) return false;
  // The bar chooses its field by itself when it comes.
  document.querySelector<HTMLInputElement>("[data-find]")?.select();
  return true;
}

/** Whether the key does something. */
function act({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent, step: (by: 1 | -1) => boolean): boolean {
  const stepOrAsk = (by: 1 | -1) => step(by) || openFind();
  if (key === "F3") return !ctrlKey && !metaKey && stepOrAsk(shiftKey ? -1 : 1);
  if (!(ctrlKey || metaKey) || shiftKey) return false;
  switch (key.toLowerCase()) {
    case "f":
      return openFind();
    case "n":
      return stepOrAsk(1);
    case "b":
      return stepOrAsk(-1);
    default:
      return false;
  }
}
