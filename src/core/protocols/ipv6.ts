/** Internet Protocol version 6, RFC 8200. Its extension headers are protocols of their own. */
import { ipv6Text } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { IP_PROTOCOL_NAMES } from "./ip-protocols.ts";
import { dec, fieldsOf, header, headerLength, hex, ipv6Address } from "./spec.ts";
import { type Protocol, type Walk, WRONG_VALUE } from "./walk.ts";

export const ipv6Header = header(
  "ipv6",
  { source: "RFC 8200 §3" },
  {
    version: dec(4, "Version", { aliases: ["ip.version"] }),
    trafficClass: hex(8, "Traffic Class", {
      filter: "tclass",
      digits: 8,
      parts: {
        dscp: dec(6, "Differentiated Services Codepoint", { filter: "tclass.dscp", source: "RFC 2474 §3" }),
        ecn: dec(2, "Explicit Congestion Notification", { filter: "tclass.ecn", source: "RFC 3168 §5" }),
      },
    }),
    flowLabel: hex(20, "Flow Label", { filter: "flow", source: "RFC 6437", digits: 6 }),
    payloadLength: dec(16, "Payload Length", { filter: "plen", unit: "bytes" }),
    nextHeader: dec(8, "Next Header", { filter: "nxt", values: IP_PROTOCOL_NAMES }),
    hopLimit: dec(8, "Hop Limit", { filter: "hlim" }),
    src: ipv6Address("Source Address", { aliases: ["ipv6.addr", "ipv6.src_host", "ipv6.host"] }),
    dst: ipv6Address("Destination Address", { aliases: ["ipv6.addr", "ipv6.dst_host", "ipv6.host"] }),
  },
);

const LENGTH = headerLength(ipv6Header);
const VERSION = 6;
const HOP_BY_HOP = 0;
const NO_NEXT_HEADER = 59;

export const ipv6: Protocol = {
  key: "ipv6",
  title: "Internet Protocol Version 6",
  short: "IPv6",
  source: "RFC 8200",
  reachedBy: { etherType: [0x86dd], ipProtocol: [41], bsdFamily: [24, 28, 30], pppProtocol: [0x0057] },
  endsItself: true,
  header: ipv6Header,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const version = ipv6Header.version(view, at);
    if (version !== VERSION) return w.fail(WRONG_VALUE, VERSION, version, ipv6Header.version);
    const payload = ipv6Header.payloadLength(view, at);
    const next = ipv6Header.nextHeader(view, at);
    w.at += LENGTH;
    w.addressesAt = ipv6Header.src(view, at);
    // A jumbogram (RFC 2675 §2) states its length in a hop-by-hop option, and 0 here.
    if (payload > 0 || next !== HOP_BY_HOP) w.limitTo(w.at, payload, ipv6Header.payloadLength);
    w.follow("ipProtocol", next);
  },

  inspect(p: Inspection) {
    p.field(ipv6Header.version);
    if (!p.covers(p.at, 1) || ipv6Header.version(p.view, p.at) !== VERSION) return;
    for (const field of fieldsOf(ipv6Header).slice(1)) p.field(field);
  },

  brief({ view, at, headerEnd }: Inspection) {
    if (headerEnd - at < LENGTH) return "";
    return `${ipv6Text(view, ipv6Header.src(view, at))} → ${ipv6Text(view, ipv6Header.dst(view, at))}`;
  },

  info(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, LENGTH)) return "";
    const version = ipv6Header.version(view, at);
    if (version !== VERSION) return `Bogus IPv6 version (${version}, must be ${VERSION})`;
    const next = ipv6Header.nextHeader(view, at);
    return next === NO_NEXT_HEADER ? "IPv6 no next header" : `${IP_PROTOCOL_NAMES[next] ?? "Unknown"} (${next})`;
  },
};
