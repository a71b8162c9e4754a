/** Switches of what stands beside and behind the arrows, for the ladder's menu. */
import { GAUGES, type Gauge } from "../../core/ladder/gauges.ts";
import { showBeside, showGauge, shownBeside } from "../../store/beside.ts";
import { selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import styles from "./BesideChecks.module.css";
import { Switch } from "./ShownParts.tsx";

export function BesideChecks() {
  const { t } = useTranslation();
  const { phases, missing, sacks, gauges } = useStore(shownBeside);
  const isConnection = useStore((state) => selectedConnection(state) !== null);
  const isShown = (gauge: Gauge) => gauges.some((choice) => choice.gauge === gauge);
  return (
    <>
      {isConnection && (
        <Switch name={t("beside.menu.phases")} isOn={phases} onChange={(isOn) => showBeside({ phases: isOn })} />
      )}
      <Switch name={t("beside.menu.missing")} isOn={missing} onChange={(isOn) => showBeside({ missing: isOn })} />
      <Switch name={t("beside.menu.sacks")} isOn={sacks} onChange={(isOn) => showBeside({ sacks: isOn })} />
      <fieldset className={styles.group}>
        <legend>{t("beside.menu.gauges")}</legend>
        {GAUGES.map((gauge) => (
          <Switch
            key={gauge}
            name={t(`beside.gaugeNames.${gauge}`)}
            isOn={isShown(gauge)}
            onChange={(isOn) => showGauge(gauge, isOn)}
          />
        ))}
        <p>{t("beside.menu.gaugesWhat")}</p>
      </fieldset>
    </>
  );
}
