/** Why the ladder is empty, in the place of it. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import {
  KIND_ARP,
  KIND_ICMP,
  KIND_ICMPV6,
  KIND_TCP,
  KIND_UDP,
  type PacketTable,
} from "../../core/table/packet-table.ts";
import type { Capture } from "../../store/capture.ts";
import styles from "./LadderPanel.module.css";

interface NoArrowsProps {
  readonly capture: Capture;
  readonly connection: number | null;
}

/** Says what the capture holds instead; nothing while it is being read, for TCP may come yet. */
export function NoArrows({ capture, connection }: NoArrowsProps) {
  const { t } = useTranslation();
  const { packets } = capture;
  const isQuoted = connection !== null;
  const holds = useMemo(() => (isQuoted ? t("ladder.quoted") : contentsOf(packets, t)), [isQuoted, packets, t]);
  if (capture.state === "reading") return null;
  return (
    <p className={styles.empty}>
      <b>{t(isQuoted ? "ladder.noPackets" : "ladder.noTcp")}</b> {holds}
    </p>
  );
}

/** Names of protocols, the same in every language. */
const KINDS: Readonly<Record<number, string>> = {
  [KIND_TCP]: "TCP",
  [KIND_UDP]: "UDP",
  [KIND_ICMP]: "ICMP",
  [KIND_ICMPV6]: "ICMPv6",
  [KIND_ARP]: "ARP",
};

/** "It holds 212 packets: 180 UDP, 32 ARP." */
function contentsOf(packets: PacketTable, t: TFunction): string {
  const counts = new Map<string, number>();
  for (const { length, kind } of packets.chunks) {
    for (let i = 0; i < length; i++) {
      const name = KINDS[kind[i]!] ?? t("ladder.otherKind");
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const kinds = [...counts].sort(([, a], [, b]) => b - a);
  return t("ladder.holds", {
    count: packets.length,
    kinds: kinds.map(([kind, count]) => t("ladder.kindCount", { count, kind })).join(", "),
  });
}
