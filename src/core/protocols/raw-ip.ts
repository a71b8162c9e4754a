/** Captures that begin with the IP header: no link layer, the version nibble tells which IP. */
import type { Protocol, Walk } from "./walk.ts";

/** EtherTypes by version nibble: the same protocols answer to them. */
const ETHER_TYPE_OF_VERSION: Readonly<Record<number, number>> = { 4: 0x0800, 6: 0x86dd };

export const rawIp: Protocol = {
  key: "raw",
  title: "Raw packet data",
  short: "Raw",
  source: "LINKTYPE_RAW, LINKTYPE_IPV4, LINKTYPE_IPV6",
  // 12 and 14 are what BSD systems write for 101.
  reachedBy: { linkType: [12, 14, 101, 228, 229] },
  header: null,
  further: [],

  walk(w: Walk) {
    if (!w.has(1)) return;
    const version = w.view.getUint8(w.at) >> 4;
    w.follow("etherType", ETHER_TYPE_OF_VERSION[version] ?? 0);
  },

  inspect() {},
};
