/** User Datagram Protocol, RFC 768. */
import type { Inspection } from "./inspection.ts";
import { dec, generated, header, headerLength, hex } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";

export const udpHeader = header(
  "udp",
  { source: "RFC 768" },
  {
    srcPort: dec(16, "Source Port", { filter: "srcport", aliases: ["udp.port"] }),
    dstPort: dec(16, "Destination Port", { filter: "dstport", aliases: ["udp.port"] }),
    length: dec(16, "Length", { unit: "bytes" }),
    checksum: hex(16, "Checksum"),
  },
);
const LENGTH = headerLength(udpHeader);
const payload = generated("udp.payload", "Payload", "bytes", { source: "RFC 768" });

export const udp: Protocol = {
  key: "udp",
  title: "User Datagram Protocol",
  short: "UDP",
  source: "RFC 768",
  reachedBy: { ipProtocol: [17] },
  header: udpHeader,
  further: [payload],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const length = udpHeader.length(w.view, w.at);
    // 0 stands for a jumbogram's length (RFC 2675 §4), or for segmentation offload.
    if (length > 0 && length < LENGTH) return w.fail(MALFORMED, LENGTH, length, udpHeader.length);
    if (length > 0) w.limitTo(w.at, length);
    w.at += LENGTH;
    w.stop();
  },

  inspect(p: Inspection) {
    p.fixed(udpHeader);
    if (p.end > p.headerEnd) p.bytes(payload, p.headerEnd, p.end - p.headerEnd);
  },

  brief(p: Inspection) {
    return `${udpHeader.srcPort(p.view, p.at)} → ${udpHeader.dstPort(p.view, p.at)}`;
  },

  info(p: Inspection) {
    const { view, at } = p;
    const length = udpHeader.length(view, at) || p.wireEnd - at;
    return `${udpHeader.srcPort(view, at)} → ${udpHeader.dstPort(view, at)} Len=${length - LENGTH}`;
  },
};
