/** Chooses the language of the page, by the names that languages have for themselves. */
import { chooseLanguage } from "../../store/language.ts";
import { LANGUAGES, ownName } from "../languages.ts";
import { PopoverMenu } from "../parts/PopoverMenu.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./LanguageMenu.module.css";

export function LanguageMenu() {
  const { t, language: spoken } = useTranslation();
  return (
    <PopoverMenu id="language-menu" label={t("bar.language")} icon="language">
      {LANGUAGES.map((language) => (
        <label key={language} lang={language} className={styles.language}>
          <input type="radio" name="language" checked={language === spoken} onChange={() => chooseLanguage(language)} />
          {ownName(language)}
        </label>
      ))}
    </PopoverMenu>
  );
}
