/** The chosen packet's bad checksums: what each should be, and whether it was to be filled in by the network card. */
import { type BadChecksum, badChecksums } from "../../core/inspect/checksums.ts";
import { valueText } from "../../core/protocols/inspection.ts";
import type { OpenPacket } from "../../store/packet.ts";
import { Icon } from "../parts/Icon.tsx";
import { shortName } from "../parts/packet-words.ts";
import { useTranslation } from "../translation.ts";
import styles from "./PacketChecksums.module.css";

const REASONS = ["partial", "empty", "either"] as const;
type Reason = (typeof REASONS)[number];

export function PacketChecksums({ packet }: { readonly packet: OpenPacket }) {
  const { t } = useTranslation();
  const bad = badChecksums(packet.details.layers);
  if (bad.length === 0) return null;
  return (
    <section aria-label={t("packet.checksum.title")} className={styles.checksums}>
      {REASONS.map((reason) => (
        <Checksums key={reason} reason={reason} bad={bad.filter(({ note }) => (note.offload ?? "either") === reason)} />
      ))}
    </section>
  );
}

/** Those that are bad for the same reason, and the reason once. */
function Checksums({ reason, bad }: { readonly reason: Reason; readonly bad: readonly BadChecksum[] }) {
  const { t } = useTranslation();
  if (bad.length === 0) return null;
  return (
    <div className={styles.reason}>
      <Icon name="checksum" />
      <div>
        {bad.map(({ layer, node, note }) => (
          <p key={`${layer.at} ${node.bit}`}>
            <b>{t("packet.checksum.isBad", { protocol: shortName(layer.title) })}</b>{" "}
            {t("packet.checksum.values", { stored: node.text, expected: valueText(node.field, note.expected) })}
          </p>
        ))}
        <p className={styles.why}>{t(`packet.checksum.why.${reason}`)}</p>
      </div>
    </div>
  );
}
