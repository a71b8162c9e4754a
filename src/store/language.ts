/** The language that the page is wished to speak: the one that a link asks for, else the one that was chosen. */
import { prefer } from "./actions.ts";
import { type State, useStore } from "./store.ts";

/** Its tag ("zh-CN"); null follows the browser. */
export const wishedLanguage = ({ linkedLanguage, preferences }: State): string | null =>
  linkedLanguage ?? preferences.language;

/** Speaks a language from now on, also when the page is opened again. */
export function chooseLanguage(language: string): void {
  useStore.setState({ linkedLanguage: null });
  prefer({ language });
}

/** Takes the language that the page's address asks for, `#…&lang=zh-CN`, now and whenever the address changes. */
export function followLinkedLanguage(): void {
  const follow = () => {
    const asked = new URLSearchParams(location.hash.slice(1)).get("lang");
    if (asked) useStore.setState({ linkedLanguage: asked });
  };
  addEventListener("hashchange", follow);
  follow();
}
