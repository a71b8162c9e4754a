/** IP over InfiniBand: the queue pair and the port that a packet goes to, then an EtherType. */
import { ETHER_TYPE_NAMES } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { bytes, header, headerLength, hex, ipv6Address } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const ipoibHeader = header(
  "ipoib",
  { source: "LINKTYPE_IPOIB, RFC 4391" },
  {
    route: bytes(20, "Global route, not filled in", { ours: true }),
    flags: hex(8, "Flags", { ours: true }),
    queue: hex(24, "Destination queue pair", { filter: "daddr.qpn" }),
    port: ipv6Address("Destination port", { filter: "dgid" }),
    type: hex(16, "Type", { values: ETHER_TYPE_NAMES }),
    reserved: hex(16, "Reserved"),
  },
);
const LENGTH = headerLength(ipoibHeader);

export const ipOverInfiniband: Protocol = {
  key: "ipoib",
  title: "IP over InfiniBand",
  short: "IPoIB",
  source: "RFC 4391",
  reachedBy: { linkType: [242] },
  header: ipoibHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const number = ipoibHeader.type(w.view, w.at);
    w.at += LENGTH;
    w.follow("etherType", number);
  },

  inspect(p: Inspection) {
    p.fixed(ipoibHeader);
  },
};
