/** The heads of the columns of amounts as buttons, over what is drawn of them: each makes its column a wide graph, or slim. */
import type { Beside } from "../../core/ladder/beside.ts";
import type { GaugeColumn } from "../../core/ladder/gauge-columns.ts";
import { widenGauge } from "../../store/beside.ts";
import { useTranslation } from "../translation.ts";
import { HEAD_HEIGHT } from "./draw-head.ts";
import styles from "./GaugeHeads.module.css";

interface GaugeHeadsProps {
  readonly columns: readonly GaugeColumn[];
  readonly beside: Beside;
}

/** Around a head's words. */
const EDGE = 5;

export function GaugeHeads({ columns, beside: { most, words, gauges } }: GaugeHeadsProps) {
  const { t } = useTranslation();
  if (columns.length === 0) return null;
  return (
    <div className={styles.heads}>
      {columns.map(({ gauge, left, right }) => {
        const isWide = gauges.some((choice) => choice.gauge === gauge && choice.isWide);
        const name = t("beside.wider", {
          gauge: t(`beside.gaugeNames.${gauge}`),
          most: words.amount(gauge, most[gauge]),
          unit: t(`beside.units.${gauge}`),
        });
        return (
          <button
            key={gauge}
            type="button"
            className={styles.head}
            style={{ left: left - EDGE, width: right - left + 2 * EDGE, height: HEAD_HEIGHT - 1 }}
            aria-pressed={isWide}
            aria-label={name}
            title={name}
            onClick={() => widenGauge(gauge, !isWide)}
          />
        );
      })}
    </div>
  );
}
