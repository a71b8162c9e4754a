/** The states of both ends after the chosen packet, each with the packet since which it holds. */
import { Trans } from "react-i18next";
import {
  CLIENT_INFERRED,
  SERVER_INFERRED,
  type StateChange,
  type StateHistory,
} from "../../core/analysis/state-history.ts";
import { TCP_STATES } from "../../core/analysis/tcp-states.ts";
import { placeOf } from "../../core/base/bisect.ts";
import { CLIENT_TO_SERVER, SERVER_TO_CLIENT } from "../../core/table/packet-table.ts";
import type { ConnectionFacts } from "../../store/connection-facts.ts";
import { selectedPacket } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { PacketLink } from "../findings/PacketLink.tsx";
import { useTranslation } from "../translation.ts";
import styles from "./ConnectionSummary.module.css";

export function StatesNow({ facts }: { readonly facts: ConnectionFacts }) {
  const { t } = useTranslation();
  const packet = useStore(selectedPacket);
  const place = packet === null ? -1 : placeOf(facts.rows, packet);
  if (packet === null || place < 0) return null;
  const { client, server, inferred } = facts.history;
  const ends = [
    { side: CLIENT_TO_SERVER, state: client[place]!, isInferred: (inferred[place]! & CLIENT_INFERRED) !== 0 },
    { side: SERVER_TO_CLIENT, state: server[place]!, isInferred: (inferred[place]! & SERVER_INFERRED) !== 0 },
  ] as const;
  return (
    <section>
      <h2>{t("summary.states.title", { number: packet + 1 })}</h2>
      <dl className={styles.states}>
        {ends.map(({ side, state, isInferred }) => (
          <div key={side}>
            <dt className={side === CLIENT_TO_SERVER ? styles.client : styles.server}>
              {t(side === CLIENT_TO_SERVER ? "summary.client" : "summary.server")}
            </dt>
            <dd>
              <b>{TCP_STATES[state]}</b>{" "}
              {isInferred && (
                <span className={styles.aside} title={t("summary.states.inferredWhy")}>
                  {t("summary.states.inferred")}
                </span>
              )}
              <Since facts={facts} change={lastChange(facts.history, side, place)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Since({ facts, change }: { readonly facts: ConnectionFacts; readonly change: StateChange | undefined }) {
  const { t } = useTranslation();
  if (!change) return <span className={styles.since}>{t("summary.states.start")}</span>;
  const { event, action } = change.transition;
  const word = event === "close" && action === "deleteTcb" ? "giveUp" : event;
  return (
    <span className={styles.since}>
      <Trans
        i18nKey="summary.states.since"
        values={{ event: t(`summary.states.events.${word}`) }}
        components={{ packet: <PacketLink row={facts.rows[change.cause]!} /> }}
      />
    </span>
  );
}

/** The change that led to an end's state after the packet at `place`; undefined while it has not changed. */
function lastChange({ changes }: StateHistory, side: number, place: number): StateChange | undefined {
  return changes.findLast((change) => change.side === side && change.after <= place);
}
