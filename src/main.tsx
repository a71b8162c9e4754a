/** Puts the page on the screen, follows the link by which it was opened, and tells scripts when it is idle. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { prepareReading } from "./store/actions.ts";
import { followFilter } from "./store/filter.ts";
import { followFind } from "./store/find.ts";
import { followCapture } from "./store/follow-capture.ts";
import { whenIdle } from "./store/idle.ts";
import { followLinkedLanguage } from "./store/language.ts";
import { followLinks } from "./store/links.ts";
import { followTextFiles } from "./store/paste.ts";
import { followSorting } from "./store/sorting.ts";
import { App } from "./view/App.tsx";
import { followLanguage } from "./view/follow-language.ts";
import { prepareWords } from "./view/i18n.ts";
import { followRuleColours } from "./view/parts/rule-classes.ts";
import { followWindowSize } from "./view/parts/size-class.ts";
import "./view/tokens.css";
import "./view/base.css";

declare global {
  interface Window {
    /** For tests and scripts. */
    readonly flowladder: {
      /** Resolves when nothing is being read, decoded or drawn. */
      readonly whenIdle: () => Promise<void>;
    };
  }
}

Object.assign(window, { flowladder: { whenIdle } });
prepareWords();
followLinkedLanguage();
await followLanguage();
followWindowSize();
// index.html holds the element.
createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
followCapture();
followFilter();
followFind();
followSorting();
followRuleColours();
followTextFiles();
followLinks();
void whenIdle().then(prepareReading);
