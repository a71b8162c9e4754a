/**
 * Multiprotocol Label Switching: one label a header. What the last label carries is agreed on between routers and
 * stands nowhere: its first bits tell IP, and a pseudo-wire's control word (RFC 4385), from other things.
 */
import { ethernet, ethernetHeader, isEtherType } from "./ethernet.ts";
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { bool, dec, header, headerLength } from "./spec.ts";
import { type Protocol, protocolFor, type Walk } from "./walk.ts";

const label = header(
  "mpls",
  { source: "RFC 3032 §2.1" },
  {
    label: dec(20, "MPLS Label", {
      values: { 0: "IPv4 Explicit-Null", 1: "Router Alert", 2: "IPv6 Explicit-Null", 3: "Implicit-Null" },
    }),
    trafficClass: dec(3, "MPLS Experimental Bits", { filter: "exp", source: "RFC 5462" }),
    bottom: bool("MPLS Bottom Of Label Stack"),
    ttl: dec(8, "MPLS TTL"),
  },
);
const LENGTH = headerLength(label);

export const mpls: Protocol = {
  key: "mpls",
  title: "Multiprotocol Label Switching",
  short: "MPLS",
  source: "RFC 3032; in IP RFC 4023, in UDP RFC 7510",
  reachedBy: { etherType: [0x8847, 0x8848], pppProtocol: [0x0281, 0x0283], ipProtocol: [137], udpPort: [6635] },
  header: label,
  further: [],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const isBottom = label.bottom(w.view, w.at) === 1;
    w.at += LENGTH;
    if (!isBottom) w.next = mpls;
    else w.next = w.at < w.end ? payloadProtocol(w) : null;
  },

  inspect(p: Inspection) {
    p.fixed(label);
  },

  brief(p: Inspection) {
    return p.covers(p.at, LENGTH) ? String(label.label(p.view, p.at)) : "";
  },

  info: () => "MPLS Label Switched Packet",
};

function payloadProtocol(w: Walk): Protocol | null {
  const first = w.view.getUint8(w.at) >> 4;
  if (first === 4) return ipv4;
  if (first === 6) return ipv6;
  if (first === 0 && looksLikeEthernet(w, w.at + CONTROL_WORD_LENGTH)) return controlWord;
  return looksLikeEthernet(w, w.at) ? ethernet : null;
}

/** Whether an Ethernet frame can begin at `at`: its number is a known EtherType, or a length that fits. */
function looksLikeEthernet({ view, end, wireEnd }: Walk, at: number): boolean {
  const from = at + headerLength(ethernetHeader);
  if (from > end) return false;
  const number = ethernetHeader.type(view, at);
  return isEtherType(number) ? protocolFor("etherType", number) !== undefined : number > 0 && number <= wireEnd - from;
}

const controlHeader = header(
  "pweth",
  { source: "RFC 4448 §4.6" },
  {
    zero: dec(4, "First nibble", { ours: true }),
    reserved: dec(12, "Reserved", { ours: true }),
    sequence: dec(16, "PW sequence number (ethernet)", { filter: "cw.sequence_number" }),
  },
);
const CONTROL_WORD_LENGTH = headerLength(controlHeader);

/** The word before each Ethernet frame of a pseudo-wire. */
export const controlWord: Protocol = {
  key: "pwethcw",
  title: "PW Ethernet Control Word",
  short: "PW",
  source: "RFC 4448",
  reachedBy: {},
  header: controlHeader,
  further: [],

  walk(w: Walk) {
    if (!w.has(CONTROL_WORD_LENGTH)) return;
    w.at += CONTROL_WORD_LENGTH;
    w.next = ethernet;
  },

  inspect(p: Inspection) {
    p.fixed(controlHeader);
  },
};
