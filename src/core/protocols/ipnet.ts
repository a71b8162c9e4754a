/** Solaris IPNET: what the IP stack of Solaris tells of a packet before the packet. */
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { dec, header, headerLength } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const FAMILY_IPV4 = 2;
const FAMILY_IPV6 = 26;

const ipnetHeader = header(
  "ipnet",
  { source: "LINKTYPE_IPNET" },
  {
    version: dec(8, "Header version"),
    family: dec(8, "Address family", { values: { 2: "IPv4", 26: "IPv6" } }),
    hook: dec(16, "Hook type", { filter: "htype", values: { 0: "Inbound", 1: "Outbound", 2: "Local" } }),
    length: dec(32, "Data length", { filter: "pktlen", unit: "bytes" }),
    ifindex: dec(32, "Interface index"),
    groupIndex: dec(32, "Group interface index", { filter: "grifindex" }),
    sourceZone: dec(32, "Source Zone ID", { filter: "zsrc" }),
    destinationZone: dec(32, "Destination Zone ID", { filter: "zdst" }),
  },
);
const LENGTH = headerLength(ipnetHeader);

export const ipnet: Protocol = {
  key: "ipnet",
  title: "Solaris IPNET",
  short: "IPNET",
  source: "LINKTYPE_IPNET",
  reachedBy: { linkType: [226] },
  header: ipnetHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const family = ipnetHeader.family(w.view, w.at);
    w.at += LENGTH;
    w.stop();
    if (family === FAMILY_IPV4) w.next = ipv4;
    else if (family === FAMILY_IPV6) w.next = ipv6;
  },

  inspect(p: Inspection) {
    p.fixed(ipnetHeader);
  },
};
