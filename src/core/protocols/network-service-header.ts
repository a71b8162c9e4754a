/** Network Service Header: the path of services that a packet shall pass, before the packet. */
import { ethernet } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { mpls } from "./mpls.ts";
import { dec, generated, header, headerLength, hex } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";

const PROTOCOL_NAMES = { 1: "IPv4", 2: "IPv6", 3: "Ethernet", 4: "NSH", 5: "MPLS" } as const;

const nshHeader = header(
  "nsh",
  { source: "RFC 8300 §2.2" },
  {
    version: dec(2, "Version"),
    oam: dec(1, "O Bit", { filter: "Obit" }),
    reserved: dec(1, "Reserved", { ours: true }),
    ttl: hex(6, "Time to live", { digits: 4 }),
    length: dec(6, "Length", { unit: "4 bytes" }),
    unassigned: dec(4, "Unassigned", { ours: true }),
    kind: dec(4, "MD Type", { filter: "mdtype" }),
    next: dec(8, "Next Protocol", { filter: "nextproto", values: PROTOCOL_NAMES }),
    path: dec(24, "Service Path Identifier", { filter: "spi" }),
    index: dec(8, "Service Index", { filter: "si" }),
  },
);
const LENGTH = headerLength(nshHeader);
/** The kind of metadata that is four words of context (RFC 8300 §2.4). */
const WORDS = 1;
const WORD = 4;
const context = generated("nsh.contextheader", "Context Header", "bytes", { source: "RFC 8300 §2.4" });

export const networkServiceHeader: Protocol = {
  key: "nsh",
  title: "Network Service Header",
  short: "NSH",
  source: "RFC 8300",
  reachedBy: { etherType: [0x894f] },
  header: nshHeader,
  further: [context],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view, at } = w;
    const length = nshHeader.length(view, at) * 4;
    if (length < LENGTH) return w.fail(MALFORMED, LENGTH, length, nshHeader.length);
    if (!w.has(length)) return;
    w.at += length;
    w.next = nextService(nshHeader.next(view, at));
  },

  inspect(p: Inspection) {
    p.fixed(nshHeader);
    const from = p.at + LENGTH;
    if (p.headerEnd <= from) return;
    if (nshHeader.kind(p.view, p.at) !== WORDS) return p.bytes(context, from, p.headerEnd - from);
    for (let at = from; at < p.headerEnd; at += WORD) p.bytes(context, at, Math.min(WORD, p.headerEnd - at));
  },
};

/** What the numbers of the service header announce, and those of VXLAN's extension, which are the same (RFC 8300 §2.2). */
export function nextService(number: number): Protocol | null {
  switch (number) {
    case 1:
      return ipv4;
    case 2:
      return ipv6;
    case 3:
      return ethernet;
    case 4:
      return networkServiceHeader;
    case 5:
      return mpls;
    default:
      return null;
  }
}
