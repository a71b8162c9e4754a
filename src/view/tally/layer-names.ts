/** What the layers are called, the same in all languages. */
import type { Layer } from "../../core/tally/conversations.ts";

export const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  eth: "Ethernet",
  ip: "IPv4",
  ipv6: "IPv6",
  tcp: "TCP",
  udp: "UDP",
};
