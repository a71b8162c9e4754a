/** The page: the bar, what went wrong, the start page or the workbench, the foot; and what works everywhere on it. */
import { useCallback, useEffect, useState } from "react";
import { theme as chosenTheme, openCapture } from "../store/selectors.ts";
import { useStore } from "../store/store.ts";
import styles from "./App.module.css";
import { ClassroomDialog } from "./classroom/ClassroomDialog.tsx";
import { ColourRulesSheet } from "./colour-rules/ColourRulesSheet.tsx";
import { ColumnSheet } from "./columns/ColumnSheet.tsx";
import { ConnectionsMenu } from "./connections/ConnectionsMenu.tsx";
import { ExpertSheet } from "./expert/ExpertSheet.tsx";
import { ExportDialog } from "./export/ExportDialog.tsx";
import { Printout } from "./export/Printout.tsx";
import { FactsSheet } from "./facts/FactsSheet.tsx";
import { SavedFilters } from "./filter/SavedFilters.tsx";
import { FindBar } from "./find/FindBar.tsx";
import { useFindKeys } from "./find/use-find-keys.ts";
import { LifelineSheet } from "./lifelines/LifelineSheet.tsx";
import { useMarkKeys } from "./marks/use-mark-keys.ts";
import { ChangeNotice } from "./markup/ChangeNotice.tsx";
import { LeaveDialog } from "./markup/LeaveDialog.tsx";
import { MarkupSheet } from "./markup/MarkupSheet.tsx";
import { NoteEditor } from "./markup/NoteEditor.tsx";
import { useUndoKeys } from "./markup/use-undo-keys.ts";
import { useCaptureName } from "./parts/files-name.ts";
import { PanelBoundary } from "./parts/PanelBoundary.tsx";
import { useSizeClass } from "./parts/size-class.ts";
import { useKeptFocus } from "./parts/use-kept-focus.ts";
import { PasteSheet } from "./paste/PasteSheet.tsx";
import { ReferenceDialog } from "./reference/ReferenceDialog.tsx";
import { DropTarget } from "./shell/DropTarget.tsx";
import { Footer } from "./shell/Footer.tsx";
import { HelpDialog } from "./shell/HelpDialog.tsx";
import { Notices } from "./shell/Notices.tsx";
import { Toolbar } from "./shell/Toolbar.tsx";
import { useCommands } from "./shell/use-commands.ts";
import { StartPage } from "./start/StartPage.tsx";
import { StreamGraphSheet } from "./stream-graph/StreamGraphSheet.tsx";
import { TallyDialog } from "./tally/TallyDialog.tsx";
import { WhatIfSheet } from "./what-if/WhatIfSheet.tsx";
import { hasBarMenu, Workbench } from "./workbench/Workbench.tsx";

export function App() {
  const [isHelp, setHelp] = useState(false);
  const showHelp = useCallback(() => setHelp(true), []);
  useCommands(showHelp);
  useUndoKeys();
  useMarkKeys();
  useFindKeys();
  useKeptFocus();
  useLook();
  const size = useSizeClass();
  const job = useStore((state) => openCapture(state)?.job ?? null);
  return (
    <div className={styles.page}>
      <div>
        <Toolbar onHelp={showHelp}>{job !== null && hasBarMenu(size) && <ConnectionsMenu />}</Toolbar>
        <SavedFilters />
        <FindBar />
      </div>
      <Notices />
      {/* Each capture begins afresh: its panels keep nothing of the one before, no fault either. */}
      <PanelBoundary key={job}>{job === null ? <StartPage /> : <Workbench />}</PanelBoundary>
      <Footer />
      <DropTarget />
      {isHelp && <HelpDialog onClose={() => setHelp(false)} />}
      <ReferenceDialog />
      <ExpertSheet />
      <FactsSheet />
      <WhatIfSheet />
      <ColumnSheet />
      <ColourRulesSheet />
      <TallyDialog />
      <StreamGraphSheet />
      <LifelineSheet />
      <ExportDialog />
      <ClassroomDialog />
      <MarkupSheet />
      <PasteSheet />
      <NoteEditor />
      <LeaveDialog />
      <ChangeNotice />
      <Printout />
    </div>
  );
}

/** The theme stands on the document's element, where the tokens look for it; the file's name in the window's title. */
function useLook(): void {
  const theme = useStore(chosenTheme);
  const name = useCaptureName();
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === "system") delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
  useEffect(() => {
    document.title = name === undefined ? "Flowladder" : `${name} - Flowladder`;
  }, [name]);
}
