/** What EstimatedRTT is after each ACK, with its arithmetic. */
import type { ConversationFacts } from "../../core/facts/conversation-facts.ts";
import { useTranslation } from "../translation.ts";
import { EvidenceLink } from "./EvidenceLink.tsx";
import styles from "./Facts.module.css";
import { tripWords } from "./fact-words.ts";

/** Sums that show; the text has more of them. */
const SHOWN = 50;

export function RoundTrips({ facts }: { readonly facts: ConversationFacts }) {
  const { t } = useTranslation();
  const { trips, numbers } = facts;
  const { rows } = numbers.segments;
  if (trips.count === 0) return null;
  const count = trips.count - SHOWN;
  return (
    <section className={styles.trips}>
      <h3>{t("facts.trips.title")}</h3>
      <p>{t("facts.trips.rule")}</p>
      <ol>
        {trips.first.slice(0, SHOWN).map((trip) => (
          <li key={trip.ack}>
            <EvidenceLink packet={rows[trip.ack]! + 1} />
            <span>{tripWords(trip, t)}</span>
          </li>
        ))}
      </ol>
      {count > 0 && <p>{t("facts.trips.more", { count })}</p>}
    </section>
  );
}
