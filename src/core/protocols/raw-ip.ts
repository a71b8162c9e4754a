/** Captures that begin with the IP header: no link layer, the version nibble tells which IP. */
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import type { Protocol, Walk } from "./walk.ts";

function rawProtocol(source: string, linkTypes: readonly number[], next: (version: number) => Protocol): Protocol {
  return {
    key: "raw",
    title: "Raw packet data",
    short: "Raw",
    source,
    reachedBy: { linkType: linkTypes },
    header: null,
    further: [],
    walk(w: Walk) {
      if (w.has(1)) w.next = next(w.view.getUint8(w.at) >> 4);
    },
    inspect() {},
  };
}

/** Either IP. 12 and 14 are what BSD systems write for 101. */
export const rawIp = rawProtocol("LINKTYPE_RAW", [12, 14, 101], (version) => (version === 6 ? ipv6 : ipv4));
export const rawIpv4 = rawProtocol("LINKTYPE_IPV4", [228], () => ipv4);
export const rawIpv6 = rawProtocol("LINKTYPE_IPV6", [229], () => ipv6);
