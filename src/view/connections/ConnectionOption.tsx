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
        <Endpoint parts={words.client} />
        <span className={styles.amount}>{words.bytesOut}</span>
      </span>
      <span className={styles.server} title={words.received}>
        <Endpoint parts={words.server} />
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
  const client = endpoint(addresses, columns.client[row]!, columns.clientPort[row]!);
  const server = endpoint(addresses, columns.server[row]!, columns.serverPort[row]!);
  const packets = t("connections.packets", { count: columns.packetsOut[row]! + columns.packetsIn[row]! });
  const duration = amounts.duration(columns.lastTime[row]! - columns.firstTime[row]!);
  const state = t(`connections.states.${connectionState(connections, row)}`);
  const bytesOut = amounts.bytes(columns.bytesOut[row]!);
  const bytesIn = amounts.bytes(columns.bytesIn[row]!);
  const sizes = { sent: bytesOut, received: bytesIn };
  return {
    client,
    server,
    bytesOut,
    bytesIn,
    sent: t("connections.sent", { bytes: bytesOut }),
    received: t("connections.received", { bytes: bytesIn }),
    summary: t("connections.summary", { packets, duration, state }),
    name: t("connections.name", {
      client: wholeOf(client),
      server: wholeOf(server),
      packets,
      duration,
      state,
      ...sizes,
    }),
  };
}

/** An endpoint in its two parts, of which the first may be cut off where room is small: ports tell connections apart. */
interface EndpointParts {
  readonly address: string;
  readonly port: string;
  /** The address that the name in `address` stands for; empty where that is one. */
  readonly behind: string;
}

/** An IPv6 address stands in brackets (RFC 3986 §3.2.2). */
function endpoint(addresses: NamedAddresses, row: number, port: number): EndpointParts {
  const address = addresses.text(row);
  const behind = addresses.behind(row);
  return address.includes(":")
    ? { address: `[${address}`, port: `]:${port}`, behind }
    : { address, port: `:${port}`, behind };
}

const wholeOf = ({ address, port }: EndpointParts) => address + port;

function Endpoint({ parts }: { readonly parts: EndpointParts }) {
  const { address, port, behind } = parts;
  return (
    <span className={styles.endpoint} title={[wholeOf(parts), behind].filter(Boolean).join("\n")}>
      <span className={styles.address}>{address}</span>
      <span className={styles.port}>{port}</span>
    </span>
  );
}
