/** The facts line by line: what is asked, the answer, the packets that show it. */
import { Fragment } from "react";
import type { FactLine } from "../../core/facts/fact-lines.ts";
import { useTranslation } from "../translation.ts";
import { EvidenceLink } from "./EvidenceLink.tsx";
import styles from "./Facts.module.css";
import { lineWords } from "./fact-words.ts";

export function FactList({ lines }: { readonly lines: readonly FactLine[] }) {
  const { t } = useTranslation();
  return (
    <dl className={styles.lines}>
      {lines.map((line) => (
        <div key={line.term}>
          <dt>{t(`facts.terms.${line.term}`)}</dt>
          <dd>
            {lineWords(line, t)}
            <span className={styles.evidence}>
              {line.packets.map((packet, at) => (
                <Fragment key={packet}>
                  {at > 0 ? t("list.items") : " "}
                  <EvidenceLink packet={packet} />
                </Fragment>
              ))}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
