/** User Datagram Protocol, RFC 768. */
import {
  addChecksum,
  checksumFields,
  fieldsBeside,
  notSummed,
  notVerified,
  transportVerdict,
} from "./checksum-verdict.ts";
import type { ChecksumNote, Inspection } from "./inspection.ts";
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
/** In the field that names the protocol, and in the pseudo header. */
const NUMBER = 17;
/** Bytes of the two ports, which Wireshark shows together or not at all. */
const PORTS = 4;
/** As UDP and UDP-Lite write a checksum of 0. */
export const ZERO = 0xffff;
/** Of UDP-Lite as well. */
export const udpChecksum = checksumFields("udp", { hasCalculated: true });
const payload = generated("udp.payload", "Payload", "bytes", { source: "RFC 768" });

export const udp: Protocol = {
  key: "udp",
  title: "User Datagram Protocol",
  short: "UDP",
  source: "RFC 768",
  reachedBy: { ipProtocol: [NUMBER] },
  header: udpHeader,
  further: [...fieldsBeside(udpChecksum), payload],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const length = udpHeader.length(w.view, w.at);
    // 0 stands for a jumbogram's length (RFC 2675 §4), or for segmentation offload.
    if (length > 0 && length < LENGTH) return w.fail(MALFORMED, LENGTH, length, udpHeader.length);
    if (length > 0) w.limitTo(w.at, length, udpHeader.length);
    const { view, at } = w;
    w.at += LENGTH;
    w.followPorts("udpPort", udpHeader.srcPort(view, at), udpHeader.dstPort(view, at));
  },

  inspect(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, PORTS)) return;
    p.field(udpHeader.srcPort);
    p.field(udpHeader.dstPort);
    p.field(udpHeader.length);
    if (!p.covers(at, PORTS + 2) || isTooShort(p)) return;
    addChecksum(p, udpHeader.checksum, udpChecksum, verdict);
    // Wireshark's rule: what follows counts as payload even where the length ends before it.
    const carries = udpHeader.length(view, at) !== LENGTH;
    if (carries && p.covers(at, LENGTH + 1)) p.bytes(payload, at + LENGTH, p.end - at - LENGTH);
  },

  brief(p: Inspection) {
    return p.covers(p.at, PORTS) ? ports(p) : "";
  },

  info(p: Inspection) {
    const { view, at } = p;
    if (!p.covers(at, PORTS + 2)) return p.covers(at, PORTS) ? ports(p) : "";
    const stated = udpHeader.length(view, at);
    if (isTooShort(p)) return `${ports(p)} [BAD UDP LENGTH ${stated} < ${LENGTH}]`;
    const left = p.wireEnd - at;
    const bad = stated > left ? ` [BAD UDP LENGTH ${stated} > IP PAYLOAD LENGTH]` : "";
    const jumbo = stated === 0 ? " [Jumbogram]" : "";
    return `${ports(p)}${bad} Len=${(stated || left) - LENGTH}${jumbo}${checksumWords(verdict(p))}`;
  },
};

const ports = ({ view, at }: Inspection) => `${udpHeader.srcPort(view, at)} → ${udpHeader.dstPort(view, at)}`;

/** Only a jumbogram, which is IPv6, may state less than its own header. */
function isTooShort({ view, at, network }: Inspection): boolean {
  const length = udpHeader.length(view, at);
  return length < LENGTH && !(length === 0 && network?.key === "ipv6");
}

function verdict(p: Inspection): ChecksumNote {
  const { view, at } = p;
  if (!p.covers(at, LENGTH)) return notSummed("cut");
  // No checksum at all is written as 0 (RFC 768), which IPv6 does not allow (RFC 8200 §8.1).
  if (udpHeader.checksum(view, at) === 0) return notSummed(p.network?.key === "ipv6" ? "illegal" : "absent");
  const length = udpHeader.length(view, at) || p.wireEnd - at;
  const why = notVerified(p, p.verifiesChecksums, at + length);
  return why ?? transportVerdict(p, udpHeader.checksum, { protocol: NUMBER, length, to: at + length, zero: ZERO });
}

/** What the Info column says of a checksum, of UDP-Lite as well. */
export function checksumWords({ verdict }: ChecksumNote): string {
  if (verdict === "illegal") return " [ILLEGAL CHECKSUM (0)]";
  return verdict === "bad" ? " [UDP CHECKSUM INCORRECT]" : "";
}
