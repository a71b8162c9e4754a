/** How the connection opened and ended, how long it took, and how much of it was captured. */
import type { ReactNode } from "react";
import { Trans } from "react-i18next";
import type { ConnectionSummary } from "../../core/analysis/connection-summary.ts";
import type { EndingPacket } from "../../core/analysis/ending.ts";
import type { Rate, SideSummary } from "../../core/analysis/side-summary.ts";
import type { en } from "../../locales/en.ts";
import { PacketLink } from "../findings/PacketLink.tsx";
import { useAmounts } from "../parts/amounts.ts";
import { useTranslation } from "../translation.ts";
import styles from "./ConnectionSummary.module.css";
import { FactLink } from "./FactLink.tsx";

export function CourseFacts({ summary }: { readonly summary: ConnectionSummary }) {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const { opening, capturePoint, ending, client, server } = summary;
  const { times } = opening;
  return (
    <dl className={styles.course}>
      <Line term="opened">
        <Opened opening={opening} />
      </Line>
      {times && (
        <Line term="roundTrip">
          {t("summary.roundTrip", {
            total: amounts.duration(times.total),
            toServer: amounts.duration(times.toServer),
            toClient: amounts.duration(times.toClient),
          })}
          {times.isAmbiguous && <Remark>{t("summary.ambiguous")}</Remark>}
        </Line>
      )}
      {times && <Line term="captured">{t(`summary.captured.${capturePoint}`)}</Line>}
      <FirstNumber term="clientFirst" side={client} />
      <FirstNumber term="serverFirst" side={server} />
      <Line term="ended">
        <Ended ending={ending} />
      </Line>
      {(client.throughput.bytes > 0 || server.throughput.bytes > 0) && (
        <Line term="throughput">
          <Throughput side="client" rate={client.throughput} />
          <Throughput side="server" rate={server.throughput} />
        </Line>
      )}
      <Line term="duration">{amounts.duration(summary.duration)}</Line>
      <Line term="seen">{summary.completeness}</Line>
    </dl>
  );
}

interface LineProps {
  readonly term: keyof typeof en.summary.terms;
  readonly children: ReactNode;
}

function Line({ term, children }: LineProps) {
  const { t } = useTranslation();
  return (
    <div>
      <dt>{t(`summary.terms.${term}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const Remark = ({ children }: { readonly children: ReactNode }) => <span className={styles.since}>{children}</span>;

function FirstNumber({ term, side }: { readonly term: LineProps["term"]; readonly side: SideSummary }) {
  const { t } = useTranslation();
  if (!side.initialSeq) return null;
  const { raw, row } = side.initialSeq;
  return (
    <Line term={term}>
      <FactLink row={row}>{t("summary.values.raw", { raw: String(raw) })}</FactLink>
    </Line>
  );
}

function Throughput({ side, rate }: { readonly side: "client" | "server"; readonly rate: Rate }) {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const { bytes, nanoseconds, bytesPerSecond } = rate;
  if (bytesPerSecond === null) return null;
  return (
    <span className={styles.since} title={t("summary.throughputWhy")}>
      <span className={styles[side]}>{t(`summary.${side}`)}</span>{" "}
      {t("summary.throughput", {
        rate: amounts.bytes(bytesPerSecond),
        count: bytes,
        time: amounts.duration(nanoseconds),
      })}
    </span>
  );
}

function Opened({ opening }: { readonly opening: ConnectionSummary["opening"] }) {
  const { t } = useTranslation();
  const { syn, synAck, ack, syns, isSimultaneous, earlyBytes } = opening;
  const links = {
    syn: <PacketLink row={syn} />,
    synAck: <PacketLink row={synAck} />,
    ack: <PacketLink row={ack} />,
  };
  return (
    <>
      <Trans i18nKey={`summary.opened.${openedKind(opening)}`} components={links} />
      {syns > 1 && <Remark>{t("summary.opened.again", { count: syns - 1 })}</Remark>}
      {isSimultaneous && <Remark>{t("summary.opened.simultaneous")}</Remark>}
      {earlyBytes > 0 && <Remark>{t("summary.opened.early", { count: earlyBytes })}</Remark>}
    </>
  );
}

function openedKind({ syn, synAck, ack }: ConnectionSummary["opening"]) {
  if (syn < 0) return synAck < 0 ? "notCaptured" : "synMissing";
  if (synAck < 0) return ack < 0 ? "unanswered" : "answerMissing";
  return ack < 0 ? "unfinished" : "handshake";
}

function Ended({ ending }: { readonly ending: ConnectionSummary["ending"] }) {
  const { t } = useTranslation();
  const { state, fins, isSimultaneous, bytesAfterFin, reset } = ending;
  const [first, second] = fins;
  const side = (packet: EndingPacket | null | undefined) => t(packet?.side === 0 ? "summary.client" : "summary.server");
  const kind = second ? (isSimultaneous ? "atOnce" : "fins") : first ? "fin" : reset ? null : "open";
  return (
    <>
      {kind && (
        <Trans
          i18nKey={`summary.ended.${kind}`}
          values={{ first: side(first), second: side(second) }}
          components={{
            fin: <PacketLink row={first?.row ?? -1} />,
            otherFin: <PacketLink row={second?.row ?? -1} />,
          }}
        />
      )}
      {bytesAfterFin > 0 && <Remark>{t("summary.ended.halfClosed", { count: bytesAfterFin })}</Remark>}
      {reset && (
        <span className={kind ? styles.since : undefined}>
          <Trans
            i18nKey={`summary.ended.${state === "refused" ? "refused" : "reset"}`}
            values={{ first: side(reset) }}
            components={{ rst: <PacketLink row={reset.row} /> }}
          />
        </span>
      )}
    </>
  );
}
