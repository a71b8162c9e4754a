/** Lightweight User Datagram Protocol, RFC 3828: UDP whose length became the number of bytes that the check sum covers. */
import { addChecksum, fieldsBeside, notSummed, notVerified, transportVerdict } from "./checksum-verdict.ts";
import type { ChecksumNote, Inspection } from "./inspection.ts";
import { dec, generated, type Header, header, headerLength, hex } from "./spec.ts";
import { checksumWords, udpChecksum, udpHeader, ZERO } from "./udp.ts";
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
/** In the field that names the protocol, and in the pseudo header. */
const NUMBER = 136;
const payload = generated("udp.payload", "Payload", "bytes", { source: RFC });

export const udpLite: Protocol = {
  key: "udplite",
  title: "Lightweight User Datagram Protocol",
  short: "UDP-Lite",
  source: "RFC 3828",
  reachedBy: { ipProtocol: [NUMBER] },
  header: udpLiteHeader,
  further: [...fieldsBeside(udpChecksum), payload],

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
    addChecksum(p, udpLiteHeader.checksum, udpChecksum, verdict);
    if (p.covers(at, LENGTH + 1)) p.bytes(payload, at + LENGTH, p.end - at - LENGTH);
  },

  brief(p: Inspection) {
    return p.covers(p.at, LENGTH) ? ports(p) : "";
  },

  info(p: Inspection) {
    if (!p.covers(p.at, LENGTH)) return "";
    const length = p.wireEnd - p.at;
    const coverage = udpLiteHeader.coverage(p.view, p.at);
    const bad = `[BAD LIGHTWEIGHT UDP CHECKSUM COVERAGE LENGTH ${coverage} < ${LENGTH} or > ${length}] `;
    return `${ports(p)} ${isBadCoverage(coverage, length) ? bad : ""}Len=${length - LENGTH}${checksumWords(verdict(p))}`;
  },
};

/** It covers the header at least; 0 stands for all. */
const isBadCoverage = (coverage: number, length: number) => coverage > length || (coverage > 0 && coverage < LENGTH);

function verdict(p: Inspection): ChecksumNote {
  const { view, at } = p;
  if (udpLiteHeader.checksum(view, at) === 0) return notSummed("illegal"); // RFC 3828 §3.1
  const length = p.wireEnd - at;
  if (isBadCoverage(udpLiteHeader.coverage(view, at), length)) return notSummed("off");
  const to = at + (udpLiteHeader.coverage(view, at) || length);
  const why = notVerified(p, p.verifiesChecksums, to);
  return why ?? transportVerdict(p, udpLiteHeader.checksum, { protocol: NUMBER, length, to, zero: ZERO });
}

const ports = ({ view, at }: Inspection) => `${udpLiteHeader.srcPort(view, at)} → ${udpLiteHeader.dstPort(view, at)}`;
