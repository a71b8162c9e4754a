/** Even rows or rows to scale, and how large they are drawn. */
import { resetZoom, showSlants, showToScale } from "../../store/scale.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import styles from "./LadderPanel.module.css";
import { Switch } from "./ShownParts.tsx";
import scaled from "./scaled.module.css";
import { type ZoomAxis, zoomStep } from "./zooming.ts";

/** The two ways in which rows can stand. */
export function ScaleChoice() {
  const { t } = useTranslation();
  const { isToScale } = useStore((state) => state.scale);
  const choice = (isScaled: boolean, name: string, what?: string) => (
    <button
      type="button"
      title={what}
      aria-pressed={isToScale === isScaled}
      className={isToScale === isScaled ? styles.chosen : ""}
      onClick={() => showToScale(isScaled)}
    >
      {name}
    </button>
  );
  return (
    <fieldset aria-label={t("scale.rows")} className={styles.choice}>
      {choice(false, t("scale.even"))}
      {choice(true, t("scale.toScale"), t("scale.toScaleWhat"))}
    </fieldset>
  );
}

/** Larger, smaller, and as it was. */
export function ZoomButtons() {
  const { t } = useTranslation();
  const button = (name: string, sign: string, onClick: () => void) => (
    <button type="button" className={scaled.step} aria-label={name} title={name} onClick={onClick}>
      {sign}
    </button>
  );
  return (
    <fieldset aria-label={t("scale.zoom")} className={`${scaled.controls} ${scaled.corner}`}>
      {button(t("scale.zoomOut"), "−", () => zoomStep("rows", -1))}
      {button(t("scale.reset"), "0", resetZoom)}
      {button(t("scale.zoomIn"), "+", () => zoomStep("rows", 1))}
    </fieldset>
  );
}

/** Lines of the ladder's menu: slants, and the distance of the lifelines. */
export function ScaleSwitches() {
  const { t } = useTranslation();
  const { isToScale, isSlanted } = useStore((state) => state.scale);
  const step = (name: string, axis: ZoomAxis, by: 1 | -1, sign: string) => (
    <button type="button" className={scaled.step} aria-label={name} title={name} onClick={() => zoomStep(axis, by)}>
      {sign}
    </button>
  );
  return (
    <>
      {isToScale && (
        <Switch name={t("scale.slants")} what={t("scale.slantsWhat")} isOn={isSlanted} onChange={showSlants} />
      )}
      <span className={scaled.controls}>
        {step(t("scale.narrower"), "pitch", -1, "→←")}
        {step(t("scale.wider"), "pitch", 1, "←→")}
      </span>
    </>
  );
}
