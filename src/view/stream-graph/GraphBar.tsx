/** What is above the graph: which direction shows, and how large. */
import controls from "../parts/controls.module.css";
import { SteadyButton } from "../parts/SteadyButton.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./StreamGraph.module.css";
import type { GraphZoom } from "./use-graph-view.ts";

const SHOWN = ["out", "back", "both"] as const;
export type Shown = (typeof SHOWN)[number];

interface GraphBarProps {
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly zoom: GraphZoom;
}

export function GraphBar({ shown, onShow, zoom }: GraphBarProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.bar}>
      <fieldset className={styles.choice} aria-label={t("streamGraph.directions")}>
        {SHOWN.map((one) => (
          <label key={one}>
            <input type="radio" name="graph-direction" checked={shown === one} onChange={() => onShow(one)} />
            {t(`streamGraph.${one}`)}
          </label>
        ))}
      </fieldset>
      <fieldset className={styles.choice} aria-label={t("streamGraph.zoom")}>
        <button type="button" className={controls.button} onClick={() => zoom.zoom(-1)}>
          {t("streamGraph.zoomOut")}
        </button>
        <button type="button" className={controls.button} onClick={() => zoom.zoom(1)}>
          {t("streamGraph.zoomIn")}
        </button>
        <SteadyButton className={controls.button} isOff={zoom.isWhole} onClick={zoom.fit}>
          {t("streamGraph.fit")}
        </SteadyButton>
      </fieldset>
    </div>
  );
}
