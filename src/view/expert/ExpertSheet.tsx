/** The sheet of all findings by severity and kind. */
import { useState } from "react";
import { SEVERITIES } from "../../core/analysis/expert.ts";
import { captureEntries, connectionEntries, showExpert } from "../../store/expert.ts";
import { openCapture, selectedConnection } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { Sheet } from "../parts/Sheet.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ExpertSheet.module.css";
import { KindEntry } from "./KindEntry.tsx";

const WIDTH = 560;

export function ExpertSheet() {
  const { t } = useTranslation();
  const isOpen = useStore((state) => state.isExpertOpen && openCapture(state) !== null);
  if (!isOpen) return null;
  return (
    <Sheet title={t("expert.title")} closeLabel={t("expert.close")} width={WIDTH} onClose={() => showExpert(false)}>
      <Entries />
    </Sheet>
  );
}

function Entries() {
  const { t } = useTranslation();
  const canLimit = useStore((state) => selectedConnection(state) !== null);
  const [isLimited, setLimited] = useState(false);
  const entries = useStore(canLimit && isLimited ? connectionEntries : captureEntries);
  const isReading = useStore((state) => openCapture(state)?.state === "reading");
  return (
    <div className={styles.entries}>
      {canLimit && <Scope isLimited={isLimited} onChange={setLimited} />}
      {isReading && <p>{t("expert.reading")}</p>}
      {entries.length === 0 && <p>{t("expert.none")}</p>}
      {SEVERITIES.map((severity) => {
        const of = entries.filter(({ kind }) => kind.severity === severity);
        if (of.length === 0) return null;
        const count = of.reduce((sum, { rows }) => sum + rows.length, 0);
        return (
          <section key={severity} className={severity === "error" || severity === "warn" ? styles.grave : ""}>
            <h3>
              {t(`expert.severities.${severity}`)} <span>{t("expert.inAll", { count })}</span>
            </h3>
            {of.map((entry) => (
              <KindEntry key={entry.kind.key} entry={entry} />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface ScopeProps {
  readonly isLimited: boolean;
  readonly onChange: (isLimited: boolean) => void;
}

function Scope({ isLimited, onChange }: ScopeProps) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.scope}>
      <legend>{t("expert.scope")}</legend>
      {[false, true].map((limited) => (
        <label key={String(limited)}>
          <input type="radio" name="expert-scope" checked={isLimited === limited} onChange={() => onChange(limited)} />
          {t(limited ? "expert.connection" : "expert.all")}
        </label>
      ))}
    </fieldset>
  );
}
