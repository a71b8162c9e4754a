/** What happens to the segment: lost, late or delivered twice, how often or by how much; and the least timeout. */
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import { type Asked, MOST_LATE, TIMES } from "./asked.ts";
import styles from "./WhatIf.module.css";

interface ChangeControlsProps {
  readonly asked: Asked;
  /** Its place in the undisturbed run. */
  readonly segment: number;
  readonly onAsk: (asked: Asked) => void;
}

const DOES = ["drop", "delay", "duplicate"] as const;
const RULES = ["rfc", "linux"] as const;

export function ChangeControls({ asked, segment, onAsk }: ChangeControlsProps) {
  const { t } = useTranslation();
  const name = t("whatIf.change", { segment: segment + 1 });
  return (
    <div className={styles.controls}>
      <fieldset className={styles.does} aria-label={name}>
        <span aria-hidden="true">{name}:</span>
        {DOES.map((does) => (
          <label key={does}>
            <input
              type="radio"
              name="what-if-does"
              checked={asked.does === does}
              onChange={() => onAsk({ ...asked, does })}
            />
            {t(`whatIf.does.${does}`)}
          </label>
        ))}
      </fieldset>
      {asked.does === "drop" ? <Times asked={asked} onAsk={onAsk} /> : <By asked={asked} onAsk={onAsk} />}
      <label>
        {t("whatIf.rule")}
        <select
          className={controls.select}
          value={asked.rule}
          onChange={({ target }) => onAsk({ ...asked, rule: RULES.find((rule) => rule === target.value) ?? "rfc" })}
        >
          {RULES.map((rule) => (
            <option key={rule} value={rule}>
              {t(`whatIf.rules.${rule}`)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

type PartProps = Pick<ChangeControlsProps, "asked" | "onAsk">;

function Times({ asked, onAsk }: PartProps) {
  const { t } = useTranslation();
  const words = (times: number) => {
    if (times === 1) return t("whatIf.timesOnce");
    return Number.isFinite(times) ? t("whatIf.timesMore", { count: times }) : t("whatIf.timesAlways");
  };
  return (
    <label>
      {t("whatIf.times")}
      <select
        className={controls.select}
        value={String(asked.times)}
        onChange={({ target }) => onAsk({ ...asked, times: Number(target.value) })}
      >
        {TIMES.map((times) => (
          <option key={times} value={String(times)}>
            {words(times)}
          </option>
        ))}
      </select>
    </label>
  );
}

function By({ asked, onAsk }: PartProps) {
  const { t } = useTranslation();
  return (
    <label>
      {t("whatIf.by")}
      <input
        type="number"
        className={styles.number}
        min={0}
        max={MOST_LATE}
        step="any"
        value={asked.by}
        onChange={({ target }) => {
          const by = target.valueAsNumber;
          if (by >= 0 && by <= MOST_LATE) onAsk({ ...asked, by });
        }}
      />
    </label>
  );
}
