/** What was offered and measured of both sides, in two columns. */
import type { ConnectionSummary } from "../../core/analysis/connection-summary.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ConnectionSummary.module.css";
import { FactLink } from "./FactLink.tsx";
import { type Fact, sideFacts } from "./side-facts.ts";

export function SideFacts({ summary }: { readonly summary: ConnectionSummary }) {
  const { t, language } = useTranslation();
  return (
    <div className={styles.sides}>
      <div className={styles.line} aria-hidden="true">
        <span />
        <span className={styles.client}>{t("summary.client")}</span>
        <span className={styles.server}>{t("summary.server")}</span>
      </div>
      <dl>
        {sideFacts(summary, { t, language }).map(({ term, client, server }) => (
          <div key={term} className={styles.line}>
            <dt>{t(`summary.terms.${term}`)}</dt>
            <Value side={t("summary.client")} fact={client} />
            <Value side={t("summary.server")} fact={server} />
          </div>
        ))}
      </dl>
    </div>
  );
}

function Value({ side, fact: { text, row, why } }: { readonly side: string; readonly fact: Fact }) {
  return (
    <dd title={why || undefined}>
      <span className="visually-hidden">{side}: </span>
      {row < 0 ? text : <FactLink row={row}>{text}</FactLink>}
    </dd>
  );
}
