/** The ends of an arrow in words. */
import { cell, type PacketTable } from "../table/packet-table.ts";

/** Host and port as in addresses of the web, IPv6 in brackets (RFC 3986 §3.2.2); the host alone where there is no port. */
export function endText(host: string, port: number | null): string {
  if (port === null) return host;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

type Ports =
  | { readonly fromPort: number; readonly toPort: number }
  | { readonly fromPort: null; readonly toPort: null };

/** The ports at a packet's ends; null for what is no TCP segment and has not both (Wireshark's rule). */
export function portsOf(packets: PacketTable, row: number): Ports {
  const fromPort = cell(packets, "sourcePort", row);
  const toPort = cell(packets, "destinationPort", row);
  const hasPorts = cell(packets, "connection", row) >= 0 || (fromPort > 0 && toPort > 0);
  return hasPorts ? { fromPort, toPort } : { fromPort: null, toPort: null };
}
