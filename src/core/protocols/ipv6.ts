/** Internet Protocol version 6, RFC 8200. Its extension headers are protocols of their own. */
import { ipv6Text } from "../base/address.ts";
import type { Inspection } from "./inspection.ts";
import { IP_PROTOCOL_NAMES } from "./ip-protocols.ts";
import { dec, header, headerLength, hex, ipv6Address } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

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

export const ipv6: Protocol = {
  key: "ipv6",
  title: "Internet Protocol Version 6",
  short: "IPv6",
  source: "RFC 8200",
  reachedBy: { etherType: [0x86dd], ipProtocol: [41], bsdFamily: [24, 28, 30] },
  header: ipv6Header,
  further: [],

  walk(w: Walk) {
    if (!w.has(headerLength(ipv6Header))) return;
    const { view, at } = w;
    const payload = ipv6Header.payloadLength(view, at);
    w.at += headerLength(ipv6Header);
    // 0 stands for a jumbogram (RFC 2675) or for segmentation offload: the frame's end counts then.
    if (payload > 0) w.limitTo(w.at, payload);
    w.follow("ipProtocol", ipv6Header.nextHeader(view, at));
  },

  inspect(p: Inspection) {
    p.fixed(ipv6Header);
  },

  brief(p: Inspection) {
    return `${ipv6Text(p.view, ipv6Header.src(p.view, p.at))} → ${ipv6Text(p.view, ipv6Header.dst(p.view, p.at))}`;
  },

  info(p: Inspection) {
    const next = ipv6Header.nextHeader(p.view, p.at);
    return next === 59 ? "IPv6 no next header" : `${IP_PROTOCOL_NAMES[next] ?? "Unknown"} (${next})`;
  },
};
