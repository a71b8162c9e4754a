/** Chooses the language of the page, by the names that languages have for themselves. */
import { useTranslation } from "react-i18next";
import { chooseLanguage } from "../../store/language.ts";
import { LANGUAGES, ownName } from "../languages.ts";
import { PopoverMenu } from "../parts/PopoverMenu.tsx";
import styles from "./LanguageMenu.module.css";

export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  return (
    <PopoverMenu id="language-menu" label={t("bar.language")} icon="language">
      {LANGUAGES.map((language) => (
        <label key={language} lang={language} className={styles.language}>
          <input
            type="radio"
            name="language"
            checked={language === i18n.language}
            onChange={() => chooseLanguage(language)}
          />
          {ownName(language)}
        </label>
      ))}
    </PopoverMenu>
  );
}
