/** The dialog of the colouring rules: their order, filters and colours, and Wireshark's files of them. */
import { addRule, colourRules, resetRules, showRules } from "../../store/colour-rules.ts";
import { colourBy, wantedColouring } from "../../store/colours.ts";
import { prepareFilter } from "../../store/filter.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { Sheet } from "../parts/Sheet.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ColourRules.module.css";
import { RuleEntry } from "./RuleEntry.tsx";
import { RuleFiles } from "./RuleFiles.tsx";
import { useRuleDrag } from "./use-rule-drag.ts";

const WIDTH = 760;

export function ColourRulesSheet() {
  const { t } = useTranslation();
  const isOpen = useStore((state) => state.areRulesOpen && openCapture(state) !== null);
  if (!isOpen) return null;
  return (
    <Sheet
      title={t("colourRules.title")}
      closeLabel={t("colourRules.close")}
      width={WIDTH}
      onClose={() => showRules(false)}
    >
      <Rules />
    </Sheet>
  );
}

function Rules() {
  const { t } = useTranslation();
  const rules = useStore(colourRules);
  const language = useLoaded(prepareFilter);
  const drag = useRuleDrag();
  return (
    <div className={styles.content}>
      <p className={styles.hint}>{t("colourRules.hint")}</p>
      <NotShown />
      <div className={styles.actions}>
        <button type="button" className={controls.button} onClick={() => addRule(t("colourRules.newName"), "tcp")}>
          {t("colourRules.add")}
        </button>
        <RuleFiles />
        <button type="button" className={controls.button} onClick={resetRules}>
          {t("colourRules.reset")}
        </button>
      </div>
      <ol className={styles.list}>
        {rules.map((rule, place) => (
          <RuleEntry
            key={rule.key}
            rule={rule}
            place={place}
            isLast={place === rules.length - 1}
            language={language}
            drag={drag}
          />
        ))}
      </ol>
    </div>
  );
}

/** Says so where rows have other colours, with a way to these. */
function NotShown() {
  const { t } = useTranslation();
  const by = useStore(wantedColouring);
  if (by === "rules" || by === "wireshark") return null;
  return (
    <p className={styles.notShown}>
      {t("colourRules.notShown")}{" "}
      <button type="button" className={controls.link} onClick={() => colourBy("wireshark")}>
        {t("colourRules.show")}
      </button>
    </p>
  );
}
