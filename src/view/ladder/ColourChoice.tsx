/** What rows are coloured by, in the ladder and in the list, for the ladder's menu. */
import { COLOURINGS, type Colouring } from "../../core/colour/rules.ts";
import { showRules } from "../../store/colour-rules.ts";
import { colourBy, wantedColouring } from "../../store/colours.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./LadderPanel.module.css";

export function ColourChoice() {
  const { t } = useTranslation();
  return (
    <>
      <label className={styles.check}>
        {t("colours.title")}
        <select
          className={controls.select}
          value={useStore(wantedColouring)}
          onChange={({ target }) => colourBy(target.value as Colouring /* its options */)}
        >
          {COLOURINGS.map((by) => (
            <option key={by} value={by}>
              {t(`colours.by.${by}`)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className={controls.link} onClick={() => showRules(true)}>
        {t("colourRules.open")}
      </button>
    </>
  );
}
