/** ARCNET, as BSD and as Linux capture it: one-byte addresses, and the packet headers of RFC 1201 and RFC 1051. */
import { arp } from "./arp.ts";
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { bytes, dec, generated, header, headerLength, hex } from "./spec.ts";
import type { Protocol, Walk } from "./walk.ts";

const PROTOCOL_NAMES = {
  196: "IPv6",
  212: "RFC 1201 IP",
  213: "RFC 1201 ARP",
  214: "RFC 1201 RARP",
  221: "AppleTalk",
  240: "RFC 1051 IP",
  241: "RFC 1051 ARP",
  250: "Novell IPX",
} as const;
/** Protocols of RFC 1051 follow their number at once, those of RFC 1201 have a header of their own before them. */
const FIRST_SIMPLE = 240;
const LAST_SIMPLE = 241;

const addresses = { src: hex(8, "Source"), dst: hex(8, "Destination") } as const;
const protocol = { protocol: hex(8, "Protocol ID", { filter: "protID", values: PROTOCOL_NAMES }) } as const;

/** The offset counts from the end of the hardware's buffer: only Linux leaves it in. */
const linuxHeader = header(
  "arcnet",
  { source: "LINKTYPE_ARCNET_LINUX" },
  { ...addresses, offset: bytes(2, "Offset"), ...protocol },
);
const bsdHeader = header("arcnet", { source: "LINKTYPE_ARCNET_BSD" }, { ...addresses, ...protocol });

const packet = header(
  "arcnet",
  { source: "RFC 1201 §2.2" },
  { split: dec(8, "Split Flag", { filter: "split_flag" }), sequence: dec(16, "Sequence") },
);
const PACKET_LENGTH = headerLength(packet);
const exception = generated("arcnet.exception_flag", "Exception Flag", "uint", { source: "RFC 1201 §2.2", digits: 2 });
const EXCEPTION = 0xff;
/** Bytes that an exception packet has before the header that all have: the flag, and padding. */
const EXCEPTION_LENGTH = 4;

function arcnet(linkType: number, of: typeof bsdHeader, source: string): Protocol {
  const length = headerLength(of);
  return {
    key: "arcnet",
    title: "ARCNET",
    short: "ARCNET",
    source,
    reachedBy: { linkType: [linkType] },
    header: of,
    further: [exception, ...Object.values(packet)],

    walk(w: Walk) {
      if (!w.has(length)) return;
      const number = of.protocol(w.view, w.at);
      w.at += length;
      w.stop();
      if (hasPacketHeader(number) && !passPacketHeader(w)) return;
      w.next = protocolOf(number);
    },

    inspect(p: Inspection) {
      p.fixed(of);
      if (!p.covers(p.at, length) || !hasPacketHeader(of.protocol(p.view, p.at))) return;
      let at = p.at + length;
      if (p.covers(at, 1) && p.view.getUint8(at) === EXCEPTION) {
        p.add(exception, EXCEPTION, { at, length: 1 });
        at += EXCEPTION_LENGTH;
      }
      p.fixed(packet, at);
    },
  };
}

const hasPacketHeader = (number: number): boolean => number < FIRST_SIMPLE || number > LAST_SIMPLE;

/** Goes past it; answers whether a protocol begins behind: a split packet's later pieces are data. */
function passPacketHeader(w: Walk): boolean {
  const start = w.at < w.end && w.view.getUint8(w.at) === EXCEPTION ? EXCEPTION_LENGTH : 0;
  if (!w.has(start + PACKET_LENGTH)) return false;
  const split = packet.split(w.view, w.at + start);
  w.at += start + PACKET_LENGTH;
  return split === 0;
}

function protocolOf(number: number): Protocol | null {
  switch (number) {
    case 212:
    case 240:
      return ipv4;
    case 213:
    case 241:
      return arp;
    case 196:
      return ipv6;
    default:
      return null;
  }
}

export const arcnetLinux = arcnet(129, linuxHeader, "LINKTYPE_ARCNET_LINUX");
export const arcnetBsd = arcnet(7, bsdHeader, "LINKTYPE_ARCNET_BSD");
