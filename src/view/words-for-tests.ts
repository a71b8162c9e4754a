/** The interface's words for tests of what is said: English, as the page has it. */
import i18next from "i18next";
import { prepareWords } from "./i18n.ts";

prepareWords();

export const t = i18next.getFixedT("en");
