/** The interface's words for tests of what is said: English, as the page has it. */
import { prepareWords } from "./i18n.ts";
import { wordsOf } from "./templates.ts";

prepareWords();

export const t = wordsOf("en");
