// biome-ignore-all lint/a11y/useSemanticElements: no native list shows three lines an entry
/** One connection: who speaks with whom, what each sent, how long, and how it ended. */
import { memo } from "react";
import { connectionState } from "../../core/analysis/connection-state.ts";
import type { ConnectionTable } from "../../core/table/connection-table.ts";
import type { NamedAddresses } from "../../core/table/named-addresses.ts";
import { selectConnection } from "../../store/actions.ts";
import { useAmounts } from "../parts/amounts.ts";
import { useTranslation } from "../translation.ts";
import styles from "./Connections.module.css";

export interface ConnectionOptionProps {
  readonly connections: ConnectionTable;
  readonly addresses: NamedAddresses;
  readonly row: number;
  /** Px from the top of the scrolled element. */
  readonly top: number;
  readonly isChosen: boolean;
  readonly onChosen?: (() => void) | undefined;
}

export const ConnectionOption = memo(function ConnectionOption(props: ConnectionOptionProps) {
  const { connections, row, top, isChosen, onChosen } = props;
  const words = useConnectionWords(props);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys
    <div
      role="option"
      tabIndex={isChosen ? 0 : -1}
      aria-selected={isChosen}
      aria-posinset={row + 2}
      aria-setsize={connections.length + 1}
      aria-label={words.name}
      className={styles.option}
      style={{ top }}
      onClick={() => {
        selectConnection(row);
        onChosen?.();
      }}
    >
      <span className={styles.client} title={words.sent}>
        <span className={styles.endpoint} title={words.clientAddress}>
          {words.client}
        </span>
        <span className={styles.amount}>{words.bytesOut}</span>
      </span>
      <span className={styles.server} title={words.received}>
        <span className={styles.endpoint} title={words.serverAddress}>
          {words.server}
        </span>
        <span className={styles.amount}>{words.bytesIn}</span>
      </span>
      <span className={styles.note}>{words.summary}</span>
    </div>
  );
});

function useConnectionWords({ connections, addresses, row }: ConnectionOptionProps) {
  const { t } = useTranslation();
  const amounts = useAmounts();
  const { columns } = connections;
  const client = endpoint(addresses.text(columns.client[row]!), columns.clientPort[row]!);
  const server = endpoint(addresses.text(columns.server[row]!), columns.serverPort[row]!);
  const packets = t("connections.packets", { count: columns.packetsOut[row]! + columns.packetsIn[row]! });
  const duration = amounts.duration(columns.lastTime[row]! - columns.firstTime[row]!);
  const state = t(`connections.states.${connectionState(connections, row)}`);
  const bytesOut = amounts.bytes(columns.bytesOut[row]!);
  const bytesIn = amounts.bytes(columns.bytesIn[row]!);
  const sizes = { sent: bytesOut, received: bytesIn };
  return {
    client,
    server,
    // Where a name stands for it.
    clientAddress: addresses.behind(columns.client[row]!) || undefined,
    serverAddress: addresses.behind(columns.server[row]!) || undefined,
    bytesOut,
    bytesIn,
    sent: t("connections.sent", { bytes: bytesOut }),
    received: t("connections.received", { bytes: bytesIn }),
    summary: t("connections.summary", { packets, duration, state }),
    name: t("connections.name", { client, server, packets, duration, state, ...sizes }),
  };
}

/** Address and port; an IPv6 address in brackets (RFC 3986 §3.2.2). */
function endpoint(address: string, port: number): string {
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}
