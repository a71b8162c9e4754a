/** Lightweight User Datagram Protocol, RFC 3828: UDP whose length became the number of bytes that the check sum covers. */
import type { Inspection } from "./inspection.ts";
import { dec, generated, type Header, header, headerLength, hex } from "./spec.ts";
import { udpHeader } from "./udp.ts";
import type { Protocol, Walk } from "./walk.ts";

const RFC = "RFC 3828 §3.1";

const own = header(
  "udp",
  { source: RFC },
  { ports: hex(32, "Ports"), coverage: dec(16, "Checksum coverage", { filter: "checksum_coverage", unit: "bytes" }) },
);
const udpLiteHeader: Header<"srcPort" | "dstPort" | "coverage" | "checksum"> = {
  srcPort: udpHeader.srcPort,
  dstPort: udpHeader.dstPort,
  coverage: own.coverage,
  checksum: udpHeader.checksum,
};
const LENGTH = headerLength(udpLiteHeader);
const payload = generated("udp.payload", "Payload", "bytes", { source: RFC });

export const udpLite: Protocol = {
  key: "udplite",
  title: "Lightweight User Datagram Protocol",
  short: "UDP-Lite",
  source: "RFC 3828",
  reachedBy: { ipProtocol: [136] },
  header: udpLiteHeader,
  further: [payload],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    w.at += LENGTH;
    w.followPorts("udpPort", udpLiteHeader.srcPort(view, at), udpLiteHeader.dstPort(view, at));
  },

  inspect(p: Inspection) {
    const { at } = p;
    if (!p.covers(at, LENGTH)) return;
    p.field(udpLiteHeader.srcPort);
    p.field(udpLiteHeader.dstPort);
    p.field(udpLiteHeader.coverage);
    p.add(udpHeader.length, p.wireEnd - at);
    p.field(udpLiteHeader.checksum);
    if (p.covers(at, LENGTH + 1)) p.bytes(payload, at + LENGTH, p.end - at - LENGTH);
  },

  brief(p: Inspection) {
    return p.covers(p.at, LENGTH) ? ports(p) : "";
  },

  info(p: Inspection) {
    if (!p.covers(p.at, LENGTH)) return "";
    const length = p.wireEnd - p.at;
    const coverage = udpLiteHeader.coverage(p.view, p.at);
    const isBad = coverage > length || (coverage > 0 && coverage < LENGTH); // 0 stands for all
    const bad = `[BAD LIGHTWEIGHT UDP CHECKSUM COVERAGE LENGTH ${coverage} < ${LENGTH} or > ${length}] `;
    return `${ports(p)} ${isBad ? bad : ""}Len=${length - LENGTH}`;
  },
};

const ports = ({ view, at }: Inspection) => `${udpLiteHeader.srcPort(view, at)} → ${udpLiteHeader.dstPort(view, at)}`;
