/**
 * The words of the interface, ready to be used: i18next with the language files, their keys known to the compiler, so
 * that a missing one fails it. English is always there; follow-language.ts adds another when it is wanted.
 */
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "../locales/en.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
  }
}

/** Makes the words ready, in English. To be called once, before the page is drawn. */
export function prepareWords(): void {
  void i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false }, // React escapes
    initAsync: false,
  });
}
