/** ATM: the frames of AAL5 that captures hold, without cells: IEEE 802.2 or IP, by what the virtual circuit carries. */
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { llc } from "./llc.ts";
import { bool, dec, header, headerLength } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

/** RFC 2684, whose routed and bridged packets begin with IEEE 802.2, has no header of its own. */
export const atmRfc2684: Protocol = {
  key: "rfc2684",
  title: "Multiprotocol over AAL5",
  short: "ATM",
  source: "RFC 2684",
  reachedBy: { linkType: [11, 100] },
  header: null,
  further: [],
  walk(w: Walk) {
    w.next = llc;
  },
  inspect() {},
};

/** Linux captures Classical IP without a link layer. */
export const classicalIp: Protocol = {
  key: "clip",
  title: "Classical IP frame",
  short: "CLIP",
  source: "LINKTYPE_LINUX_CLIP, RFC 2225",
  reachedBy: { linkType: [19, 106] },
  header: null,
  further: [],
  walk(w: Walk) {
    w.next = ipv4;
  },
  inspect() {},
};

const CARRIES_LLC = 2;

const sunHeader = header(
  "atm",
  { source: "LINKTYPE_SUNATM" },
  {
    isOutgoing: bool("Sent", { ours: true }),
    reserved: dec(3, "Reserved", { ours: true }),
    traffic: dec(4, "Traffic", { ours: true, values: { 1: "LANE", 2: "LLC", 5: "MARS", 6: "IFMP", 7: "Q.2931" } }),
    path: dec(8, "Virtual path", { filter: "vpi" }),
    circuit: dec(16, "Virtual circuit", { filter: "vci" }),
  },
);

/** SunATM's devices put four bytes before each frame. */
export const sunAtm: Protocol = {
  key: "atm",
  title: "Asynchronous Transfer Mode",
  short: "ATM",
  source: "LINKTYPE_SUNATM",
  reachedBy: { linkType: [123] },
  header: sunHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(headerLength(sunHeader))) return;
    const traffic = sunHeader.traffic(w.view, w.at);
    w.at += headerLength(sunHeader);
    w.next = traffic === CARRIES_LLC && w.at < w.end ? llc : null;
  },

  inspect(p: Inspection) {
    p.fixed(sunHeader);
  },
};
