/** What the analysis says of the chosen packet: its findings with rule and numbers, and who acknowledges whom. */
import { useMemo } from "react";
import { Trans } from "react-i18next";
import type { Evidence } from "../../core/analysis/evidence.ts";
import { CLIENT_TO_SERVER, cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import { packetFindings } from "../../store/findings.ts";
import { shownNumbers } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { findingTitle } from "../parts/core-words.ts";
import { Icon } from "../parts/Icon.tsx";
import { useTranslation } from "../translation.ts";
import { type Bases, evidenceWords, ruleWords, sourceWords } from "./evidence-words.ts";
import { HeldStrip } from "./HeldStrip.tsx";
import styles from "./PacketFindings.module.css";
import { PacketLink } from "./PacketLink.tsx";
import { PacketRelations } from "./PacketRelations.tsx";

export function PacketFindings({ capture, row }: { readonly capture: Capture; readonly row: number }) {
  const { t } = useTranslation();
  const numbers = useStore(shownNumbers);
  const { evidence, relations, held } = useMemo(() => packetFindings(capture, row), [capture, row]);
  if (!relations) return null;
  const bases = numbers === "raw" ? { seq: -1, ack: -1 } : basesOf(capture, row);
  return (
    <section aria-label={t("findings.title")} className={styles.findings}>
      {evidence.map((one) => (
        <Finding key={one.finding.key} evidence={one} bases={bases} />
      ))}
      {held && (
        <HeldStrip
          held={held}
          isOfClient={cell(capture.packets, "direction", row) !== CLIENT_TO_SERVER}
          base={bases.ack}
        />
      )}
      <PacketRelations capture={capture} row={row} relations={relations} base={bases.ack} />
    </section>
  );
}

function Finding({ evidence, bases }: { readonly evidence: Evidence; readonly bases: Bases }) {
  const { t } = useTranslation();
  const { finding, related } = evidence;
  return (
    <div className={`${styles.finding} ${finding.severity === "chat" ? "" : styles.trouble}`}>
      <Icon name={finding.severity === "chat" ? "comment" : "trouble"} />
      <div>
        <p className={styles.head}>
          <b>{findingTitle(finding, t)}</b>{" "}
          <span className={styles.severity}>{t(`findings.severity.${finding.severity}`)}</span>
        </p>
        <p>{evidenceWords(evidence, bases, t)}</p>
        {finding.related && (
          <p>
            {related < 0 ? (
              t("findings.notCaptured")
            ) : (
              <Trans
                i18nKey={`findings.related.${finding.related}`}
                components={{ packet: <PacketLink row={related} /> }}
              />
            )}
          </p>
        )}
        <p className={styles.rule}>
          {ruleWords(finding, t)} {t("findings.source", { source: sourceWords(finding.source, t) })}
        </p>
      </div>
    </div>
  );
}

function basesOf({ packets, connections }: Capture, row: number): Bases {
  const connection = cell(packets, "connection", row);
  const { seqBaseOut, seqBaseIn } = connections.columns;
  const isOut = cell(packets, "direction", row) === CLIENT_TO_SERVER;
  const out = seqBaseOut[connection] ?? -1;
  const back = seqBaseIn[connection] ?? -1;
  return isOut ? { seq: out, ack: back } : { seq: back, ack: out };
}
