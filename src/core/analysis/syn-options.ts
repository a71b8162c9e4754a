/** The options of a SYN, of which the two sides make out how they speak (RFC 9293 §3.7.1, RFC 7323, RFC 2018). */
import type { FieldNode, Layer } from "../protocols/inspection.ts";

/** What one side offers in its SYN or SYN, ACK. */
export interface SynOptions {
  /** Largest segment that it takes, in bytes of payload; null when it does not say. */
  readonly mss: number | null;
  /** Bits that its windows are to be shifted by; null without the option. */
  readonly windowShift: number | null;
  readonly sackPermitted: boolean;
  readonly timestamps: boolean;
  /** It asks for a Fast Open cookie, or brings one (RFC 7413). */
  readonly fastOpen: boolean;
}

/** The options of a packet's first TCP header, from the packet taken apart; null when it has none. */
export function synOptions(layers: readonly Layer[]): SynOptions | null {
  const header = layers.find(({ key }) => key === "tcp");
  if (!header) return null;
  const value = (key: string): number | null => {
    const found = nodeOf(header.nodes, key)?.value;
    return typeof found === "number" ? found : null;
  };
  const has = (key: string) => nodeOf(header.nodes, key) !== undefined;
  return {
    mss: value("tcp.options.mss_val"),
    windowShift: value("tcp.options.wscale.shift"),
    sackPermitted: has("tcp.options.sack_perm"),
    timestamps: has("tcp.options.timestamp"),
    fastOpen: has("tcp.options.tfo"),
  };
}

function nodeOf(nodes: readonly FieldNode[], key: string): FieldNode | undefined {
  for (const node of nodes) {
    const found = node.field.key === key ? node : nodeOf(node.children, key);
    if (found) return found;
  }
  return undefined;
}

/** What holds for both sides, since both offered it. */
export interface Agreement {
  readonly windowScaling: boolean;
  readonly sack: boolean;
  readonly timestamps: boolean;
}

/** What two SYNs agree on; null unless both were captured. */
export function agreementOf(client: SynOptions | null, server: SynOptions | null): Agreement | null {
  if (!client || !server) return null;
  return {
    windowScaling: client.windowShift !== null && server.windowShift !== null,
    sack: client.sackPermitted && server.sackPermitted,
    timestamps: client.timestamps && server.timestamps,
  };
}
