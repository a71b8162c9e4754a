/** Lets the page speak the language that is wished for, and says which one it is on the document's element. */
import i18next from "i18next";
import { working } from "../store/idle.ts";
import { wishedLanguage } from "../store/language.ts";
import { useStore } from "../store/store.ts";
import { loadWords, spokenLanguage } from "./languages.ts";

/** Follows the wish whenever it changes. To be called once, with the words ready; resolves when the first is spoken. */
export async function followLanguage(): Promise<void> {
  // Before React hears of it: sizes of the style sheet depend on the element's language.
  i18next.on("languageChanged", (language) => {
    document.documentElement.lang = language;
  });
  useStore.subscribe((state, before) => {
    if (wishedLanguage(state) !== wishedLanguage(before)) void working(speak());
  });
  addEventListener("languagechange", () => void working(speak()));
  await working(speak());
}

function wantedLanguage(): string {
  const wish = wishedLanguage(useStore.getState());
  return spokenLanguage(wish === null ? navigator.languages : [wish, ...navigator.languages]);
}

/** Where the words do not come, the page stays in the language that it speaks. */
async function speak(): Promise<void> {
  const language = wantedLanguage();
  if (!i18next.hasResourceBundle(language, "translation")) {
    try {
      i18next.addResourceBundle(language, "translation", await loadWords(language));
    } catch (fault) {
      console.warn(`The words of ${language} could not be loaded.`, fault);
      return;
    }
  }
  // Another may have been wished for meanwhile.
  if (language === wantedLanguage() && language !== i18next.language) await i18next.changeLanguage(language);
}
