/** Linux netfilter log: what a firewall's rule says of a packet, as a list of values, the packet among them. */
import type { Inspection } from "./inspection.ts";
import { ipv4 } from "./ipv4.ts";
import { ipv6 } from "./ipv6.ts";
import { nflogValueFields, nflogValueNodes } from "./nflog-values.ts";
import { dec, generated, header, headerLength } from "./spec.ts";
import { MALFORMED, type Protocol, type Walk } from "./walk.ts";

const SOURCE = "LINKTYPE_NFLOG";
const FAMILY_NAMES = { 2: "IPv4", 10: "IPv6" } as const;
const VALUE_NAMES: Readonly<Record<number, string>> = {
  1: "Packet header",
  2: "Mark",
  3: "Timestamp",
  4: "Input interface",
  5: "Output interface",
  6: "Physical input interface",
  7: "Physical output interface",
  8: "Hardware address",
  9: "Payload",
  10: "Prefix",
  11: "User",
  12: "Sequence number",
  13: "Global sequence number",
  14: "Group",
  15: "Hardware type",
  16: "Hardware header",
  17: "Hardware header length",
};
const PAYLOAD = 9;

const nflogHeader = header(
  "nflog",
  { source: SOURCE },
  {
    family: dec(8, "Family", { values: FAMILY_NAMES }),
    version: dec(8, "Version"),
    resource: dec(16, "Resource id", { filter: "res_id" }),
  },
);
const LENGTH = headerLength(nflogHeader);
/** Length and type, in the byte order of the machine that captured. */
const VALUE_START = 4;

const valueLength = generated("nflog.tlv_length", "Length", "uint", { source: SOURCE, unit: "bytes" });
const valueType = generated("nflog.tlv_type", "Type", "uint", { source: SOURCE, values: VALUE_NAMES });

/** The byte order is not stated: lengths and types are small, so the order that makes both small is the right one. */
const isLittle = (view: DataView, at: number): boolean => view.getUint16(at + 2, true) <= view.getUint16(at + 2);
const paddedLength = (length: number): number => (length + 3) & ~3;

export const nflog: Protocol = {
  key: "nflog",
  title: "Linux Netfilter NFLOG",
  short: "NFLOG",
  source: SOURCE,
  reachedBy: { linkType: [239] },
  header: nflogHeader,
  further: [valueLength, valueType, ...nflogValueFields],

  walk(w: Walk) {
    if (!w.has(LENGTH)) return;
    const { view } = w;
    const family = nflogHeader.family(view, w.at);
    w.at += LENGTH;
    while (w.at < w.end) {
      if (!w.has(VALUE_START)) return;
      const little = isLittle(view, w.at);
      const length = view.getUint16(w.at, little);
      const type = view.getUint16(w.at + 2, little);
      if (length < VALUE_START) return w.fail(MALFORMED, VALUE_START, length, valueLength);
      if (type === PAYLOAD) return enterPayload(w, family, length);
      if (!w.has(length)) return;
      w.at = Math.min(w.at + paddedLength(length), w.end);
    }
    w.stop();
  },

  inspect(p: Inspection) {
    p.fixed(nflogHeader);
    for (let at = p.at + LENGTH; at + VALUE_START <= p.headerEnd; ) {
      const little = isLittle(p.view, at);
      const length = p.view.getUint16(at, little);
      const type = p.view.getUint16(at + 2, little);
      p.add(valueLength, length, { at, length: 2 });
      if (length < VALUE_START) return;
      p.add(valueType, type, { at: at + 2, length: 2 });
      if (type === PAYLOAD || at + length > p.headerEnd) return;
      p.nodes.push(...nflogValueNodes(p, type, at + VALUE_START, length - VALUE_START));
      at += paddedLength(length);
    }
  },
};

function enterPayload(w: Walk, family: number, length: number): void {
  w.limitTo(w.at, length, valueLength);
  w.at += VALUE_START;
  w.stop();
  if (family === 2) w.next = ipv4;
  else if (family === 10) w.next = ipv6;
}
