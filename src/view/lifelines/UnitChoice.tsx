/** What lifelines stand for; the lengths of subnets' prefixes; how far link addresses are read. */
import { LIFELINE_UNITS, type LifelineUnit, type Prefixes } from "../../core/ladder/hosts/arrangement.ts";
import { arrangement, captureLinks } from "../../store/arranged-hosts.ts";
import { showPrefixes, showUnit, stopReadingLinks } from "../../store/lifelines.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./LifelineIndex.module.css";

export function UnitChoice() {
  const { t } = useTranslation();
  const { unit, prefixes } = useStore(arrangement);
  const isReading = useStore((state) => openCapture(state)?.state === "reading");
  return (
    <div className={styles.unit}>
      <label>
        {t("lifelines.unit")}
        <select
          className={controls.select}
          value={unit}
          onChange={({ target }) => showUnit(target.value as LifelineUnit /* its options */)}
        >
          {LIFELINE_UNITS.map((each) => (
            <option key={each} value={each} disabled={each === "link" && isReading}>
              {t(`lifelines.units.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {unit === "subnet" && <PrefixFields prefixes={prefixes} />}
      <Links />
    </div>
  );
}

function PrefixFields({ prefixes }: { readonly prefixes: Prefixes }) {
  const { t } = useTranslation();
  const field = (of: keyof Prefixes, label: string, most: number) => (
    <label>
      {label} /
      <input
        type="number"
        className={styles.prefix}
        min={0}
        max={most}
        value={prefixes[of]}
        onChange={({ target }) => showPrefixes({ ...prefixes, [of]: target.valueAsNumber })}
      />
    </label>
  );
  return (
    <>
      {field("ipv4", t("lifelines.prefixIpv4"), 32)}
      {field("ipv6", t("lifelines.prefixIpv6"), 128)}
    </>
  );
}

/** How far reading link addresses is; why it failed. */
function Links() {
  const { t } = useTranslation();
  const links = useStore(captureLinks);
  const total = useStore((state) => openCapture(state)?.packets.length ?? 0);
  if (links?.phase === "failed") {
    return (
      <p role="alert" className={styles.said}>
        {t("lifelines.failed", { message: links.message })}
      </p>
    );
  }
  if (links?.phase !== "reading") return null;
  return (
    <p className={styles.said}>
      <progress aria-label={t("lifelines.readingLabel")} max={Math.max(total, 1)} value={links.packets} />
      <span>{t("lifelines.reading", { done: links.packets, total })}</span>
      <button type="button" className={controls.link} onClick={stopReadingLinks}>
        {t("lifelines.stop")}
      </button>
    </p>
  );
}
