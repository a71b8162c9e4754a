/** What is to be said of a ladder beside its arrows. */
import type { TFunction } from "i18next";
import { useMemo } from "react";
import type { FlowType } from "../../core/ladder/flow-packets.ts";
import type { LifelineUnit } from "../../core/ladder/hosts/arrangement.ts";
import { addressesOf } from "../../core/ladder/hosts/flow-pairs.ts";
import {
  KIND_ARP,
  KIND_ICMP,
  KIND_ICMPV6,
  KIND_TCP,
  KIND_UDP,
  type PacketTable,
} from "../../core/table/packet-table.ts";
import { arrangedHosts, arrangement } from "../../store/arranged-hosts.ts";
import type { Capture } from "../../store/capture.ts";
import { showAllLifelines } from "../../store/lifelines.ts";
import { unplacedPackets } from "../../store/selectors.ts";
import { appliedFilter } from "../../store/shown-rows.ts";
import { useStore } from "../../store/store.ts";
import { HiddenWords } from "../lifelines/HiddenWords.tsx";
import controls from "../parts/controls.module.css";
import { useTranslation } from "../translation.ts";
import styles from "./LadderPanel.module.css";

interface LadderNotesProps {
  readonly capture: Capture;
  /** Row of the connection table, or whose packets show. */
  readonly shown: number | FlowType;
  /** No arrow is drawn. */
  readonly isEmpty: boolean;
}

/** Why the ladder is empty, or what it leaves out; nothing of what may come yet while the capture is being read. */
export function LadderNotes({ capture, shown, isEmpty }: LadderNotesProps) {
  const { t } = useTranslation();
  const unplaced = useStore(unplacedPackets);
  const isSomeHidden = useStore((state) => (arrangedHosts(state)?.hiddenLifelines ?? 0) > 0);
  const unit = useStore((state) => arrangement(state).unit);
  const isFiltered = useStore((state) => appliedFilter(state) !== null);
  const isRead = capture.state !== "reading";
  const isQuoted = isEmpty && !isFiltered && typeof shown === "number";
  const hasNoTcp = isRead && capture.connections.length === 0;
  return (
    <>
      {isRead && isQuoted && (
        <p className={styles.note}>
          <b>{t("ladder.noPackets")}</b> {t("ladder.quoted")}
        </p>
      )}
      {hasNoTcp && (
        <p className={styles.note}>
          <b>{t("ladder.noTcp")}</b> <Contents packets={capture.packets} />
        </p>
      )}
      {isRead && isEmpty && !isFiltered && !isQuoted && shown !== "tcp" && unplaced === 0 && !isSomeHidden && (
        <p className={styles.note}>
          <b>{t("ladder.noneOfFlow")}</b> {!hasNoTcp && <Contents packets={capture.packets} />}
        </p>
      )}
      {unplaced > 0 && <p className={styles.note}>{t(UNPLACED[unit] ?? "ladder.unplaced", { count: unplaced })}</p>}
      {unit === "subnet" && typeof shown !== "number" && <Merged />}
      {isSomeHidden && (
        <p className={styles.note}>
          <HiddenWords />{" "}
          <button type="button" className={controls.link} onClick={showAllLifelines}>
            {t("lifelines.showAll")}
          </button>
        </p>
      )}
    </>
  );
}

/** What packets lack by what lifelines stand for; for all others, addresses of any kind. */
const UNPLACED: Readonly<Partial<Record<LifelineUnit, "lifelines.unplacedNetwork" | "lifelines.unplacedLink">>> = {
  network: "lifelines.unplacedNetwork",
  link: "lifelines.unplacedLink",
};

/** How many addresses share how many lifelines. */
function Merged() {
  const { t } = useTranslation();
  const of = useStore(arrangedHosts)?.of;
  const addresses = useMemo(() => (of ? addressesOf(of.of) : 0), [of]);
  const subnets = of?.ends.length ?? 0;
  if (subnets === addresses) return null;
  return (
    <p className={styles.note}>
      {t("lifelines.merged", {
        addresses: t("lifelines.addresses", { count: addresses }),
        subnets: t("lifelines.all", { count: subnets }),
      })}
    </p>
  );
}

/** What the capture holds instead. */
function Contents({ packets }: { readonly packets: PacketTable }) {
  const { t } = useTranslation();
  return useMemo(() => contentsOf(packets, t), [packets, t]);
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
    kinds: kinds.map(([kind, count]) => t("ladder.kindCount", { count, kind })).join(t("list.items")),
  });
}
