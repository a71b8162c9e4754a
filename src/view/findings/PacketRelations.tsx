/** Which packets the chosen one acknowledges, and which acknowledged it: each a link. */
import { Fragment } from "react";
import { Trans } from "react-i18next";
import { cell } from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import type { Relations } from "../../store/findings.ts";
import { useTranslation } from "../translation.ts";
import styles from "./PacketFindings.module.css";
import { PacketLink } from "./PacketLink.tsx";

/** Packets named in one sentence; the others are counted. */
const NAMED = 6;

interface Props {
  readonly capture: Capture;
  readonly row: number;
  readonly relations: Relations;
  /** What the other side's sequence numbers count from; -1 for raw ones. */
  readonly base: number;
}

export function PacketRelations({ capture, row, relations, base }: Props) {
  const { t } = useTranslation();
  const { releases, holds, releasedBy, heldBy, acknowledgedBefore } = relations;
  if (releases.length + holds.length === 0 && releasedBy < 0 && heldBy < 0) return null;
  const { packets } = capture;
  const after = (later: number) => ((cell(packets, "time", later) - cell(packets, "time", row)) / 1e6).toFixed(3);
  const to = (cell(packets, "ack", row) - Math.max(base, 0)) >>> 0;
  // Before its first acknowledgment a side has none: the SYN that it acknowledges counts from 0.
  const from = acknowledgedBefore < 0 ? (to - 1) >>> 0 : (acknowledgedBefore - Math.max(base, 0)) >>> 0;
  return (
    <ul aria-label={t("findings.relations.title")} className={styles.relations}>
      {releases.length > 0 && (
        <li>
          <Trans
            i18nKey="findings.relations.releases"
            count={releases.length}
            values={{ from, more: (to - from) >>> 0, to }}
            components={{ packets: <Packets rows={releases} /> }}
          />
        </li>
      )}
      {holds.length > 0 && (
        <li>
          <Trans i18nKey="findings.relations.holds" components={{ packets: <Packets rows={holds} /> }} />
        </li>
      )}
      {heldBy >= 0 && <AnsweredBy kind="heldBy" row={heldBy} after={after(heldBy)} />}
      {releasedBy >= 0 && <AnsweredBy kind="releasedBy" row={releasedBy} after={after(releasedBy)} />}
    </ul>
  );
}

interface AnsweredByProps {
  readonly kind: "releasedBy" | "heldBy";
  readonly row: number;
  readonly after: string;
}

function AnsweredBy({ kind, row, after }: AnsweredByProps) {
  return (
    <li>
      <Trans
        i18nKey={`findings.relations.${kind}`}
        values={{ after }}
        components={{ packet: <PacketLink row={row} /> }}
      />
    </li>
  );
}

function Packets({ rows }: { readonly rows: readonly number[] }) {
  const { t } = useTranslation();
  const more = rows.length - NAMED;
  return (
    <>
      {rows.slice(0, NAMED).map((row, index) => (
        <Fragment key={row}>
          {index > 0 && t("list.items")}
          <PacketLink row={row} />
        </Fragment>
      ))}
      {more > 0 && ` ${t("findings.relations.more", { count: more })}`}
    </>
  );
}
