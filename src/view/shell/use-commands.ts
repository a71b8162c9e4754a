/** The keys that work wherever the focus is. What a panel does with keys of its own comes first. */
import { useEffect } from "react";
import { keyAt } from "../../core/inspect/field-path.ts";
import { prefer, selectField, showAsTable, showReference, stepPacket } from "../../store/actions.ts";
import { showClassroom } from "../../store/classroom.ts";
import { colourConversation, forgetConversations, showRules } from "../../store/colour-rules.ts";
import { showColumns } from "../../store/columns.ts";
import { showExpert, stepFinding } from "../../store/expert.ts";
import { showExport } from "../../store/export.ts";
import { showFacts } from "../../store/facts.ts";
import { showFolds, toggleFold } from "../../store/folding.ts";
import { showGoTo } from "../../store/go-to.ts";
import { isEditorShown, showLessonEditor } from "../../store/lesson-draft.ts";
import { showIndex } from "../../store/lifelines.ts";
import { areLinesShown, showLines } from "../../store/lines.ts";
import { clearReferences, stepMark, toggleReference } from "../../store/marked-packets.ts";
import { showMarkup } from "../../store/markup.ts";
import { beginNote } from "../../store/notes.ts";
import { chooseOne } from "../../store/picks.ts";
import { toAcknowledged, toAcknowledgment, toError, toQuoted } from "../../store/relations.ts";
import { resetZoom, showToScale } from "../../store/scale.ts";
import { isTableShown, letterKeys, openCapture, selectedField, verifiesChecksums } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { showGraph } from "../../store/stream-graph.ts";
import { foldStreams, toggleStream, unfoldStream } from "../../store/streams.ts";
import { showTally } from "../../store/tally.ts";
import { askWhatIf } from "../../store/what-if.ts";
import { focusExplanation } from "../explain/focus-explanation.ts";
import { focusFilter } from "../filter/FilterBar.tsx";
import { zoomStep } from "../ladder/zooming.ts";
import { TEXT_FIELDS } from "../parts/focusable.ts";
import { chooseFile } from "./file-input.tsx";
import { focusNextPanel } from "./panel-focus.ts";

/** Listens as long as the caller is shown. */
export function useCommands(onHelp: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || document.querySelector("dialog[open]")) return;
      const isWithControl = event.ctrlKey || event.metaKey;
      if (isWithControl ? controlCommand(event) : command(event, onHelp)) event.preventDefault();
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, [onHelp]);
}

/** Wireshark's key for it; held with Shift it is the browser's. */
const isGoTo = ({ key, shiftKey }: KeyboardEvent) => key.toLowerCase() === "g" && !shiftKey;

/** Wireshark's keys for conversations: a digit gives the chosen packet's one of the colours, 0 takes all away. */
function controlCommand(event: KeyboardEvent): boolean {
  if (isGoTo(event)) return showGoTo(true);
  if (!/^[0-9]$/.test(event.key) || event.shiftKey || !openCapture(useStore.getState())) return false;
  if (event.key !== "0") return colourConversation(Number(event.key));
  return forgetConversations();
}

/** Whether the key was a command. */
function command(event: KeyboardEvent, onHelp: () => void): boolean {
  if (event.key === "F6") return focusNextPanel(event.shiftKey ? -1 : 1);
  if (isTyping(event.target)) return false;
  if (event.key === "Escape" && selectedField(useStore.getState()) !== null) {
    selectField(null);
    return true;
  }
  if (event.key === "Escape" && chooseOne()) return true;
  if (event.target === document.body && event.key === "ArrowUp") return stepPacket(-1);
  if (event.target === document.body && event.key === "ArrowDown") return stepPacket(1);
  if (!letterKeys(useStore.getState())) return false;
  switch (event.key.toLowerCase()) {
    case "o":
      chooseFile();
      return true;
    case "?":
      onHelp();
      return true;
    case "/":
      return focusFilter();
    case "t":
      if (!openCapture(useStore.getState())) return false;
      showToScale(!useStore.getState().scale.isToScale);
      return true;
    case "i": {
      const field = selectedField(useStore.getState());
      showReference(field === null ? "" : keyAt(field));
      return true;
    }
    case "x":
      if (event.shiftKey) return showRules(true);
      if (!openCapture(useStore.getState())) return false;
      showExpert(true);
      return true;
    case "b":
      return showGraph(true);
    case "c":
      if (!openCapture(useStore.getState())) return false;
      if (event.shiftKey) showColumns(true);
      else showTally(true);
      return true;
    case "p":
      if (event.shiftKey) return showLessonEditor(!isEditorShown(useStore.getState()));
      return showClassroom(true);
    case "s":
      return showExport(true);
    case "g":
      if (!openCapture(useStore.getState())) return false;
      showAsTable(!isTableShown(useStore.getState()));
      return true;
    case "d":
      return showLines(!areLinesShown(useStore.getState()));
    case "h":
      return showIndex(true);
    case "f":
      if (!event.shiftKey) return unfoldStream() || toggleFold();
      showFolds(!useStore.getState().folding.isOn);
      return openCapture(useStore.getState()) !== null;
    case "z":
      if (!event.shiftKey) return toggleStream();
      foldStreams(!useStore.getState().streams.isOn);
      return openCapture(useStore.getState()) !== null;
    case "n":
      return stepFinding(event.shiftKey ? -1 : 1);
    case "m":
      return stepMark(event.shiftKey ? -1 : 1);
    case "r":
      return event.shiftKey ? clearReferences() : toggleReference();
    case "a":
      return event.shiftKey ? toAcknowledgment() : toAcknowledged();
    case "q":
      return event.shiftKey ? toError() : toQuoted();
    case "w":
      return event.shiftKey ? showMarkup("notes") : beginNote();
    case "u":
      return showFacts(true);
    case "y":
      return focusExplanation();
    case "e":
      return showMarkup("names");
    case "l":
      return event.shiftKey ? askWhatIf() : showMarkup("link");
    case "+":
    case "=":
      return zoomed(() => zoomStep("rows", 1));
    case "-":
      return zoomed(() => zoomStep("rows", -1));
    case "0":
      return zoomed(resetZoom);
    case "v":
      prefer({ verifiesChecksums: !verifiesChecksums(useStore.getState()) });
      return true;
    case "k":
      return stepPacket(-1);
    case "j":
      return stepPacket(1);
    default:
      return false;
  }
}

/** Zooms the ladder, if there is one. */
function zoomed(zoom: () => void): boolean {
  if (!openCapture(useStore.getState())) return false;
  zoom();
  return true;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches(TEXT_FIELDS));
}
