/** What is in the sheet, in one piece that is loaded when it is first opened. */
export { LinkTab } from "./LinkTab.tsx";
export { NamesTab } from "./NamesTab.tsx";
export { NotesTab } from "./NotesTab.tsx";
