/** The words of the language that the page speaks, for what is drawn. */
import i18next from "i18next";
import { useSyncExternalStore } from "react";
import { wordsOf } from "./templates.ts";

/** What is spoken. The same object until the page speaks another language. */
let spoken = { language: "", t: i18next.t };

function speaking() {
  const { language } = i18next;
  if (language !== spoken.language) spoken = { language, t: wordsOf(language) };
  return spoken;
}

function onChange(changed: () => void) {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
}

/** Draws again when the page speaks another language. */
export const useTranslation = () => useSyncExternalStore(onChange, speaking);
