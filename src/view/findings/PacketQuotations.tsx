/** What the chosen packet quotes, and which ICMP errors quote it: each a link. */
import { Trans } from "react-i18next";
import { cell } from "../../core/table/packet-table.ts";
import { QUOTES_NOTHING } from "../../core/table/quote-rows.ts";
import { packetQuotations } from "../../store/quotations.ts";
import { openCapture } from "../../store/selectors.ts";
import { useStore } from "../../store/store.ts";
import { useTranslation } from "../translation.ts";
import styles from "./PacketFindings.module.css";
import { PacketLink } from "./PacketLink.tsx";

/** Errors named; who quotes a packet more often is a loop of routers. */
const NAMED = 6;

export function PacketQuotations({ row }: { readonly row: number }) {
  const { t } = useTranslation();
  const capture = useStore(openCapture);
  const { quoted, errors } = useStore(packetQuotations);
  if (!capture || (quoted === QUOTES_NOTHING && errors.length === 0)) return null;
  const time = (of: number) => cell(capture.packets, "time", of);
  const between = (from: number, to: number) => ((time(to) - time(from)) / 1e6).toFixed(3);
  return (
    <ul aria-label={t("quotations.title")} className={`${styles.relations} ${styles.alone}`}>
      {quoted >= 0 && (
        <li>
          <Trans
            i18nKey="quotations.quotesPacket"
            values={{ before: between(quoted, row) }}
            components={{ packet: <PacketLink row={quoted} /> }}
          />
        </li>
      )}
      {quoted < 0 && quoted !== QUOTES_NOTHING && <li>{t("quotations.quotesUnknown")}</li>}
      {errors.slice(0, NAMED).map((error) => (
        <li key={error}>
          <Trans
            i18nKey="quotations.quotedBy"
            values={{ after: between(row, error) }}
            components={{ packet: <PacketLink row={error} /> }}
          />
        </li>
      ))}
    </ul>
  );
}
