/** Switches between the system's theme, light and dark. */
import { prefer } from "../../store/actions.ts";
import { theme as chosenTheme } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";

const NEXT = { system: "light", light: "dark", dark: "system" } as const;

export function ThemeButton() {
  const { t } = useTranslation();
  const theme = useStore(chosenTheme);
  const name = t("bar.theme", { theme: t(`bar.themes.${theme}`) });
  return (
    <button
      type="button"
      className={controls.iconButton}
      aria-label={name}
      title={name}
      onClick={() => prefer({ theme: NEXT[theme] })}
    >
      <Icon name="theme" />
    </button>
  );
}
