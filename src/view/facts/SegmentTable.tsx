/** The first segments with data, with their times and the ACKs of them. */
import type { ConversationFacts } from "../../core/facts/conversation-facts.ts";
import { useTranslation } from "../translation.ts";
import { EvidenceLink } from "./EvidenceLink.tsx";
import styles from "./Facts.module.css";
import { SEGMENT_HEADS, segmentCells } from "./fact-words.ts";

/** Columns that name a packet. */
const PACKETS: readonly string[] = ["packet", "ack"];

export function SegmentTable({ facts }: { readonly facts: ConversationFacts }) {
  const { t } = useTranslation();
  if (facts.first.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls it by keys
    <section className={styles.wide} aria-label={t("facts.segments.title")} tabIndex={0}>
      <table className={styles.segments}>
        <caption>{t("facts.segments.title")}</caption>
        <thead>
          <tr>
            {SEGMENT_HEADS.map((head) => (
              <th key={head} scope="col">
                {t(`facts.segments.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {facts.first.map(({ place }, at) => (
            <tr key={place}>
              {segmentCells(facts, at, t).map((cell, column) => (
                <td key={SEGMENT_HEADS[column]}>
                  {PACKETS.includes(SEGMENT_HEADS[column] ?? "") && Number(cell) > 0 ? (
                    <EvidenceLink packet={Number(cell)} isBare />
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
